/**
 * How a number is written for people. The rule is `adit-figure`'s (`crates/adit-figure/src/number.rs` says it in full),
 * and both are held by `crates/adit-figure/cases/numbers.json`: as many digits as the bounds support, from one to four
 * significant ones, half away from zero, thin spaces between groups of three, the unit behind a thin space.
 */

/** A number as it comes from the API. */
export type Reading = {
  value?: number | null | undefined;
  low?: number | null | undefined;
  high?: number | null | undefined;
  unit?: string | null | undefined;
  /** Decimals that are shown even where they are noughts: a figure published as 1.0 stays 1.0. */
  least?: number | undefined;
};

/** The marks a reader is used to. They change what is shown, never what is computed or downloaded. */
export type Marks = { decimal: string; group: string };

const THIN = '\u2009';
const MINUS = '\u2212';
const SIGNIFICANT = 4;
/** Bounds closer than this are one number. */
const NOTHING = 1e-15;
/** Units of the last digit shown that bounds may lie away from the value. */
const UNITS = 4;

export const MISSING = '–';

/** A decimal point and thin spaces: as on the command line and in documents. */
export const ENGLISH: Marks = { decimal: '.', group: THIN };

/** The number with its unit. */
export function format(reading: Reading, marks: Marks = ENGLISH): string {
  const { value, low, high } = scaled(reading);
  if (value === null) return MISSING;
  // A year is a name, not an amount.
  if (reading.unit === 'year') return value.toFixed(0);
  const supported = places(value, low, high);
  const shown = reading.least === undefined ? supported : Math.max(reading.least, supported);
  return digits(value, shown, nearest, marks) + suffix(reading.unit);
}

/** The bounds with their unit: one place more than they support, rounded outward, so that they hold what they should. */
export function formatBounds(reading: Reading, marks: Marks = ENGLISH): string {
  const { value, low, high } = scaled(reading);
  if (low === null && high === null) return MISSING;
  if (high === null) return oneSided('≥', low!, downward, marks, reading.unit);
  if (low === null) return oneSided('≤', high, upward, marks, reading.unit);
  // Nothing that can be measured lies between them: what is left of a difference of equal numbers.
  if (high - low < NOTHING) {
    const both = Math.abs(low) < NOTHING ? 0 : low;
    return digits(both, places(both, null, null), nearest, marks) + suffix(reading.unit);
  }
  const middle = value ?? (low + high) / 2;
  const held = supported(middle, low, high);
  const finer = Math.max(held === null ? Infinity : held + 1, places(middle, low, high));
  const largest = Math.abs(low) > Math.abs(high) ? low : high;
  const at = Math.min(finer, SIGNIFICANT - 1 - firstDigit(largest));
  return `${digits(low, at, downward, marks)}–${digits(high, at, upward, marks)}${suffix(reading.unit)}`;
}

/** A limit on one side only: `≥ 12 %`, with two significant digits, rounded away from the value. */
function oneSided(mark: string, limit: number, round: (value: number, at: number) => number, marks: Marks, unit: string | null | undefined): string {
  const text = limit === 0 ? '0' : digits(limit, 1 - firstDigit(limit), round, marks);
  return `${mark}${THIN}${text}${suffix(unit)}`;
}

type Scaled = { value: number | null; low: number | null; high: number | null };

function scaled({ value, low, high, unit }: Reading): Scaled {
  const scale = unit === 'share' ? 100 : 1;
  const of = (number: number | null | undefined) => (number === null || number === undefined || !Number.isFinite(number) ? null : number * scale);
  return { value: of(value), low: of(low), high: of(high) };
}

function suffix(unit: string | null | undefined): string {
  if (unit === null || unit === undefined || unit === '' || unit === 'estimate' || unit === 'factor' || unit.startsWith('index')) return '';
  if (unit === 'share') return `${THIN}%`;
  return THIN + (unit === 'million-eur' ? 'million EUR' : unit);
}

/** Decimals to show; negative for whole tens and more. Rounding may not push a value out of its own bounds. */
function places(value: number, low: number | null, high: number | null): number {
  const most = SIGNIFICANT - 1 - firstDigit(value);
  const held = supported(value, low, high);
  if (held === null) return shortest(value, most);
  const least = value === 0 ? held : Math.max(held, -firstDigit(value));
  for (let at = least; at < most; at += 1) {
    const shown = nearest(value, at);
    if ((low === null || low <= shown) && (high === null || shown <= high)) return at;
  }
  return most;
}

/** Decimals that the bounds support: the finest place at which one unit is not below a quarter of the half width. */
function supported(value: number, low: number | null, high: number | null): number | null {
  const half = Math.max(low === null ? 0 : value - low, high === null ? 0 : high - value);
  return half > 1e-9 * Math.max(Math.abs(value), 1) ? -Math.ceil(Math.log10(half / UNITS) - 1e-9) : null;
}

/** The power of ten of the first digit of a number rounded to four significant digits; 0 for zero. */
function firstDigit(value: number): number {
  return value === 0 ? 0 : Number(value.toExponential(SIGNIFICANT - 1).split('e')[1]);
}

/** The fewest decimals that give a number back, at most `most`. */
function shortest(value: number, most: number): number {
  const close = 1e-12 * Math.max(Math.abs(value), 1);
  for (let at = 0; at < most; at += 1) if (Math.abs(nearest(value, at) - value) < close) return at;
  return most;
}

function atPlace(value: number, at: number, round: (units: number) => number): number {
  const scale = 10 ** Math.abs(at);
  return at >= 0 ? round(value * scale) / scale : round(value / scale) * scale;
}

/** Half away from zero. `toFixed` decides on the exact decimal digits of the number, and takes ties upward in size. */
function nearest(value: number, at: number): number {
  if (at >= 0) return Number(value.toFixed(Math.min(at, 100)));
  return atPlace(value, at, (units) => Math.sign(units) * Math.round(Math.abs(units)));
}

function downward(value: number, at: number): number {
  return atPlace(value, at, (units) => Math.floor(units + 1e-6));
}

function upward(value: number, at: number): number {
  return atPlace(value, at, (units) => Math.ceil(units - 1e-6));
}

function digits(value: number, at: number, round: (value: number, at: number) => number, marks: Marks): string {
  const rounded = Math.abs(round(value, at)).toFixed(Math.max(at, 0));
  const [whole = '0', fraction] = rounded.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks.group);
  const sign = value < 0 && /[1-9]/.test(rounded) ? MINUS : '';
  return sign + grouped + (fraction === undefined ? '' : marks.decimal + fraction);
}
