/** A price as lines over the years: what it was, and what it is modelled to be with its band. */
import type { AppraisalPrice } from './documents.ts';

export type PriceLines = { years: number[]; history: (number | null)[]; median: (number | null)[]; low: (number | null)[]; high: (number | null)[]; /** Last year that was seen. */ base: number };

/** History and model on one row of years without holes; the model begins where the history ends. */
export function priceLines(price: Pick<AppraisalPrice, 'history' | 'fan'>): PriceLines {
  const seen = new Map(price.history.map((point) => [point.year, point.value]));
  const fan = new Map(price.fan.map((one) => [one.year, one]));
  const all = [...seen.keys(), ...fan.keys()];
  if (all.length === 0) return { years: [], history: [], median: [], low: [], high: [], base: 0 };
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const base = seen.size > 0 ? Math.max(...seen.keys()) : first;
  const future = (year: number) => (year > base ? fan.get(year) : undefined);
  return {
    years,
    history: years.map((year) => seen.get(year) ?? null),
    median: years.map((year) => { const one = future(year); return one === undefined ? null : (one.p50 ?? one.base); }),
    low: years.map((year) => future(year)?.p5 ?? null),
    high: years.map((year) => future(year)?.p95 ?? null),
    base,
  };
}
