/** A sentence of the server with its figures as numbers that open: those that a line has in a year that is named. */
import type { Marks } from '../number/format.ts';
import type { OutlookLine } from './documents.ts';
import { valueAt, type At } from './lines.ts';

/** A piece of a sentence: words, or a number with the reading behind it. */
export type Piece = { text: string; at: At | null };

const THIN = '\u2009';
/** A number as the server writes it, with its unit: `12 340 t/a`, `7.3 %`; thin spaces hold it together. */
const NUMBER = /(\d+(?:\u2009\d{3})*)(\.\d+)?\u2009(%|t\/a|t)(?![\w/])/g;
const YEAR = /\b(?:19|20)\d\d\b/g;

type Said = { value: number; within: number; share: boolean };

/** What a number in a sentence may stand for: anything that is rounded to it. */
function said(whole: string, fraction: string | undefined, unit: string): Said {
  const digits = whole.replaceAll(THIN, '');
  const noughts = fraction === undefined ? (/0*$/.exec(digits)?.[0].length ?? 0) : 0;
  const last = fraction === undefined ? 10 ** Math.min(noughts, digits.length - 1) : 10 ** (1 - fraction.length);
  const scale = unit === '%' ? 0.01 : 1;
  return { value: Number(`${digits}${fraction ?? ''}`) * scale, within: (last / 2) * scale * (1 + 1e-9), share: unit === '%' };
}

/**
 * Cuts a sentence into pieces. A number opens where just one value of the lines, in a year that the sentence names, is
 * rounded to it; what stands in brackets is a range and opens nothing.
 */
export function pieces(sentence: string, lines: readonly OutlookLine[], years: readonly number[], marks?: Marks): Piece[] {
  const named = new Set((sentence.match(YEAR) ?? []).map(Number));
  const values = lines.flatMap((line) => years.flatMap((year, index) => {
    const at = valueAt(line, index, year);
    return named.has(year) && at.value !== null && at.value !== 0 && at.why !== null ? [at] : [];
  }));
  const meant = (number: Said): At | null => {
    const all = values.filter((at) => (at.unit === 'share') === number.share && Math.abs((at.value ?? 0) - number.value) <= number.within);
    const [first] = all;
    return first !== undefined && all.every((at) => at.value === first.value) ? first : null;
  };
  const all: Piece[] = [];
  let from = 0;
  for (const match of sentence.matchAll(NUMBER)) {
    const [text, whole = '', fraction, unit = ''] = match;
    const before = sentence.slice(0, match.index);
    const at = before.lastIndexOf('(') > before.lastIndexOf(')') ? null : meant(said(whole, fraction, unit));
    if (at === null) continue;
    if (match.index > from) all.push({ text: sentence.slice(from, match.index), at: null });
    all.push({ text: marks === undefined ? text : translated(text, marks), at });
    from = match.index + text.length;
  }
  if (from < sentence.length) all.push({ text: sentence.slice(from), at: null });
  return all;
}

/** A number of the server's in the marks that the reader is used to. */
function translated(text: string, marks: Marks): string {
  return text.replaceAll('.', marks.decimal).replaceAll(new RegExp(`(?<=\\d)${THIN}(?=\\d)`, 'g'), marks.group);
}
