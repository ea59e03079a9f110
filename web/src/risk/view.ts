/** The view of the matrix page as its address says it. */
import type { Order } from '../tables/sort.ts';
import type { Editions } from './study.ts';

export const STATUSES = [
  { id: 'all', says: 'all' },
  { id: 'strategic', says: 'strategic by law' },
  { id: 'critical', says: 'meets the rule' },
  { id: 'below', says: 'below a threshold' },
  { id: 'listed', says: 'critical in law (Annex II)' },
] as const;

export const COLUMNS = ['name', 'sr', 'published', 'follows', 'ei', 'stage', 'class', 'listed'] as const;

export type Status = (typeof STATUSES)[number]['id'];
export type Column = (typeof COLUMNS)[number];
export type Basis = 'computed' | 'published';

export type View = {
  edition: string;
  basis: Basis;
  kind: string;
  status: Status;
  /** Only materials with a figure that does not follow from its inputs. */
  gaps: boolean;
  /** Members of rare-earth and platinum groups one by one. */
  members: boolean;
  text: string;
  order: Order<Column>;
};

/** Reads the view; whatever an address says that does not exist falls back to the default. */
export function view(query: URLSearchParams, house: Pick<Editions, 'default_edition' | 'editions'>): View {
  const edition = house.editions.find((one) => one.id === query.get('edition')) ?? house.editions.find((one) => one.id === house.default_edition);
  const computed = edition?.computable === true && query.get('basis') !== 'published';
  return {
    edition: edition?.id ?? house.default_edition,
    basis: computed ? 'computed' : 'published',
    kind: query.get('kind') ?? 'all',
    status: STATUSES.find((one) => one.id === query.get('status'))?.id ?? 'all',
    gaps: query.get('gaps') === 'true',
    members: query.get('members') === 'true',
    text: query.get('find') ?? '',
    order: { by: COLUMNS.find((one) => one === query.get('sort')) ?? 'sr', direction: query.get('direction') === 'up' ? 'up' : 'down' },
  };
}
