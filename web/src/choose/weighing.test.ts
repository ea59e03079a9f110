import assert from 'node:assert/strict';
import { test } from 'node:test';
import { order, ordinal, ownWeights, says, stacked, strength, writtenWeights } from './weighing.ts';

test('own weights come back from the address, and nothing else does', () => {
  const weights = ownWeights(new URLSearchParams('w=cost:80&w=water use:20.5&w=beauty:3&w=jobs:&w=carbon:900'), ['cost', 'water use', 'jobs', 'carbon']);
  assert.deepEqual(writtenWeights(weights), ['cost:80', 'water use:20.5', 'carbon:100']);
  assert.equal(says(weights), true);
  assert.equal(says(new Map([['cost', 0]])), false);
});

test('ranks stack from the first, and the first is strongest', () => {
  assert.deepEqual(stacked([0.5, 0, 0.25, 0.25]), [{ rank: 1, from: 0, share: 0.5 }, { rank: 3, from: 0.5, share: 0.25 }, { rank: 4, from: 0.75, share: 0.25 }]);
  assert.equal(strength(1, 5), 1);
  assert.ok(strength(5, 5) > 0 && strength(5, 5) < strength(4, 5));
  assert.equal(strength(1, 1), 1);
});

test('who stands first most often is listed first; equals keep their order', () => {
  assert.deepEqual(order([[0.2, 0.8], [0.8, 0.2], [0.2, 0.8]]), [1, 0, 2]);
});

test('ranks have names', () => {
  assert.deepEqual([1, 2, 3, 4, 11, 12, 21, 22, 111].map(ordinal), ['1st', '2nd', '3rd', '4th', '11th', '12th', '21st', '22nd', '111th']);
});
