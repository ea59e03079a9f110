import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceLines } from './price.ts';

test('what was seen is never drawn over by the model', () => {
  const lines = priceLines({ history: [{ year: 2020, value: 1 }, { year: 2022, value: 3 }], fan: [{ year: 2022, base: 9, p5: 8, p50: 9, p95: 10 }, { year: 2023, base: 4, p5: 2, p50: 3.5, p95: 7 }] });
  assert.deepEqual(lines, { years: [2020, 2021, 2022, 2023], history: [1, null, 3, null], median: [null, null, null, 3.5], low: [null, null, null, 2], high: [null, null, null, 7], base: 2022 });
});

test('without draws the base case stands for the median, without anything there is nothing', () => {
  assert.deepEqual(priceLines({ history: [], fan: [{ year: 2025, base: 4 }, { year: 2026, base: 5 }] }).median, [null, 5]);
  assert.deepEqual(priceLines({ history: [], fan: [] }).years, []);
});
