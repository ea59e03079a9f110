/** The game's words and figures for people. */
import type { TogetherAnswer } from '../chain/documents.ts';

type Reading = { value: number | null; low: number | null; high: number | null; unit: string };
type Write = (reading: Reading) => string;

/**
 * A value of the game, with the digits that its size beside the whole deserves; an effect that is tiny is shown tiny, not
 * as nothing.
 */
export function reading(value: number | null | undefined, unit: string, whole: number = value ?? 0): Reading {
  if (value == null) return { value: null, low: null, high: null, unit };
  // Nothing is nothing, with no decimals to it.
  const half = value === 0 ? 0 : Math.max(Math.abs(whole), Math.abs(value)) * 0.005;
  return { value, low: value - half, high: value + half, unit };
}

/** The largest value of a game: what the digits of all others are measured by. */
export function whole(of: Pick<TogetherAnswer, 'together' | 'sum_alone'>): number {
  return Math.max(Math.abs(of.together ?? 0), Math.abs(of.sum_alone ?? 0));
}

/** A level, before or after: two decimals of an index, tenths of a percent. */
export function level(value: number | null | undefined, unit: string): Reading {
  if (value == null) return { value: null, low: null, high: null, unit };
  const half = value === 0 ? 0 : unit === 'index' ? 0.02 : 0.002;
  return { value, low: value - half, high: value + half, unit };
}

/** Whether a change is for the better: positive is better in every measure of the game. */
export function better(value: number | null | undefined): 'better' | 'worse' | 'same' | 'unknown' {
  if (value == null) return 'unknown';
  if (Math.abs(value) < 1e-9) return 'same';
  return value > 0 ? 'better' : 'worse';
}

/** What the bars show, in one sentence. */
export function finding(of: TogetherAnswer, write: Write): string {
  const shares = of.regions.map((region) => ({ name: region.name, value: of.shapley[region.code] ?? 0 })).sort((a, b) => b.value - a.value);
  const [first] = shares;
  const last = shares.at(-1);
  if (of.together == null) return 'The change is unknown: an input is missing.';
  if (first === undefined || last === undefined) return 'No region plays.';
  if (shares.every((one) => Math.abs(one.value) < 1e-9)) return 'None of these regions changes the figure.';
  const most = `${first.name} carries the largest share of the change: ${write(reading(first.value, of.unit, whole(of)))} of ${write(reading(of.together, of.unit, whole(of)))}`;
  const worse = shares.filter((one) => one.value < -1e-9).map((one) => one.name);
  if (worse.length > 0) return `${most}; ${worse.join(' and ')} ${worse.length === 1 ? 'makes' : 'make'} it worse.`;
  const none = shares.filter((one) => Math.abs(one.value) < 1e-9).map((one) => one.name);
  return none.length > 0 ? `${most}; ${none.join(', ')} ${none.length === 1 ? 'changes' : 'change'} nothing that is counted.` : `${most}.`;
}

/** What an interaction means. */
export function pairSays(interaction: number): string {
  if (Math.abs(interaction) < 1e-9) return 'make no difference to each other';
  return interaction > 0 ? 'complement each other' : 'stand in each other’s way';
}
