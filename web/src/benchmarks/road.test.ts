import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoadPoint } from '../chain/documents.ts';
import { finding, reachedFrom, ways } from './road.ts';

const COUNTS = { extraction: 0, processing: 0, recycling: 0, single_country: 0 };
const TARGETS = { extraction: 0.1, processing: 0.4, recycling: 0.25, single_country: 0.65 };
const year = (at: number, extraction: number | null, median: number | null): RoadPoint => ({
  year: at, by_tonnes: { extraction, processing: 0.5, recycling: null }, low: { extraction: extraction === null ? null : extraction - 0.02 }, high: { extraction: extraction === null ? null : extraction + 0.05 },
  median: { extraction: median, processing: 0.2, recycling: null }, met: COUNTS, known: COUNTS,
});
const ROAD = [year(2024, 0.05, 0.02), year(2027, 0.12, 0.04), year(2030, 0.11, 0.12)];

test('a road for each benchmark with an overall figure, the aim inside its scale', () => {
  const all = ways({ road: ROAD, targets: TARGETS });
  assert.deepEqual(all.map((way) => way.measure), ['extraction', 'processing', 'recycling']);
  for (const way of all) assert.ok(way.most > way.aim);
  assert.ok((all[0]?.most ?? 0) >= 0.17);
});

test('reached is what stays reached', () => {
  const [extraction] = ways({ road: ROAD, targets: TARGETS });
  assert.ok(extraction);
  assert.equal(reachedFrom(extraction.steps, 0.1, 'tonnes'), 2027);
  assert.equal(reachedFrom(extraction.steps, 0.1, 'median'), 2030);
  assert.equal(reachedFrom(extraction.steps, 0.115, 'tonnes'), null);
});

test('the finding names both ways of an overall figure', () => {
  const said = finding(ways({ road: ROAD, targets: TARGETS }), 2030);
  assert.match(said, /extraction is there by tonnes from 2027 and in the median from 2030/);
  assert.match(said, /processing is there by tonnes from 2024, but not in the median/);
  assert.match(said, /recycling reaches its aim neither/);
});
