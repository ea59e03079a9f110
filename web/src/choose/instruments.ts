/** Instruments side by side: their order, their scale, and what is said of them. */
import type { Order } from '../tables/sort.ts';
import type { AppraisalInstrument } from './documents.ts';

export const INSTRUMENT_COLUMNS = ['name', 'cost', 'tonnes', 'equivalent', 'leverage', 'breaches'] as const;
export type InstrumentColumn = (typeof INSTRUMENT_COLUMNS)[number];

export function instrumentOrder(text: string | null): Order<InstrumentColumn> | null {
  const [by, direction] = (text ?? '').split(':');
  const column = INSTRUMENT_COLUMNS.find((one) => one === by);
  return column === undefined ? null : { by: column, direction: direction === 'up' ? 'up' : 'down' };
}

export function instrumentCell(one: AppraisalInstrument, by: InstrumentColumn): string | number | null {
  switch (by) {
    case 'name': return one.name;
    case 'cost': return one.public_cost ?? null;
    case 'tonnes': return one.tonnes_per_eur ?? null;
    case 'equivalent': return one.grant_equivalent ?? null;
    case 'leverage': return one.leverage ?? null;
    case 'breaches': return one.breaches.length;
  }
}

/** From nothing, or the most that the public may earn, to the dearest tail: one scale for all instruments. */
export function costScale(all: readonly AppraisalInstrument[]): { low: number; high: number } {
  const values = all.flatMap((one) => [one.public_cost ?? 0, one.public_cost_tail ?? 0]);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return low === high ? { low: 0, high: 1 } : { low, high };
}

/** Additional tonnes for a thousand euro: euros and tonnes of metal lie too far apart to be read one for one. */
export const PER_EUR = 1000;

/** The instrument that secures most for its money, among those that break no rule. */
export function cheapest(all: readonly AppraisalInstrument[]): AppraisalInstrument | null {
  const allowed = all.filter((one) => one.breaches.length === 0 && one.tonnes_per_eur != null);
  return allowed.reduce<AppraisalInstrument | null>((best, one) => (best === null || (one.tonnes_per_eur ?? 0) > (best.tonnes_per_eur ?? 0) ? one : best), null);
}
