import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choices, mostUsed, ofKind, paths, sourceName } from './assumptions.ts';

const one = (kind: string, source = 'a') => ({ kind, source });
const ALL = [one('published', 'b'), one('assumption', 'adit'), one('published', 'b'), one('derived', 'a'), one('published', 'c')];

test('every kind that occurs can be chosen, with how many there are', () => {
  assert.deepEqual(choices(ALL).map(({ id, count }) => [id, count]), [['all', 5], ['published', 3], ['derived', 1], ['assumption', 1]]);
  assert.deepEqual(choices([one('derived')]).map(({ id }) => id), ['all', 'derived']);
});

test('a kind that is none shows all', () => {
  assert.equal(ofKind(ALL, 'derived').length, 1);
  assert.equal(ofKind(ALL, 'guessed').length, 5);
  assert.equal(ofKind(ALL, null).length, 5);
});

test('sources stand by how much rests on them, and the rest is counted', () => {
  assert.deepEqual(mostUsed(ALL, 5), ['b', 'a', 'c']);
  assert.deepEqual(mostUsed(ALL, 1), ['b', '2 more, each with its figure below']);
});

test('the values of one parameter over the years stand together', () => {
  const row = (parameter: string, of: string, year: string) => ({ parameter, of, year, lever: null });
  const all = [row('mix', 'NMC in cars', '2020'), row('mix', 'LFP in cars', '2020'), row('mix', 'NMC in cars', '2030'), row('inflow', 'NMC in cars', '2020')];
  assert.deepEqual(paths(all).map((path) => path.rows.map((one) => one.year)), [['2020', '2030'], ['2020'], ['2020']]);
});

test('a source is named as the house knows it', () => {
  const sources = [{ id: 'a', publisher: 'IEA', title: 'Global EV Data', edition: '2024' }, { id: 'b', publisher: 'EU', title: 'Regulation' }];
  assert.equal(sourceName(sources, 'a'), 'IEA: Global EV Data, 2024');
  assert.equal(sourceName(sources, 'b'), 'EU: Regulation');
  assert.equal(sourceName(sources, 'c'), 'c');
});
