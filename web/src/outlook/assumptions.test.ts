import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choices, mostUsed, ofKind } from './assumptions.ts';

const one = (kind: string, source = 'a') => ({ kind, source });
const ALL = [one('published', 'b'), one('assumption', 'adit'), one('published', 'b'), one('derived', 'a'), one('published', 'c')];

test('every kind that occurs can be chosen, with how many there are', () => {
  assert.deepEqual(choices(ALL).map(({ id, count }) => [id, count]), [['all', 5], ['published', 3], ['derived', 1], ['assumption', 1]]);
  assert.deepEqual(choices([one('derived')]).map(({ id }) => id), ['all', 'derived']);
});

test('a kind that is none shows all', () => {
  assert.equal(ofKind(ALL, 'derived').length, 1);
  assert.equal(ofKind(ALL, 'guessed').length, 5);
  assert.equal(ofKind(ALL, null).length, 5);
});

test('sources stand by how much rests on them, and the rest is counted', () => {
  assert.deepEqual(mostUsed(ALL, 5), ['b', 'a', 'c']);
  assert.deepEqual(mostUsed(ALL, 1), ['b', '2 more, each with its figure below']);
});
