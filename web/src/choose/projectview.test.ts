import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AppraisalInput } from './documents.ts';
import { handles, moved, projectView, question, range, setting, touched, written, yearOf } from './projectview.ts';

const input = (id: string, value: number, low: number | null = null, high: number | null = null, unit = 'MEUR'): AppraisalInput => ({ id, name: id, group: 'Cost', value, low, high, unit, kind: 'fact', source: 's', locator: 'p. 1', note: null, why: null });

test('an address holds the whole view, and what cannot be meant falls away', () => {
  const view = projectView(new URLSearchParams('set=capital-cost:800&set=capital-cost:1&set=much&discount=0.1&basis=nominal&process=geometric&year=2031'));
  assert.deepEqual(view, { settings: [{ input: 'capital-cost', value: 800 }], discount: 0.1, nominal: true, process: 'geometric', year: 2031 });
  assert.deepEqual(question(view), { set: ['capital-cost:800'], discount: 0.1, basis: 'nominal', process: 'geometric', draws: 1000 });
  assert.equal(touched(view), true);
  const plain = projectView(new URLSearchParams('discount=11&process=lucky&year=soon'));
  assert.deepEqual(plain, { settings: [], discount: null, nominal: false, process: null, year: null });
  assert.equal(touched(plain), false);
});

test('a setting comes back from what is written', () => {
  for (const value of [800, 0.1 + 0.2, -3.5, 1.25e-7]) {
    const back = setting(written({ input: 'a-b', value }));
    assert.ok(back !== null && Math.abs(back.value - value) <= 1e-9 * Math.abs(value));
  }
  assert.equal(setting('a:b'), null);
  assert.deepEqual(moved([{ input: 'a', value: 1 }, { input: 'b', value: 2 }], 'a', 3), [{ input: 'a', value: 3 }, { input: 'b', value: 2 }]);
  assert.deepEqual(moved([{ input: 'a', value: 1 }], 'a', null), []);
});

test('price, capital, operating cost and delay have sliders first, then what matters most, and what is set', () => {
  const inputs = ['ore-grade', 'recovery', 'delay', 'operating-cost', 'price', 'capital-cost', 'life', 'royalty'].map((id) => input(id, 1));
  const ids = handles(inputs, [{ input: 'recovery' }, { input: 'price' }, { input: 'ore-grade' }, { input: 'life' }], [{ input: 'royalty', value: 2 }]).map((one) => one.id);
  assert.deepEqual(ids, ['price', 'capital-cost', 'operating-cost', 'delay', 'recovery', 'ore-grade', 'royalty']);
});

test('a slider holds its bounds and its value, in steps that a hand can hit', () => {
  const at = range(input('capital-cost', 783, 700, 900), null);
  assert.ok(at.low <= 600 && at.high >= 1000 && at.step === 5, JSON.stringify(at));
  const free = range(input('price', 20), 90);
  assert.ok(free.low <= 10 && free.high >= 90);
  assert.equal(range(input('recovery', 0.9, 0.8, 0.95, 'share'), null).high <= 1.01, true);
  assert.equal(range(input('delay', 0, 0, 3, 'a'), null).step, 1);
  assert.deepEqual(range(input('nothing', 0), null).low, 0);
});

test('the year that is read is one of the cash flow', () => {
  const flows = [{ year: 2025, phase: 'construction' }, { year: 2026, phase: 'operation' }, { year: 2027, phase: 'operation' }];
  assert.equal(yearOf({ year: null }, flows), 2026);
  assert.equal(yearOf({ year: 2099 }, flows), 2027);
  assert.equal(yearOf({ year: null }, []), 0);
});
