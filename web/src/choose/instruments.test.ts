import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AppraisalInstrument } from './documents.ts';
import { cheapest, costScale, instrumentOrder } from './instruments.ts';

const instrument = (kind: string, cost: number | null, tail: number | null, tonnes: number | null, breaches = 0): AppraisalInstrument => ({
  kind, name: kind, says: '', terms: [], public_cost: cost, public_cost_tail: tail, tonnes_per_eur: tonnes, flows: [], kept: [], notes: [],
  breaches: Array.from({ length: breaches }, (_, index) => ({ rule: String(index), paragraph: '', says: '' })),
});

test('the cheapest breaks no rule', () => {
  const all = [instrument('grant', 100, 100, 0.2), instrument('guarantee', 4, 60, 0.9, 1), instrument('price-floor', 10, 90, 0.5), instrument('equity', -5, 40, null)];
  assert.equal(cheapest(all)?.kind, 'price-floor');
  assert.equal(cheapest([instrument('grant', 1, 1, 1, 2)]), null);
});

test('one scale holds what the public pays, and what it may earn', () => {
  assert.deepEqual(costScale([instrument('equity', -5, 40, null), instrument('grant', 100, 100, 1)]), { low: -5, high: 100 });
  assert.deepEqual(costScale([instrument('none', null, null, null)]), { low: 0, high: 1 });
});

test('an order of the address that is not meant is none', () => {
  assert.deepEqual(instrumentOrder('cost:up'), { by: 'cost', direction: 'up' });
  assert.equal(instrumentOrder('beauty:up'), null);
});
