import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ends, mixed, spans, type FlowYear } from './cashflow.ts';

const flow = (year: number, revenue: number, cost: number, tax = 0): FlowYear => ({ year, revenue, cost, tax, net: revenue - cost - tax, low: null, high: null });

test('everything that is drawn has room, and so has nothing', () => {
  assert.deepEqual(ends([flow(2025, 0, 100), flow(2026, 80, 20, 10)]), { low: -100, high: 80 });
  assert.deepEqual(ends([{ ...flow(2025, 10, 5), low: -30, high: 40 }]), { low: -30, high: 40 });
  assert.deepEqual(ends([]), { low: -1, high: 1 });
});

test('between two cash flows of the same years every amount is on its way', () => {
  const [half] = mixed([flow(2025, 0, 100)], [flow(2025, 50, 60)], 0.5);
  assert.deepEqual([half?.revenue, half?.cost, half?.net], [25, 80, -55]);
  const later = [flow(2026, 1, 1)];
  assert.equal(mixed([flow(2025, 0, 1)], later, 0.5)[0], later[0]);
  assert.equal(mixed([], later, 0.5), later);
});

test('phases are cut to the years that are drawn', () => {
  const phases = [{ id: 'b', says: 'b', from: 2027, until: 2040 }, { id: 'a', says: 'a', from: 2020, until: 2026 }, { id: 'c', says: 'c', from: 2050, until: 2060 }];
  assert.deepEqual(spans(phases, [2025, 2026, 2027, 2028]).map((one) => [one.id, one.from, one.until]), [['a', 2025, 2026], ['b', 2027, 2028]]);
  assert.deepEqual(spans(phases, []), []);
});
