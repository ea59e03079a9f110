import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart, wrapped, type End } from './ends.ts';

const ends = (...ys: number[]): End[] => ys.map((y, index) => ({ id: String(index), y, height: 16 }));

test('labels with room stand at the ends of their lines', () => {
  assert.deepEqual([...apart(ends(20, 60, 100), 0, 200).values()], [20, 60, 100]);
});

test('labels that would touch share the shift', () => {
  const places = apart(ends(50, 50), 0, 200);
  assert.deepEqual([places.get('0'), places.get('1')], [42, 58]);
});

test('nothing touches and nothing leaves the figure, whatever the ends', () => {
  for (const ys of [[0, 0, 0, 0], [199, 199, 198], [10, 12, 60, 61, 62, 190], [5, 15, 25, 35, 45]]) {
    const all = ends(...ys).map((end, index) => ({ ...end, height: index % 2 === 0 ? 16 : 32 }));
    const boxes = all.map((end) => ({ top: apart(all, 0, 200).get(end.id)! - end.height / 2, floor: apart(all, 0, 200).get(end.id)! + end.height / 2 })).sort((a, b) => a.top - b.top);
    boxes.forEach((box, index) => assert.ok(index === 0 || box.top >= boxes[index - 1]!.floor - 1e-9, String(ys)));
    assert.ok(boxes[0]!.top >= -1e-9 && boxes.at(-1)!.floor <= 200 + 1e-9, String(ys));
  }
});

test('the order of the labels is that of the ends', () => {
  const all = ends(90, 10, 50, 49);
  const order = [...apart(all, 0, 100)].sort(([, a], [, b]) => a - b).map(([id]) => id);
  assert.deepEqual(order, ['1', '3', '2', '0']);
});

test('a long name takes several lines, a long word its own', () => {
  const measure = (text: string) => text.length;
  assert.deepEqual(wrapped('25 % of consumption (Art. 5)', 12, measure), ['25 % of', 'consumption', '(Art. 5)']);
  assert.deepEqual(wrapped('unbreakable', 3, measure), ['unbreakable']);
});
