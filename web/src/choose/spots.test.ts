import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spread, stageOf } from './spots.ts';

test('a project has the sign of its first stage along the chain', () => {
  assert.equal(stageOf(['recycling', 'processing']), 'processing');
  assert.equal(stageOf(['substitution']), 'other');
  assert.equal(stageOf([]), 'other');
});

test('projects of one place move apart, others stay', () => {
  const points = [{ id: 1, x: 0, y: 0 }, { id: 2, x: 1, y: 0 }, { id: 3, x: 500, y: 0 }];
  const [a, b, c] = spread(points, 40);
  assert.ok(a !== undefined && b !== undefined);
  assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 35);
  assert.deepEqual(c, points[2]);
  assert.deepEqual(spread(points, 40).map((point) => point.id), [1, 2, 3]);
});
