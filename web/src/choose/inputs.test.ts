import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AppraisalInput } from './documents.ts';
import { counts, groups, ofKind } from './inputs.ts';

const input = (id: string, group: string, kind: string): AppraisalInput => ({ id, name: id, group, kind, value: 1, unit: '1', locator: '' });
const all = [input('a', 'Cost', 'fact'), input('b', 'Time', 'assumption'), input('c', 'Cost', 'assumption')];

test('facts and assumptions are counted and told apart', () => {
  assert.deepEqual(counts(all).map((one) => [one.id, one.count]), [['fact', 1], ['assumption', 2]]);
  assert.deepEqual(ofKind(all, 'fact').map((one) => one.id), ['a']);
  assert.deepEqual(ofKind(all, 'guess').length, 3);
});

test('groups keep the order of the account', () => {
  assert.deepEqual(groups(all).map((one) => [one.name, one.inputs.map((input) => input.id)]), [['Cost', ['a', 'c']], ['Time', ['b']]]);
});
