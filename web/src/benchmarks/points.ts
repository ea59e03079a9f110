/** The four benchmarks as points: one for each material and measure, with what is met, by how much, and how surely. */
import type { BenchmarkMaterial, BenchmarksAnswer } from '../chain/documents.ts';

export const MEASURES = ['extraction', 'processing', 'recycling', 'single-country'] as const;
export type Measure = (typeof MEASURES)[number];

export type Verdict = 'met' | 'unmet' | 'unknown';

export type Point = {
  material: string;
  name: string;
  measure: Measure;
  /** Fraction of consumption in the year, with bounds. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** The same now; null where it is unknown or not told apart. */
  now: number | null;
  verdict: Verdict;
  /** Whether the bounds leave no doubt about the verdict. */
  certain: boolean;
  /** Only output is known: at least so much. */
  least: boolean;
  /** The end-of-life recycling rate stands in for a capacity. */
  proxy: boolean;
  /** The third country with the largest share. */
  country: { id: string; name: string; stage: string; of: string; partner: string | null } | null;
  /** Share of draws in which the aim is reached. */
  chance: number | null;
  why: string | null;
};

/** The aim of a measure, a fraction. */
export function aim(targets: BenchmarksAnswer['targets'], measure: Measure): number {
  return measure === 'single-country' ? targets.single_country : targets[measure];
}

function verdict(met: boolean | null | undefined): Verdict {
  return met == null ? 'unknown' : met ? 'met' : 'unmet';
}

/** What a material is at one benchmark. */
export function point(of: BenchmarkMaterial, measure: Measure): Point {
  const same = { material: of.id, name: of.name, measure };
  if (measure === 'single-country') {
    const third = of.largest_third_country ?? null;
    return {
      ...same, value: third?.share ?? null, low: third?.low ?? null, high: third?.high ?? null, now: null,
      verdict: verdict(of.met.single_country), certain: of.certain.single_country === true, least: false, proxy: false,
      country: third === null ? null : { id: third.country, name: third.country_name, stage: third.stage, of: third.of, partner: third.partner ?? null },
      chance: null, why: third?.why ?? null,
    };
  }
  return {
    ...same, value: of[measure] ?? null, low: of.low[measure] ?? null, high: of.high[measure] ?? null, now: of.now[measure] ?? null,
    verdict: verdict(of.met[measure]), certain: of.certain[measure] === true,
    least: of.bases[measure] === 'output', proxy: measure === 'recycling' && of.recycling_basis === 'eol-rir-proxy',
    country: null, chance: of.probability?.[measure] ?? null, why: of.why[measure] ?? null,
  };
}

/** What the proxies used elsewhere say of the same, each in its own words. */
export function proxies(of: BenchmarkMaterial, measure: Measure): BenchmarkMaterial['proxies'] {
  return of.proxies.filter((one) => one.measure === measure && one.figure.value != null);
}

/** How far a panel's scale reaches: the aim stands at the same place in all but the last, which ends at everything. */
export function reach(targets: BenchmarksAnswer['targets'], measure: Measure): number {
  return measure === 'single-country' ? 1 : Math.min(1, aim(targets, measure) * 2.5);
}

/** Columns by which figure and table are ordered. */
export const COLUMNS = ['name', 'consumption', ...MEASURES] as const;
export type Column = (typeof COLUMNS)[number];

export function cell(of: BenchmarkMaterial, by: Column): string | number | null {
  if (by === 'name') return of.name;
  if (by === 'consumption') return of.consumption_t ?? null;
  return point(of, by).value;
}
