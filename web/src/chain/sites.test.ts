import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SiteDocument } from './documents.ts';
import { mapView, written } from './mapview.ts';
import { passes, tint, totals } from './sites.ts';
import { counted, listed, words } from './words.ts';

const site = (id: string, more: Partial<SiteDocument>): SiteDocument => ({
  id, name: id, country: 'FI', region: 'FI1D', lat: 65, lon: 25, kind: 'mine', stages: ['extraction'], materials: ['nickel'], status: 'operating', strategic: false, capacities: [], source: 'S', ...more,
});

const SITES = [
  site('a', {}),
  site('b', { materials: ['lithium'], kind: 'project', stages: ['extraction', 'processing'], status: 'announced' }),
  site('c', { materials: ['lithium'], kind: 'deposit', stages: [], status: 'unknown', region: 'PT11', country: 'PT' }),
  site('d', { region: null, lat: null, lon: null, status: 'closed' }),
];
const none = { material: null, stage: null, running: null, kind: null };
const chosen = (filter: Partial<typeof none> | object) => SITES.filter((one) => passes(one, { ...none, ...filter })).map((one) => one.id);

test('filters choose by material, stage, status and kind', () => {
  assert.deepEqual(chosen({}), ['a', 'b', 'c', 'd']);
  assert.deepEqual(chosen({ material: 'lithium' }), ['b', 'c']);
  assert.deepEqual(chosen({ stage: 'processing' }), ['b']);
  assert.deepEqual(chosen({ stage: 'deposit' }), ['c']);
  assert.deepEqual(chosen({ running: 'coming' }), ['b']);
  assert.deepEqual(chosen({ running: 'stopped' }), ['d']);
  assert.deepEqual(chosen({ kind: 'project', material: 'nickel' }), []);
});

test('totals count sites of no known region and position, but in no region', () => {
  const sum = totals(SITES);
  assert.deepEqual([sum.sites, sum.projects, sum.regions, sum.countries, sum.unplaced], [4, 1, 2, 2, 1]);
  assert.deepEqual(sum.most.map((one) => [one.code, one.number, one.materials]), [['FI1D', 2, ['nickel', 'lithium']], ['PT11', 1, ['lithium']]]);
  assert.equal(totals([]).most.length, 0);
  // A mine and its plant in two regions are one project.
  const both = totals([...SITES, site('b', { kind: 'project', stages: ['processing'], region: 'FI1B' })]);
  assert.deepEqual([both.sites, both.projects, both.regions], [4, 1, 3]);
});

test('tints begin with the first site', () => {
  assert.deepEqual([0, 1, 2, 3, 5, 6, 40].map(tint), [0, 1, 1, 2, 2, 3, 3]);
});

test('the view comes back from its address, and nonsense from the default', () => {
  const now = mapView(new URLSearchParams('material=lithium&status=coming&kind=mine&view=100,-250,2.5&sites=status:down'));
  assert.deepEqual(now, { material: 'lithium', stage: null, running: 'coming', kind: 'mine', middle: [100, -250], zoom: 2.5, regions: { by: 'sites', direction: 'down' }, sites: { by: 'status', direction: 'down' } });
  const odd = mapView(new URLSearchParams('status=asleep&kind=moon&view=a,b,c&regions=colour:up'));
  assert.deepEqual(odd, { material: null, stage: null, running: null, kind: null, middle: null, zoom: 1, regions: { by: 'sites', direction: 'down' }, sites: { by: 'name', direction: 'up' } });
  assert.equal(written([12.4, -3.6], 2.345), '12,-4,2.35');
  assert.equal(written([0, 0], 1), null);
});

test('words for people', () => {
  assert.equal(words('smelter-refinery'), 'smelter or refinery');
  assert.equal(words('old-scrap'), 'old scrap');
  assert.equal(counted(1, 'site'), '1 site');
  assert.equal(counted(2, 'country', 'countries'), '2 countries');
  assert.equal(listed(['a', 'b', 'c']), 'a, b and c');
  assert.equal(listed([]), '');
});
