import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from '../number/format.ts';
import { consequence, finding } from './consequence.ts';
import type { AppraisalAnswer } from './documents.ts';

type Worth = Parameters<typeof consequence>[0];
const worth = (npv: number, irr: number | null, needed: number, chance: number | null = null): Worth => ({
  npv: { base: npv, unit: 'MEUR' }, irr: { base: irr, roots: irr === null ? [] : [irr], sign_changes: 1, says: 'There is no rate: the cash flow never changes its sign.' },
  break_even: { base: needed, unit: 'EUR/t' }, payback: { base: 9, unit: 'a' }, chance_positive: chance, money: { unit: 'MEUR', basis: 'real', year: 2025, discount_rate: 0.08, inflation: 0.02 },
});

test('a moved input says what it changes, and where the sign turns', () => {
  const said = consequence(worth(-40, 0.06, 21000, 0.3), worth(60, 0.11, 18000, 0.7), format);
  assert.deepEqual(said, [
    'Net present value: 60.0\u2009million EUR instead of \u221240.0. It earns its money now.',
    'Internal rate of return: 11.0\u2009% instead of 6.0\u2009%.',
    'It breaks even at 18\u2009000\u2009EUR/t instead of 21\u2009000.',
    'Chance of a positive value: 70\u2009% instead of 30\u2009%, an estimate.',
  ]);
});

test('what does not change is said to stay, and a rate that is gone says why', () => {
  assert.deepEqual(consequence(worth(10, 0.09, 5), worth(10.001, 0.09, 5), format), ['Its net present value stays at 10.0\u2009million EUR.']);
  assert.equal(consequence(worth(10, 0.09, 5), worth(-300, null, 5), format)[1], 'There is no rate: the cash flow never changes its sign.');
});

const flow = (year: number, cumulative: number) => ({ year, cumulative }) as AppraisalAnswer['cash_flow'][number];
const money = { unit: 'MEUR', basis: 'real', year: 2025, discount_rate: 0.08, inflation: 0 };
const project = { name: 'Keliber' } as AppraisalAnswer['project'];

test('the finding says how much goes in and when it is back', () => {
  assert.equal(finding({ cash_flow: [flow(2025, -100), flow(2026, -150), flow(2027, -20), flow(2028, 90)], money, project }, format), 'Up to 2026, 150\u2009million EUR more go out than come in; by 2028 it is back, and over its life 90\u2009million EUR are left, undiscounted.');
  assert.match(finding({ cash_flow: [flow(2025, -100), flow(2026, -10)], money, project }, format), /not all of it ever comes back/);
  assert.match(finding({ cash_flow: [], money, project }, format), /^Nothing/);
});
