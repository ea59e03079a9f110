import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BenchmarkMaterial } from '../chain/documents.ts';
import { cell, point, proxies, reach } from './points.ts';

const TARGETS = { extraction: 0.1, processing: 0.4, recycling: 0.25, single_country: 0.65 };
const material = (changes: Partial<BenchmarkMaterial> = {}): BenchmarkMaterial => ({
  id: 'lithium', name: 'Lithium', entry: 'Lithium - battery grade', grade: 'battery grade', consumption_t: 9000, consumption_route: 'b', consumption_says: '',
  extraction: 0.05, processing: 0.5, recycling: null, recycling_basis: null, basis: 'output', bases: { extraction: 'output', processing: 'capacity', recycling: 'none' },
  largest_third_country: { country: 'CL', country_name: 'Chile', stage: 'processing', share: 0.7, low: 0.6, high: null, of: 'consumption', partner: null, why: 'w' }, third_countries: [],
  low: { extraction: 0.04, processing: 0.3 }, high: { extraction: 0.06, processing: 0.6 }, now: { extraction: 0.01 },
  met: { extraction: false, processing: true, recycling: null, single_country: false }, certain: { extraction: true, processing: false, recycling: null, single_country: null },
  probability: null, proxies: [{ measure: 'processing', says: 'output over sourcing', figure: { value: 0.2 } }, { measure: 'processing', says: 'unknown', figure: { value: null } }],
  missing: [], why: { extraction: 'x' }, ...changes,
});

test('a point carries value, bounds, now, verdict and how sure it is', () => {
  const processing = point(material(), 'processing');
  assert.deepEqual([processing.value, processing.low, processing.high, processing.now], [0.5, 0.3, 0.6, null]);
  assert.deepEqual([processing.verdict, processing.certain], ['met', false]);
});

test('output alone is a lower bound, an end-of-life rate a proxy', () => {
  assert.equal(point(material(), 'extraction').least, true);
  assert.equal(point(material({ recycling: 0.2, recycling_basis: 'eol-rir-proxy' }), 'recycling').proxy, true);
  assert.equal(point(material({ recycling: 0.2, recycling_basis: 'capacity' }), 'recycling').proxy, false);
});

test('the unknown is unknown, never unmet', () => {
  const recycling = point(material(), 'recycling');
  assert.deepEqual([recycling.value, recycling.verdict, recycling.why], [null, 'unknown', null]);
  assert.equal(point(material({ largest_third_country: null, met: {} }), 'single-country').verdict, 'unknown');
});

test('the third country is named, and an open end stays open', () => {
  const single = point(material(), 'single-country');
  assert.equal(single.country?.id, 'CL');
  assert.deepEqual([single.low, single.high, single.verdict], [0.6, null, 'unmet']);
});

test('proxies without a value are no marks', () => {
  assert.equal(proxies(material(), 'processing').length, 1);
  assert.equal(proxies(material(), 'extraction').length, 0);
});

test('the aim stands at the same place of every scale that allows it', () => {
  assert.ok(Math.abs(0.1 / reach(TARGETS, 'extraction') - 0.4 / reach(TARGETS, 'processing')) < 1e-12);
  assert.equal(reach(TARGETS, 'single-country'), 1);
});

test('rows order by name, consumption or measure', () => {
  assert.deepEqual([cell(material(), 'name'), cell(material(), 'consumption'), cell(material(), 'single-country'), cell(material(), 'recycling')], ['Lithium', 9000, 0.7, null]);
});
