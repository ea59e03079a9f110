import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PortfolioBudget } from './documents.ts';
import { budgetMove, funds, movedBudget, movedRule, portfolioView, question, ruleMove, stepOf, switched, touched, writtenBudget, writtenRule } from './portfolioview.ts';

test('an address holds the whole question, and what cannot be meant falls away', () => {
  const view = portfolioView(new URLSearchParams('budget=jtf:200&budget=jtf:1&budget=erdf:50@2028&budget=much&rule=carbon:900&rule=water:off&with=keliber&without=cinovec&front=npv,carbon&near=yes&set=front.3'));
  assert.deepEqual(view.budgets, [{ fund: 'jtf', meur: 200, year: null }, { fund: 'erdf', meur: 50, year: 2028 }]);
  assert.deepEqual(view.rules, [{ name: 'carbon', limit: 900 }, { name: 'water', limit: null }]);
  assert.deepEqual([view.front, view.near, view.robust, view.set], [{ first: 'npv', second: 'carbon' }, true, false, { of: 'front', number: 3 }]);
  assert.deepEqual(question(view), { budget: ['jtf:200', 'erdf:50@2028'], rule: ['carbon:900', 'water:off'], with: ['keliber'], without: ['cinovec'] });
  assert.equal(touched(portfolioView(new URLSearchParams('front=npv,npv&set=best'))), false);
});

test('moves come back from what is written', () => {
  for (const move of [{ fund: 'jtf', meur: 0, year: null }, { fund: 'innovation-fund', meur: 12.5, year: 2030 }]) assert.deepEqual(budgetMove(writtenBudget(move)), move);
  for (const move of [{ name: 'carbon in all: at most', limit: 3 }, { name: 'water', limit: null }]) assert.deepEqual(ruleMove(writtenRule(move)), move);
  assert.equal(budgetMove('jtf:-1'), null);
  assert.equal(ruleMove('carbon'), null);
});

test('a fund that is moved as a whole forgets its years, and a year of it the whole', () => {
  const moves = movedBudget([{ fund: 'a', meur: 1, year: 2028 }, { fund: 'b', meur: 2, year: null }], 'a', null, 9);
  assert.deepEqual(moves, [{ fund: 'b', meur: 2, year: null }, { fund: 'a', meur: 9, year: null }]);
  assert.deepEqual(movedBudget(moves, 'a', null, null), [{ fund: 'b', meur: 2, year: null }]);
  assert.deepEqual(movedRule([{ name: 'x', limit: 1 }], 'x', null), [{ name: 'x', limit: null }]);
  assert.deepEqual(movedRule([{ name: 'x', limit: 1 }], 'x', undefined), []);
  assert.deepEqual(switched(switched(['a'], 'b', true), 'a', false), ['b']);
});

const budget = (fund: string, year: number | null, limit: number, used: number): PortfolioBudget => ({ fund, name: fund, year, used, limit, stated: limit, slider_low: 0, slider_high: 2 * limit, price: null });

test('a fund with a budget for each year is their sum', () => {
  const [a, b] = funds([budget('a', 2027, 10, 4), budget('a', 2028, 20, 20), budget('b', null, 7, 7)]);
  assert.deepEqual([a?.limit, a?.used, a?.high, a?.years.length], [30, 24, 60, 2]);
  assert.deepEqual([b?.limit, b?.years.length], [7, 0]);
});

test('a step is one that a hand can hit', () => {
  assert.equal(stepOf(400), 2);
  assert.equal(stepOf(30), 0.2);
  assert.equal(stepOf(0), 1);
});
