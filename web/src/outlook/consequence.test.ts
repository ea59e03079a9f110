import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from '../number/format.ts';
import { change, consequence, percent } from './consequence.ts';
import type { OutlookLine } from './documents.ts';

const line = (id: string, values: number[], unit = 't/a'): OutlookLine => ({ id, name: id.replace('-', ' '), says: '', unit, values });
const BEFORE = [line('secondary-supply', [10, 1000]), line('consumption', [20, 9000]), line('capacity-share', [0.1, 0.2], 'share'), line('benchmark', [5, 2250])];
const asked = { before: BEFORE, years: [2023, 2040], base: 2023, chosen: 'secondary-supply' };
const write = (one: Parameters<typeof format>[0]) => format(one);

test('it says what was and what is, by how much, and where capacity stands', () => {
  const after = [line('secondary-supply', [10, 1250]), line('consumption', [20, 9000]), line('capacity-share', [0.1, 0.3], 'share'), line('benchmark', [5, 2250])];
  assert.deepEqual(consequence({ ...asked, after, year: 2040 }, write), [
    'Secondary supply in 2040: 1\u2009250\u2009t/a instead of 1\u2009000\u2009t/a, 25\u2009% more.',
    'Recycling capacity is 30.0\u2009% of consumption: it reaches the 25\u2009% of Art. 5.',
  ]);
});

test('what else moves is named, what follows from it is not', () => {
  const after = [line('secondary-supply', [10, 1000]), line('consumption', [20, 4500]), line('capacity-share', [0.1, 0.2], 'share'), line('benchmark', [5, 1125])];
  const said = consequence({ ...asked, after, year: 2040 }, write);
  assert.equal(said[0], 'Secondary supply in 2040 stays at 1\u2009000\u2009t/a.');
  assert.equal(said[1], 'Consumption 4\u2009500\u2009t/a instead of 9\u2009000\u2009t/a.');
  assert.ok(said.every((one) => !one.includes('enchmark')));
  assert.match(said[2] ?? '', /stays below/);
});

test('where capacity is what limits, it says so', () => {
  const after = [line('secondary-supply', [10, 1000]), line('secondary-potential', [10, 1500])];
  const before = [line('secondary-supply', [10, 1000]), line('secondary-potential', [10, 1200])];
  assert.equal(consequence({ ...asked, before, after, year: 2040 }, write)[1], 'Recycling capacity holds it back: 1\u2009500\u2009t/a could be recovered.');
});

test('years that have been stay as they were', () => {
  assert.deepEqual(consequence({ ...asked, after: BEFORE, year: 2023 }, write), ['Levers move the years after 2023; 2023 stays as it was.']);
});

test('a change from nothing has no share, and unknown cannot be compared', () => {
  assert.equal(change(0, 0), 0);
  assert.equal(change(0, 1), Infinity);
  assert.equal(change(null, 1), null);
  assert.equal(change(4, 3), -0.25);
});

test('whole per cent, whatever the fraction', () => {
  const texts = [0.2833333333333333, 0.225, 0.3, 0.0046, 0].map((share) => format(percent(share)));
  assert.deepEqual(texts, ['28\u2009%', '23\u2009%', '30\u2009%', '0.5\u2009%', '0\u2009%']);
});
