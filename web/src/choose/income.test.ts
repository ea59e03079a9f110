import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AppraisalIncome } from './documents.ts';
import { byLevel } from './income.ts';

const income = (level: string, values: number[]): AppraisalIncome => ({ level, receiver: level, kind: 'tax', rule: '', source: 's', values, total: values.reduce((a, b) => a + b, 0) });

test('income adds up within a level and never across', () => {
  const found = byLevel([income('state', [1, 2]), income('municipality', [3, 0]), income('state', [0, 4]), income('church', [1, 1])], 2);
  assert.deepEqual(found.map((one) => [one.id, one.values, one.total]), [['municipality', [3, 0], 3], ['state', [1, 6], 7], ['church', [1, 1], 2]]);
});
