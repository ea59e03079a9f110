/** What moving the levers does, in words: the chosen line, what else moves, and where capacity stands. */
import type { Reading } from '../number/format.ts';
import type { OutlookLine } from './documents.ts';
import { AIM, capital, low } from './lines.ts';

type Write = (reading: Reading) => string;

/** Changes smaller than this share are none that anyone would act on. */
const NOTHING = 0.002;
/** A number is written to the place of which four units still lie within its bounds. */
const PERCENT = 0.039;
/** Others that are named beside the chosen line. */
const MOST = 2;
/** Lines that follow from others: naming them too would say the same twice. */
const FOLLOWS = new Set(['benchmark', 'from-outside', 'secondary-share', 'capacity-share', 'secondary-potential', 'scrap-supply', 'eol-rir', 'eol-rr', 'union-share', 'collected', 'uncollected', 'not-dismantled', 'untreated', 'recovery-loss']);

/** A value to three digits, so that before and after can be told apart. */
export function reading(value: number | null, unit: string): Reading {
  if (value === null) return { value: null, unit };
  const half = Math.abs(value) * 0.005;
  return { value, low: value - half, high: value + half, unit };
}

/** A share in whole per cent, or one digit of less: its bounds lie just so far away that they support no more. */
export function percent(share: number): Reading {
  return { value: share, low: share - PERCENT, high: share + PERCENT, unit: 'share' };
}

/** By how much a value changes, as a share of what it was; null where nothing can be compared. */
export function change(before: number | null | undefined, after: number | null | undefined): number | null {
  if (before == null || after == null) return null;
  if (before === after) return 0;
  return before === 0 ? Infinity : (after - before) / Math.abs(before);
}

type Moved = { before: readonly OutlookLine[]; after: readonly OutlookLine[]; years: readonly number[]; year: number; chosen: string; base: number };

/** The sentences, the most important first; empty where the two cannot be compared. */
export function consequence({ before, after, years, year, chosen, base }: Moved, write: Write): string[] {
  if (year <= base) return [`Levers move the years after ${base}; ${year} stays as it was.`];
  const index = years.indexOf(year);
  const all = after.flatMap((line) => {
    const was = before.find((one) => one.id === line.id)?.values[index] ?? null;
    const is = line.values[index] ?? null;
    const by = change(was, is);
    return by === null ? [] : [{ line, was, is, by }];
  });
  const main = all.find((one) => one.line.id === chosen);
  if (main === undefined) return [];
  const said = ({ line, was, is }: (typeof all)[number]) => `${write(reading(is, line.unit))} instead of ${write(reading(was, line.unit))}`;
  const sentences = [Math.abs(main.by) < NOTHING ? `${capital(main.line.name)} in ${year} stays at ${write(reading(main.is, main.line.unit))}.` : `${capital(main.line.name)} in ${year}: ${said(main)}${by(main.by, write)}.`];
  const potential = all.find((one) => one.line.id === 'secondary-potential');
  if (chosen === 'secondary-supply' && (potential?.is ?? 0) > (main.is ?? 0) * (1 + NOTHING)) sentences.push(`Recycling capacity holds it back: ${write(reading(potential?.is ?? null, main.line.unit))} could be recovered.`);
  const others = all.filter((one) => one !== main && !FOLLOWS.has(one.line.id) && Math.abs(one.by) >= NOTHING).sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  if (others.length > 0) sentences.push(`${capital(others.slice(0, MOST).map((one) => `${low(one.line.name)} ${said(one)}`).join('; '))}.`);
  const share = all.find((one) => one.line.id === 'capacity-share');
  if (share !== undefined) sentences.push(`Recycling capacity is ${write(reading(share.is, 'share'))} of consumption: ${standing(share.was ?? 0, share.is ?? 0)}.`);
  return sentences;
}

function by(change: number, write: Write): string {
  if (!Number.isFinite(change)) return '';
  return `, ${write(percent(Math.abs(change)))} ${change > 0 ? 'more' : 'less'}`;
}

function standing(was: number, is: number): string {
  if (is >= AIM) return was >= AIM ? 'it stays above the 25\u2009% of Art. 5' : 'it reaches the 25\u2009% of Art. 5';
  return was >= AIM ? 'it falls below the 25\u2009% of Art. 5' : 'it stays below the 25\u2009% of Art. 5';
}
