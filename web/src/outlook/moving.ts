/** What the band figure shows at one moment, and the moments between two answers while a hand moves a lever. */
import type { OutlookLine } from './documents.ts';

type Values = readonly (number | null)[];
export type Band = { p05: Values; p25: Values; p75: Values; p95: Values };

export type Shown = {
  years: readonly number[];
  /** Top of the vertical axis, in the unit of the lines. */
  top: number;
  lines: ReadonlyMap<string, Values>;
  /** Bands of the chosen line. */
  band: Band | null;
};

/** How much of the figure stays free above the highest value. */
const AIR = 1.06;

function highest(all: readonly Values[]): number {
  let most = 0;
  for (const values of all) for (const value of values) if (value !== null && value > most) most = value;
  return most;
}

/**
 * What is drawn: the central values of the lines and the band of the chosen one. `also` are values that must have room
 * without being a line of their own: those before the levers moved, and an aim.
 */
export function shownOf(years: readonly number[], lines: readonly OutlookLine[], chosen: string, also: readonly Values[]): Shown {
  const bands = lines.find((line) => line.id === chosen)?.bands ?? null;
  const all = [...lines.map((line) => line.values), ...(bands === null ? [] : [bands.p95]), ...also];
  const most = highest(all);
  return { years, top: most > 0 ? most * AIR : 1, lines: new Map(lines.map((line) => [line.id, line.values])), band: bands };
}

function mixed(from: Values | undefined, until: Values, t: number): Values {
  if (from === undefined || from.length !== until.length) return until;
  return until.map((to, index) => {
    const was = from[index];
    return to === null || was === null || was === undefined ? to : was + (to - was) * t;
  });
}

/** The moment between two. Lines that are new, and values that were unknown, are there at once. */
export function between(from: Shown, until: Shown, t: number): Shown {
  if (t >= 1) return until;
  const band = until.band;
  return {
    years: until.years,
    top: from.top + (until.top - from.top) * t,
    lines: new Map([...until.lines].map(([id, values]) => [id, mixed(from.lines.get(id), values, t)])),
    band: band === null ? null : { p05: mixed(from.band?.p05, band.p05, t), p25: mixed(from.band?.p25, band.p25, t), p75: mixed(from.band?.p75, band.p75, t), p95: mixed(from.band?.p95, band.p95, t) },
  };
}
