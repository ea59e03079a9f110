/** A sentence of the server with its figures as numbers that open: those that a line has in a year that is named. */
import type { Marks } from '../number/format.ts';
import { format } from '../number/format.ts';
import type { OutlookLine } from './documents.ts';
import { bandAt, valueAt, type At } from './lines.ts';

/** A piece of a sentence: words, or a number with the reading behind it. */
export type Piece = { text: string; at: At | null };

const THIN = '\u2009';
/** A number as the server writes it, with its unit: `12 340 t/a`, `7.3 %`; thin spaces hold it together. */
const NUMBER = /\d+(?:\u2009\d{3})*(?:\.\d+)?(?:\u2009(?:%|t\/a|t))?/g;
const YEAR = /\b(?:19|20)\d\d\b/g;

/**
 * Cuts a sentence into pieces. A number opens where exactly that text is what one of the lines says in a year of the
 * sentence, written with its band or without; a number that could be meant in several ways opens none.
 */
export function pieces(sentence: string, lines: readonly OutlookLine[], years: readonly number[], marks?: Marks): Piece[] {
  const named = new Set((sentence.match(YEAR) ?? []).map(Number));
  const texts = new Map<string, At | null>();
  for (const line of lines) {
    years.forEach((year, index) => {
      if (!named.has(year)) return;
      const at = valueAt(line, index, year);
      if (at.value === null || at.why === null) return;
      const band = bandAt(line, index);
      for (const text of new Set([format(at), format({ value: at.value, unit: at.unit }), ...(band === null ? [] : [format(band)])])) {
        const before = texts.get(text);
        texts.set(text, before === undefined || before?.value === at.value ? (before ?? at) : null);
      }
    });
  }
  const all: Piece[] = [];
  let from = 0;
  for (const match of sentence.matchAll(NUMBER)) {
    const text = match[0];
    const at = texts.get(text) ?? texts.get(`${text}/a`) ?? null;
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
