import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from '../number/format.ts';
import { better, level, pairSays, reading } from './words.ts';

const write = (of: Parameters<typeof format>[0]) => format(of);

test('values of one game have the same decimals', () => {
  assert.deepEqual([0.76, 0.1712, 0.03].map((value) => write(reading(value, 'index', 0.76))), ['0.760', '0.171', '0.030']);
});

test('a tiny effect is shown tiny, not as nothing', () => {
  assert.equal(write(reading(0.00043, 'index', 0.76)), '0.0004');
  assert.equal(write(reading(-0.0312, 'share', 0.4)), '−3.1\u2009%');
  assert.equal(write(reading(null, 'index')), '–');
});

test('levels keep the digits that the official figure is read with', () => {
  assert.equal(write(level(1.8642, 'index')), '1.86');
  assert.equal(write(level(0.4312, 'share')), '43.1\u2009%');
});

test('positive is better in every measure', () => {
  assert.deepEqual([0.1, -0.1, 0, null].map(better), ['better', 'worse', 'same', 'unknown']);
});

test('pairs complement each other, stand in each other’s way, or neither', () => {
  assert.equal(pairSays(0.2), 'complement each other');
  assert.equal(pairSays(-0.2), 'stand in each other’s way');
  assert.match(pairSays(0), /no difference/);
});
