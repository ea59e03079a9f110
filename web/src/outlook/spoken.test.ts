import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutlookLine } from './documents.ts';
import { pieces } from './spoken.ts';

const line = (id: string, unit: string, values: number[]): OutlookLine => ({ id, name: id, says: '', unit, values, why: `outlook.${id}/{year}` });
const LINES = [line('supply', 't/a', [100, 12340]), line('share', 'share', [0.05, 0.31]), line('twin', 't/a', [7, 12340])];
const YEARS = [2030, 2040];

test('a figure of a year that is named opens its own line', () => {
  const said = pieces('In 2040 recycling gives 31\u2009% of what is used.', LINES, YEARS);
  assert.deepEqual(said.map((piece) => piece.at?.why ?? piece.text), ['In 2040 recycling gives ', 'outlook.share/2040', ' of what is used.']);
});

test('the pieces are the sentence again', () => {
  const sentence = 'In 2030, 100\u2009t/a come back; 5\u2009% of use, and 3 others.';
  assert.equal(pieces(sentence, LINES, YEARS).map((piece) => piece.text).join(''), sentence);
});

test('a figure of a year that is not named does not open', () => {
  assert.ok(pieces('It gives 31\u2009% in 2030.', LINES, YEARS).every((piece) => piece.at === null));
});

test('two lines of one value are told by either; two values that are rounded alike by none', () => {
  assert.equal(pieces('12\u2009340\u2009t/a in 2040', LINES, YEARS).filter((piece) => piece.at !== null).length, 1);
  const close = [line('a', 't/a', [12340.4]), line('b', 't/a', [12339.6])];
  assert.ok(pieces('12\u2009340\u2009t/a in 2040', close, [2040]).every((piece) => piece.at === null));
});

test('a rounded figure opens what it is rounded from, whatever its digits', () => {
  const of = (text: string) => pieces(`${text} in 2040`, LINES, YEARS)[0]?.at?.value ?? null;
  assert.equal(of('12\u2009000\u2009t/a'), 12340);
  assert.equal(of('12\u2009300\u2009t/a'), 12340);
  assert.equal(of('12\u2009400\u2009t/a'), null);
  assert.equal(of('31.0\u2009%'), 0.31);
  assert.equal(of('30\u2009%'), 0.31);
  assert.equal(of('32\u2009%'), null);
});

test('the ends of a range do not open', () => {
  const said = pieces('31\u2009% in 2040 (5\u2009% to 31\u2009%)', LINES, YEARS);
  assert.equal(said.filter((piece) => piece.at !== null).length, 1);
});

test('the reader’s own marks are kept', () => {
  const said = pieces('12\u2009340\u2009t/a in 2040', LINES, YEARS, { decimal: ',', group: '' });
  assert.equal(said[0]?.text, '12340\u2009t/a');
});
