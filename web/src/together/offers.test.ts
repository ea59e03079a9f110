import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byProject, regionsOf, switchedOff } from './offers.ts';

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

test('a project with a mine and a plant stands once, with both stages', () => {
  const at = (id: string, stage: string) => ({ id, name: id, stage, capacity_t: 1, probability: 0.9, tonnes: 1, why: null, note: null });
  const found = byProject([at('keliber', 'extraction'), at('emili', 'processing'), at('keliber', 'processing')]);
  assert.deepEqual(found.map((one) => [one.id, one.stages.map((stage) => stage.stage)]), [['keliber', ['extraction', 'processing']], ['emili', ['processing']]]);
});
