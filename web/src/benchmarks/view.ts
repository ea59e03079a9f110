/** The view of the benchmarks as its address says it. */
import type { Order } from '../tables/sort.ts';
import { COLUMNS, MEASURES, type Column, type Measure } from './points.ts';

export const FIRST_YEAR = 2025;
export const LAST_YEAR = 2040;
const USUAL_YEAR = 2030;
/** Enough for a percentile to keep still at two digits. */
export const DRAWS = 1000;

export const DEFINITIONS = [
  { id: 'act', says: 'As the Act defines them' },
  { id: 'proxy', says: 'The proxies used elsewhere' },
  { id: 'both', says: 'Both, side by side' },
] as const;
export type Definition = (typeof DEFINITIONS)[number]['id'];

export type View = {
  year: number;
  definition: Definition;
  draws: boolean;
  /** Projects that are taken to fail. */
  without: string[];
  /** The benchmark that a narrow screen shows, and whose projects are listed first. */
  measure: Measure;
  order: Order<Column>;
};

export function view(query: URLSearchParams): View {
  const year = Number(query.get('year') ?? USUAL_YEAR);
  return {
    year: Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : USUAL_YEAR,
    definition: DEFINITIONS.find((one) => one.id === query.get('definition'))?.id ?? 'act',
    draws: query.get('draws') !== null,
    without: query.getAll('without').filter((id) => id !== ''),
    measure: MEASURES.find((one) => one === query.get('measure')) ?? 'extraction',
    order: { by: COLUMNS.find((one) => one === query.get('sort')) ?? 'name', direction: query.get('direction') === 'down' ? 'down' : 'up' },
  };
}

/** What the API is asked. */
export function question(of: View, definition: 'act' | 'proxy'): Record<string, string | number | string[] | null> {
  return { year: of.year, definition: definition === 'act' ? null : definition, draws: of.draws ? DRAWS : null, without: of.without };
}

/** The id under which an overall figure by the Act opens; `without` are the projects taken to fail. */
export function overallId(way: 'by-tonnes' | 'median', measure: string, year: number, without: readonly string[]): string {
  const id = `benchmark.overall/${way}/${measure}/${year}`;
  return without.length === 0 ? id : `${id}?${without.map((project) => `without=${project}`).join('&')}`;
}
