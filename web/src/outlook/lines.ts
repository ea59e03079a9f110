/** The lines of a case as they are drawn and said: which fixed colour, which dash, which words. */
import type { OutlookLine } from './documents.ts';

/** Colours by the stage of the chain that a line is about; dashes tell apart two lines of one stage, and print. */
type Look = { tone: string; dash: string | null };

const LOOKS: Record<string, Look> = {
  'put-into-use': { tone: 'use', dash: null },
  consumption: { tone: 'eu', dash: null },
  stock: { tone: 'use', dash: null },
  'end-of-life': { tone: 'collection', dash: null },
  feed: { tone: 'collection', dash: '8 3' },
  'secondary-potential': { tone: 'recycling', dash: '2 3' },
  'secondary-supply': { tone: 'recycling', dash: null },
  'recycling-capacity': { tone: 'recycling', dash: '10 3 2 3' },
  benchmark: { tone: 'copper', dash: '5 4' },
  'manufacturing-scrap': { tone: 'manufacturing', dash: null },
  'scrap-supply': { tone: 'manufacturing', dash: '8 3' },
  'eol-rir': { tone: 'recycling', dash: '8 3' },
  'eol-rr': { tone: 'collection', dash: null },
  'capacity-share': { tone: 'recycling', dash: '10 3 2 3' },
  'used-export': { tone: 'outside', dash: null },
  uncollected: { tone: 'collection', dash: null },
  'not-dismantled': { tone: 'collection', dash: '8 3' },
  'scrap-export': { tone: 'outside', dash: '8 3' },
  untreated: { tone: 'recycling', dash: '10 3 2 3' },
  'recovery-loss': { tone: 'recycling', dash: null },
  'union-share': { tone: 'use', dash: null },
  'supply-risk': { tone: 'eu', dash: null },
  'near-feed': { tone: 'collection', dash: null },
  'own-feed': { tone: 'collection', dash: '8 3' },
  'secondary-share': { tone: 'recycling', dash: null },
};

const PLAIN: Look = { tone: 'soft', dash: null };

export function lookOf(id: string): Look {
  return LOOKS[id] ?? PLAIN;
}

/** The share of consumption that the act wants as recycling capacity by 2030 (Art. 5(1)(c)). */
export const AIM = 0.25;
export const AIM_SAYS = '25 % of consumption (Art. 5 measures capacity, not supply)';

/** What a line is called beside the figure; the 25 % line says what the act measures. */
export function nameOf(line: Pick<OutlookLine, 'id' | 'name'>): string {
  return line.id === 'benchmark' ? AIM_SAYS : capital(line.name);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name inside a sentence; what begins with several capitals stays. */
export function low(text: string): string {
  return /^.[A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Whether a line has anything to draw. */
export function known(line: Pick<OutlookLine, 'values'>): boolean {
  return line.values.some((value) => value !== null);
}

/**
 * A value of a line in a year, with the id that opens it. `low` and `high` hold the middle half of the draws and say how
 * many digits the value deserves.
 */
export type At = { value: number | null; low: number | null; high: number | null; unit: string; why: string | null; least?: number | undefined };

/** Tonnes below this are nothing that anyone weighs: half of ten kilograms. They are written 0.00. */
const SPECK_T = 0.005;

function speck(value: number, unit: string): boolean {
  return (unit === 't' || unit === 't/a') && value !== 0 && Math.abs(value) < SPECK_T;
}

export function valueAt(line: OutlookLine, index: number, year: number): At {
  const value = line.values[index] ?? null;
  if (value !== null && speck(value, line.unit)) return { value: 0, low: null, high: null, unit: line.unit, why: whyOf(line, year), least: 2 };
  return {
    value,
    low: value === null ? null : (line.bands?.p25[index] ?? null),
    high: value === null ? null : (line.bands?.p75[index] ?? null),
    unit: line.unit,
    why: value === null ? null : whyOf(line, year),
  };
}

/** The band that nine of ten draws lie in; null where nothing varies. */
export function bandAt(line: OutlookLine, index: number): { value: number | null; low: number; high: number; unit: string } | null {
  const [low, high] = [line.bands?.p05[index] ?? null, line.bands?.p95[index] ?? null];
  return low === null || high === null || low >= high || speck(high, line.unit) ? null : { value: line.values[index] ?? null, low, high, unit: line.unit };
}

/** The id that opens the value of a year. */
export function whyOf(line: Pick<OutlookLine, 'why'>, year: number): string | null {
  return line.why?.replace('{year}', String(year)) ?? null;
}

/** The lines of a group in its order, those that the answer has. */
export function pick(lines: readonly OutlookLine[], ids: readonly string[]): OutlookLine[] {
  return ids.flatMap((id) => lines.filter((line) => line.id === id));
}
