import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighbour, weight, type Mark } from './matrix.ts';

const mark = (id: string, x: number, y: number, of: Mark['class'] = 'below'): Mark => ({
  id, label: id, class: of, hollow: false, rounding: null, shown: true, published: null,
  x: { value: x, low: null, high: null, why: null }, y: { value: y, low: null, high: null, why: null },
});
const MARKS = [mark('a', 1, 3), mark('b', 2, 1), mark('c', 2, 2)];

test('arrow keys reach every mark and stop at the ends', () => {
  assert.equal(neighbour(MARKS, 'a', 'ArrowRight'), 'b');
  assert.equal(neighbour(MARKS, 'b', 'ArrowRight'), 'c');
  assert.equal(neighbour(MARKS, 'c', 'ArrowRight'), null);
  assert.equal(neighbour(MARKS, 'b', 'ArrowUp'), 'c');
  assert.equal(neighbour(MARKS, 'c', 'ArrowUp'), 'a');
  assert.equal(neighbour(MARKS, 'a', 'ArrowDown'), 'c');
  assert.equal(neighbour(MARKS, 'b', 'Home'), 'a');
  assert.equal(neighbour(MARKS, 'b', 'End'), 'b');
  assert.equal(neighbour([], 'b', 'Home'), null);
});

test('strategic materials are labelled before critical ones, whatever their risk', () => {
  assert.ok(weight(mark('s', 1, 0.1, 'strategic')) > weight(mark('c', 1, 5.6, 'critical')));
  assert.ok(weight(mark('c', 1, 1, 'critical')) > weight(mark('b', 1, 4)));
});
