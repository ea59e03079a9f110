import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leader, order, ordinal, ownWeights, roundOf, says, stacked, strength, wholeShare, writtenWeights } from './weighing.ts';

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

test('little is not nothing, much is not all', () => {
  assert.deepEqual([0, 0.001, 0.005, 0.496, 0.9951, 1].map(wholeShare), ['0\u2009%', '<\u20091\u2009%', '1\u2009%', '50\u2009%', '>\u200999\u2009%', '100\u2009%']);
});

test('ranks have names', () => {
  assert.deepEqual([1, 2, 3, 4, 11, 12, 21, 22, 111].map(ordinal), ['1st', '2nd', '3rd', '4th', '11th', '12th', '21st', '22nd', '111th']);
});

test('the leader is the first of equal ones, and without alternatives there is none', () => {
  assert.deepEqual(leader([[0.2, 0.8], [0.4, 0.1], [0.4, 0.1]]), { at: 1, share: 0.4 });
  assert.equal(leader([]), null);
});

test('a round that takes answers stands before one that is closed', () => {
  const rounds = [{ id: 'a', portfolio: 'p', state: 'closed' }, { id: 'b', portfolio: 'p', state: 'open' }, { id: 'c', portfolio: null, state: 'closed' }];
  assert.equal(roundOf(rounds, 'p')?.id, 'b');
  assert.equal(roundOf(rounds, 'c')?.id, 'c');
  assert.equal(roundOf(rounds, 'x'), null);
});
