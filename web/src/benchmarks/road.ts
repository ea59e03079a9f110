/** The road from now to the year asked for, as lines with a band; and how many materials reach each aim on the way. */
import type { BenchmarksAnswer } from '../chain/documents.ts';
import { MEASURES, type Measure } from './points.ts';

export type Step = { year: number; tonnes: number | null; low: number | null; high: number | null; median: number | null };

export type Way = { measure: Exclude<Measure, 'single-country'>; aim: number; steps: Step[]; most: number };

/** One road for each benchmark that has an overall figure. */
export function ways(of: Pick<BenchmarksAnswer, 'road' | 'targets'>): Way[] {
  return MEASURES.flatMap((measure) => {
    if (measure === 'single-country') return [];
    const steps = of.road.map((point) => ({
      year: point.year,
      tonnes: point.by_tonnes[measure] ?? null,
      low: point.low[measure] ?? null,
      high: point.high[measure] ?? null,
      median: point.median[measure] ?? null,
    }));
    const aim = of.targets[measure];
    const highest = Math.max(aim, ...steps.flatMap((step) => [step.tonnes, step.high, step.median].filter((value) => value !== null)));
    return [{ measure, aim, steps, most: highest * 1.08 }];
  });
}

/** The first year from which a line stays at or above its aim to the end of the road; null where it does not end there. */
export function reachedFrom(steps: readonly Step[], aim: number, of: 'tonnes' | 'median'): number | null {
  let from: number | null = null;
  for (const step of steps) {
    const value = step[of];
    if (value === null || value < aim) from = null;
    else from ??= step.year;
  }
  return from;
}

/** What there is to see, in one sentence. */
export function finding(all: readonly Way[], until: number): string {
  const parts = all.map((way) => {
    const [tonnes, median] = [reachedFrom(way.steps, way.aim, 'tonnes'), reachedFrom(way.steps, way.aim, 'median')];
    if (tonnes === null && median === null) return `${way.measure} reaches its aim neither by tonnes nor in the median`;
    if (tonnes !== null && median !== null) return `${way.measure} is there by tonnes from ${tonnes} and in the median from ${median}`;
    return tonnes !== null ? `${way.measure} is there by tonnes from ${tonnes}, but not in the median` : `${way.measure} is there in the median from ${median}, but not by tonnes`;
  });
  if (parts.length === 0) return '';
  const text = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join('; ')}; ${parts.at(-1)}`;
  return `On the road to ${until}, ${text}.`;
}
