/**
 * How a number is written for people: as many digits as its bounds support, at most four significant, thin spaces
 * between groups of three, and its unit. The same rule as `adit-figure` in Rust; both are tested against
 * `crates/adit-figure/cases/numbers.json`.
 */

/** A number as it comes from the API. */
export type Reading = {
  value: number | null | undefined;
  low?: number | null | undefined;
  high?: number | null | undefined;
  unit?: string | null | undefined;
  /** Decimals that are shown even where they are noughts: a figure published as 1.0 stays 1.0. */
  least?: number | undefined;
};

/** The marks a reader is used to. It changes what is shown, never what is computed or downloaded. */
export type Marks = { decimal: string; group: string };

const THIN = '\u2009';
const MINUS = '\u2212';
const SIGNIFICANT = 4;

export const UNKNOWN = '–';

/** Thin spaces and a decimal point: the language of the command line and of documents. */
export const ENGLISH: Marks = { decimal: '.', group: THIN };

/** The number with its unit; an unknown one is a dash. */
export function format(reading: Reading, marks: Marks = ENGLISH): string {
  const { value, unit, least = 0 } = reading;
  if (value === null || value === undefined || !Number.isFinite(value)) return UNKNOWN;
  const scale = unit === 'share' ? 100 : 1;
  const text = digits(value * scale, atLeast(least, decimals(value * scale, scaled(reading.low, scale), scaled(reading.high, scale))), marks);
  return text + suffix(unit);
}

/** Low and high as one text, with the digits that the value itself is shown with. */
export function formatBounds(reading: Reading, marks: Marks = ENGLISH): string {
  const { value, low, high, unit } = reading;
  if (low === null || low === undefined || high === null || high === undefined) return UNKNOWN;
  const scale = unit === 'share' ? 100 : 1;
  const middle = (value ?? (low + high) / 2) * scale;
  const places = Math.max(decimals(middle, low * scale, high * scale), 0);
  return `${digits(low * scale, places, marks)}–${digits(high * scale, places, marks)}${suffix(unit)}`;
}

/** Negative places round to tens and hundreds; they stay unless more is asked for. */
function atLeast(least: number, places: number): number {
  return least === 0 ? places : Math.max(least, places);
}

function scaled(bound: number | null | undefined, scale: number): number | null {
  return bound === null || bound === undefined ? null : bound * scale;
}

/** How many decimals the bounds support: the place of the first digit that they leave open. */
function decimals(value: number, low: number | null, high: number | null): number {
  const most = SIGNIFICANT - 1 - magnitude(value);
  const half = Math.max(high === null ? 0 : high - value, low === null ? 0 : value - low);
  if (half <= 0) return shortest(value, most);
  return Math.min(most, -magnitude(half));
}

/** The power of ten of the first digit. */
function magnitude(value: number): number {
  if (value === 0) return 0;
  return Number(value.toExponential(12).split('e')[1]);
}

/** A number without bounds keeps the digits it has, up to `most` decimals. */
function shortest(value: number, most: number): number {
  for (let places = 0; places < most; places += 1) {
    if (Math.abs(Number(value.toFixed(places)) - value) < 1e-12 * Math.max(1, Math.abs(value))) return places;
  }
  return most;
}

function digits(value: number, places: number, marks: Marks): string {
  const rounded = places >= 0 ? Math.abs(value).toFixed(Math.min(places, 20)) : (Math.round(Math.abs(value) * 10 ** places) / 10 ** places).toFixed(0);
  const [whole = '0', fraction] = rounded.split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, marks.group) : whole;
  const sign = value < 0 && /[1-9]/.test(rounded) ? MINUS : '';
  return sign + grouped + (fraction === undefined ? '' : marks.decimal + fraction);
}

function suffix(unit: string | null | undefined): string {
  if (unit === 'share') return `${THIN}%`;
  if (unit === undefined || unit === null || unit === '' || unit === 'index') return '';
  return THIN + unit;
}
