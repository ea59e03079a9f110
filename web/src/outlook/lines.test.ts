import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from '../number/format.ts';
import type { OutlookLine } from './documents.ts';
import { AIM_SAYS, bandAt, capital, known, low, nameOf, pick, valueAt } from './lines.ts';

const flat = (values: (number | null)[]) => ({ p05: values, p25: values, p50: values, p75: values, p95: values, mean: values });
const line = (id: string, values: (number | null)[], unit = 't/a'): OutlookLine => ({ id, name: 'Secondary supply', says: '', unit, values, why: `outlook.${id}/{year}` });

test('a value opens by its year, and what is unknown opens nothing', () => {
  const of = line('feed', [12, null]);
  assert.deepEqual([valueAt(of, 0, 2030).why, valueAt(of, 1, 2031).why], ['outlook.feed/2030', null]);
  assert.equal(known(of), true);
  assert.equal(known(line('feed', [null])), false);
});

test('less than ten kilograms is written as none, a share of that size is not', () => {
  assert.equal(format(valueAt(line('feed', [4e-7]), 0, 2010)), '0.00\u2009t/a');
  assert.equal(format(valueAt(line('feed', [0]), 0, 2010)), '0\u2009t/a');
  assert.notEqual(valueAt(line('eol-rir', [0.004], 'share'), 0, 2010).value, 0);
  assert.equal(bandAt({ ...line('feed', [1e-4]), bands: { ...flat([1e-4]), p05: [0], p95: [2e-4] } }, 0), null);
});

test('a band is that of nine in ten draws; where nothing varies there is none', () => {
  const bands = { ...flat([10]), p05: [5], p95: [20] };
  assert.deepEqual(bandAt({ ...line('feed', [10]), bands }, 0), { value: 10, low: 5, high: 20, unit: 't/a' });
  assert.equal(bandAt({ ...line('feed', [10]), bands: flat([10]) }, 0), null);
  assert.equal(bandAt(line('feed', [10]), 0), null);
});

test('names fit into sentences, and the 25 % line says what the act measures', () => {
  assert.equal(low('Put into use'), 'put into use');
  assert.equal(low('EU consumption'), 'EU consumption');
  assert.equal(capital('feed'), 'Feed');
  assert.equal(nameOf(line('benchmark', [])), AIM_SAYS);
});

test('lines stand in the order of their group, those that are missing left out', () => {
  assert.deepEqual(pick([line('b', []), line('a', [])], ['a', 'c', 'b']).map((one) => one.id), ['a', 'b']);
});
