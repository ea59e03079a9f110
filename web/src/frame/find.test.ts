import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find } from './find.ts';

const MATERIALS = [
  { id: 'titanium-metal', name: 'Titanium metal', aliases: ['Ti metal'] },
  { id: 'titanium', name: 'Titanium', aliases: ['Titanium ores', 'TiO2'] },
  { id: 'baryte', name: 'Baryte', aliases: ['Barytes', 'Heavy spar'] },
  { id: 'natural-graphite', name: 'Natural graphite', aliases: ['Graphite'] },
];
const ids = (text: string) => find(MATERIALS, text, 8).map((hit) => hit.item.id);

test('a beginning stands before a word inside, and that before letters inside', () => {
  assert.deepEqual(ids('ti'), ['titanium-metal', 'titanium']);
  assert.deepEqual(ids('met'), ['titanium-metal']);
  assert.deepEqual(ids('aphi'), ['natural-graphite']);
});

test('another name finds the material and is shown', () => {
  assert.deepEqual(find(MATERIALS, 'heavy', 8), [{ item: MATERIALS[2], alias: 'Heavy spar' }]);
  assert.equal(find(MATERIALS, 'graphite', 8)[0]?.alias, 'Graphite');
  assert.equal(find(MATERIALS, 'baryte', 8)[0]?.alias, null);
});

test('accents and capitals do not matter, nothing finds nothing', () => {
  assert.deepEqual(ids('BÂRYTE'), ['baryte']);
  assert.deepEqual(ids('  '), []);
  assert.deepEqual(ids('unobtainium'), []);
});

test('letters that no accent makes are found too', () => {
  const regions = [{ id: 'PL71', name: 'Łódzkie', aliases: ['PL71'] }, { id: 'DK04', name: 'Midtjylland', aliases: [] }, { id: 'EL51', name: 'Anatoliki Makedonia', aliases: ['Ανατολική Μακεδονία'] }];
  assert.equal(find(regions, 'lodz', 8)[0]?.item.id, 'PL71');
  assert.equal(find(regions, 'pl71', 8)[0]?.alias, null);
  assert.equal(find(regions, 'Ανατολική', 8)[0]?.item.id, 'EL51');
});
