import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beside, reach } from './impacts.ts';

test('what bounds do not tell is not told', () => {
  assert.equal(beside({ value: 5, low: 4, high: 6 }, { value: 9, low: 7, high: 12 }), 'less');
  assert.equal(beside({ value: 5, low: 4, high: 8 }, { value: 9, low: 7, high: 12 }), 'alike');
  assert.equal(beside({ value: 15, low: 13, high: 18 }, { value: 9, low: 7, high: 12 }), 'more');
  assert.equal(beside({ value: 5 }, { value: 9 }), 'less');
  assert.equal(beside({ value: null }, { value: 9 }), 'unknown');
});

test('a scale holds all bounds; of nothing known there is none', () => {
  assert.equal(reach([{ value: 5, low: 4, high: 6 }, { value: 9 }]), 9);
  assert.equal(reach([{ value: null }, { value: null }]), null);
});
