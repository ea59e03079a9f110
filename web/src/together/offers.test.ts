import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regionsOf, switchedOff } from './offers.ts';

const site = (id: string, region: string | null, kind: string, materials = ['lithium']) => ({ id, name: id.toUpperCase(), region, kind, materials });
const SITES = [site('mine', 'PT11', 'mine'), site('keliber', 'FI1D', 'project'), site('keliber', 'FI1D', 'project'), site('adrift', null, 'project'), site('other', 'SE33', 'project', ['graphite'])];

test('regions with projects come first, each once, none without a place', () => {
  assert.deepEqual(regionsOf(SITES, 'lithium'), ['FI1D', 'PT11']);
  assert.deepEqual(regionsOf(SITES, 'unobtainium'), []);
});

test('a project that is switched off keeps its name', () => {
  assert.deepEqual(switchedOff(SITES, 'FI1D', ['keliber', 'other'], []), [{ id: 'keliber', name: 'KELIBER' }]);
  assert.deepEqual(switchedOff(SITES, 'FI1D', ['keliber'], ['keliber']), []);
});
