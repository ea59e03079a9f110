import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, sorted, turned } from './sort.ts';

test('the unknown stands last in both directions', () => {
  const rows = [{ v: null }, { v: 2 }, { v: 1 }];
  const by = (direction: 'up' | 'down') => sorted(rows, { by: 'v', direction }, (row) => row.v).map((row) => row.v);
  assert.deepEqual(by('up'), [1, 2, null]);
  assert.deepEqual(by('down'), [2, 1, null]);
});

test('words sort as people read them', () => {
  assert.ok(compare('aluminium', 'Zinc', 'up') < 0);
  assert.ok(compare('row 9', 'row 10', 'up') < 0);
});

test('pressing a heading turns its column, or begins another in its natural direction', () => {
  assert.deepEqual(turned({ by: 'sr', direction: 'down' }, 'sr', 'down'), { by: 'sr', direction: 'up' });
  assert.deepEqual(turned({ by: 'sr', direction: 'down' }, 'name', 'up'), { by: 'name', direction: 'up' });
});
