import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { format, formatBounds, type Reading } from './format.ts';

type Case = Reading & { text: string; bounds?: string };

// From web/.unit/number, where the compiler puts this file, to the table that the Rust tests read too.
const TABLE = fileURLToPath(new URL('../../../crates/adit-figure/cases/numbers.json', import.meta.url));
const cases = JSON.parse(readFileSync(TABLE, 'utf8')) as Case[];

test('numbers are written as everywhere else', () => {
  assert.ok(cases.length > 10, 'the table of cases is not empty');
  for (const one of cases) {
    assert.equal(format(one), one.text, JSON.stringify(one));
    if (one.bounds !== undefined) assert.equal(formatBounds(one), one.bounds, JSON.stringify(one));
  }
});

test('the language of numbers changes the marks and nothing else', () => {
  assert.equal(format({ value: 12340, unit: 't' }, { decimal: ',', group: '\u2009' }), '12\u2009340\u2009t');
  assert.equal(format({ value: 12.5, unit: 't' }, { decimal: ',', group: '' }), '12,5\u2009t');
  assert.equal(format({ value: 12340, unit: 't' }, { decimal: '.', group: '' }), '12340\u2009t');
});

test('a published figure keeps the decimals that it was printed with', () => {
  assert.equal(format({ value: 1, least: 1 }), '1.0');
  assert.equal(format({ value: 2.74, least: 1 }), '2.74');
});

test('bounds that differ by nothing that can be measured are one number', () => {
  assert.equal(formatBounds({ value: 0, low: -7.4e-323, high: 7.4e-323, unit: 'index' }), '0');
  assert.equal(formatBounds({ value: 0, low: 0, high: -0, unit: 'share' }), '0\u2009%');
});
