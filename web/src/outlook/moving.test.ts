import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutlookLine } from './documents.ts';
import { between, shownOf } from './moving.ts';

const line = (id: string, values: (number | null)[], spread: number | null = null): OutlookLine => ({
  id, name: id, says: '', unit: 't/a', values,
  bands: spread === null ? null : { p05: values, p25: values, p50: values, p75: values, p95: values.map((value) => (value === null ? null : value + spread)), mean: values },
});

test('everything that is drawn has room: lines, the band of the chosen one, and what stood there before', () => {
  const lines = [line('a', [1, 2]), line('b', [3, null], 5)];
  const top = (chosen: string, also: (number | null)[][]) => shownOf([2020, 2021], lines, chosen, also).top;
  assert.ok(top('a', []) >= 3 && top('a', []) < 4, 'the band of a line that is not chosen takes no room');
  assert.ok(top('b', []) >= 8);
  assert.ok(top('a', [[null, 20]]) >= 20);
  assert.equal(shownOf([2020], [line('a', [null])], 'a', []).top, 1, 'nothing known still has a scale');
});

test('between two moments values lie between, and what was unknown is there at once', () => {
  const from = shownOf([2020, 2021], [line('a', [0, null], 1)], 'a', []);
  const until = shownOf([2020, 2021], [line('a', [10, 4], 1), line('b', [7, 7])], 'a', []);
  const half = between(from, until, 0.5);
  assert.deepEqual(half.lines.get('a'), [5, 4]);
  assert.deepEqual(half.lines.get('b'), [7, 7]);
  assert.deepEqual(half.band?.p95, [6, 5]);
  assert.ok(Math.abs(half.top - (from.top + until.top) / 2) < 1e-9);
  assert.equal(between(from, until, 1), until);
});
