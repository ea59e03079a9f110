import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, outlines, path, type Seed } from './cells.ts';
import type { Point } from './projection.ts';

/** Signed area of a ring. */
function area(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!;
    return sum + (x * ny - nx * y) / 2;
  }, 0);
}

/** Whether a point lies inside rings, by the even-odd rule. */
function holds(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  }
  return inside;
}

/** Points like a land's, the same on every run. */
function scattered(count: number, owners: number): Seed[] {
  let state = 7;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, i) => ({ owner: `R${i % owners}`, x: next() * 1000, y: next() * 800 }));
}

test('every point lies in its own region and in no other', () => {
  const seeds = scattered(200, 17);
  const regions = outlines(seeds);
  assert.equal(regions.size, 17);
  for (const seed of seeds) {
    for (const [code, rings] of regions) assert.equal(holds(rings, [seed.x, seed.y]), code === seed.owner, `${seed.x},${seed.y} in ${code}`);
  }
});

test('regions share their borders: a grid of places is covered once', () => {
  const regions = outlines(scattered(120, 9));
  for (let x = 13.7; x < 1000; x += 41.3) {
    for (let y = 11.9; y < 800; y += 37.1) {
      assert.equal([...regions.values()].filter((rings) => holds(rings, [x, y])).length, 1, `${x},${y}`);
    }
  }
});

test('two halves meet at the line between their points, and inner edges are gone', () => {
  const seeds: Seed[] = [
    { owner: 'A', x: -10, y: -5 }, { owner: 'A', x: -10, y: 5 },
    { owner: 'B', x: 10, y: -5 }, { owner: 'B', x: 10, y: 5 },
  ];
  const { A, B } = Object.fromEntries(outlines(seeds));
  assert.equal(A!.length, 1);
  assert.equal(B!.length, 1);
  // The border is the line x = 0 from end to end; the edge between the two points of A is not drawn.
  assert.ok(A![0]!.filter(([x]) => Math.abs(x) < 1e-6).length >= 2);
  assert.ok(A![0]!.every(([x]) => x < 1e-6));
  assert.ok(B![0]!.every(([x]) => x > -1e-6));
  assert.ok(Math.sign(area(A![0]!)) === Math.sign(area(B![0]!)));
});

test('a region around another has a hole', () => {
  const ring = Array.from({ length: 12 }, (_, i) => ({ owner: 'ring', x: 100 * Math.cos((i * Math.PI) / 6), y: 100 * Math.sin((i * Math.PI) / 6) }));
  const regions = outlines([...ring, { owner: 'city', x: 0, y: 0 }]);
  assert.equal(regions.get('ring')!.length, 2);
  assert.equal(regions.get('city')!.length, 1);
  const [outer, hole] = regions.get('ring')!.map(area).sort((a, b) => Math.abs(b) - Math.abs(a));
  assert.ok(Math.sign(outer!) !== Math.sign(hole!));
});

test('one point alone has all the land; two at one place do not break the rest', () => {
  assert.equal(outlines([{ owner: 'LU00', x: 3, y: 4 }]).get('LU00')!.length, 1);
  const regions = outlines([{ owner: 'A', x: 0, y: 0 }, { owner: 'B', x: 0, y: 0 }, { owner: 'C', x: 5, y: 1 }]);
  assert.ok(regions.has('C'));
  assert.ok(regions.has('A') !== regions.has('B'));
});

test('paths are closed and in tenths', () => {
  assert.equal(path([[[0, 0], [1.26, 0], [1, -1.04]]]), 'M0 0L1.3 0L1 -1Z');
  assert.equal(path([]), '');
});

test('a ring is cut at a rectangle, and left alone inside it', () => {
  const square: Point[] = [[0, 0], [10, 0], [10, 10], [0, 10]];
  assert.deepEqual(cut(square, [-1, -1, 11, 11]), square);
  assert.equal(Math.abs(area(cut(square, [2, 3, 100, 8]))), 8 * 5);
  assert.deepEqual(cut(square, [20, 20, 30, 30]), []);
  const triangle: Point[] = [[0, 0], [10, 0], [0, 10]];
  assert.equal(Math.abs(area(cut(triangle, [0, 0, 5, 5]))), 25);
});
