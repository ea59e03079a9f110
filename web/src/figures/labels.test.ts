import assert from 'node:assert/strict';
import { test } from 'node:test';
import { place, type Wish } from './labels.ts';

const AREA = { left: 0, top: 0, right: 200, bottom: 100 };
const wish = (id: string, x: number, y: number, weight: number): Wish => ({ id, x, y, radius: 5, reach: { left: 0, right: 0 }, width: 50, weight });

test('a free point has its label on the right, one at the right edge on the left', () => {
  const spots = place([wish('a', 20, 50, 1), wish('b', 190, 50, 1)], [], AREA);
  assert.equal(spots.get('a')?.anchor, 'start');
  assert.equal(spots.get('b')?.anchor, 'end');
});

test('a label begins beyond a sideways whisker', () => {
  const spots = place([{ ...wish('a', 50, 50, 1), reach: { left: 0, right: 12 } }], [], AREA);
  assert.deepEqual(spots.get('a'), { dx: 16, dy: 0, anchor: 'start' });
});

test('what weighs more chooses first, and the other gives way', () => {
  const spots = place([wish('light', 60, 50, 1), wish('heavy', 62, 52, 2)], [], AREA);
  assert.deepEqual(spots.get('heavy'), { dx: 9, dy: 0, anchor: 'start' });
  assert.notEqual(spots.get('light')?.anchor, 'start');
});

test('where there is no room there is no label, and an obstacle of its own is none', () => {
  const wall = { ...AREA, id: 'a' };
  assert.equal(place([wish('b', 100, 50, 1)], [wall], AREA).size, 0);
  assert.equal(place([wish('a', 100, 50, 1)], [wall], AREA).size, 1);
});
