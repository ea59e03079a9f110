import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegionChange } from '../chain/documents.ts';
import { aimOf, bare, chainsSay, changesSay, lacking, likeness, sitesSay, togetherWith, unitOf, way } from './words.ts';

const change = (by: number | null): RegionChange => ({ material: 'lithium', measure: 'sr', year: 2030, before: 1, after: 1, better_by: { value: by }, says: '' });

test('a change is better, worse, almost nothing, or unknown; a tie is no success', () => {
  assert.deepEqual([0.02, -0.02, 0.0001, 0, null].map((by) => way(change(by))), ['better', 'worse', 'almost nothing', 'almost nothing', 'unknown']);
  assert.equal(changesSay([change(0.1), change(-0.1), change(0)], 2), "Of 3 official numbers, by the region's projects alone: 1 better, 1 worse and 1 almost not at all.");
  assert.match(changesSay([], 2), /tonnes or starts of its projects are missing/);
  assert.match(changesSay([], 0), /no project that we know of/);
});

test('measures have their units and aims', () => {
  assert.deepEqual(['sr', 'extraction', 'processing', 'recycling', 'single-country'].map((measure) => [unitOf(measure), aimOf(measure)]), [['index', 1], ['share', 0.1], ['share', 0.4], ['share', 0.25], ['share', 0.65]]);
  assert.equal(aimOf('beauty'), null);
});

test('nothing known is no proof of nothing there', () => {
  assert.match(sitesSay([]), /gap in what is known/);
  assert.equal(chainsSay([]), 'None that we know of.');
});

test('a link that is missing keeps what the answer says of it', () => {
  assert.deepEqual(lacking(['recycling: elsewhere in the Union', 'processing']), [{ stage: 'recycling', says: 'recycling (elsewhere in the Union)' }, { stage: 'processing', says: 'processing' }]);
});

test('a site of a name and a place alone is bare, a project never', () => {
  assert.equal(bare({ status: 'unknown', kind: 'mine', capacities: [] }), true);
  assert.equal(bare({ status: 'unknown', kind: 'mine', capacities: [{ material: 'a', stage: 'extraction', contained_t: 5, basis: 'capacity', from_memory: true }] }), true);
  assert.equal(bare({ status: 'unknown', kind: 'mine', capacities: [{ material: 'a', stage: 'extraction', contained_t: 5, basis: 'capacity', from_memory: false }] }), false);
  assert.equal(bare({ status: 'unknown', kind: 'project', capacities: [] }), false);
  assert.equal(bare({ status: 'closed', kind: 'mine', capacities: [] }), false);
});

test('likeness is told in whole percents; the way to the game names the region first', () => {
  assert.equal(likeness(0.6444), 0.64);
  const like = (code: string) => ({ code, name: code, country: 'X', similarity: 1, parts: [], shared: [], ahead: [] });
  assert.equal(togetherWith({ code: 'FI1D', similar: [like('SE33'), like('ES61'), like('PT11')] }), '/together?regions=FI1D,SE33,ES61');
});
