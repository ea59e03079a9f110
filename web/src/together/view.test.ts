import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playing, question, switched, view } from './view.ts';

const from = (text: string) => view(new URLSearchParams(text));

test('without anything said: lithium at processing, with seven regions', () => {
  const start = from('');
  assert.deepEqual([start.material, start.measure, start.stage, start.year], ['lithium', 'sr', 'processing', 2030]);
  assert.deepEqual(playing(start), ['FI1D', 'ES43', 'CZ04', 'FRK1', 'DE71', 'DEB3', 'PT11']);
});

test('another material begins without regions, and an empty list stays empty', () => {
  assert.deepEqual(from('material=copper').listed, []);
  assert.deepEqual(from('regions=').listed, []);
});

test('a region switched off stays on the list and does not play', () => {
  const some = from('regions=FI1D,es43,FI1D&off=ES43,XX00');
  assert.deepEqual(some.listed, ['FI1D', 'ES43']);
  assert.deepEqual(some.off, ['ES43']);
  assert.deepEqual(playing(some), ['FI1D']);
});

test('what an address cannot mean is left out', () => {
  const odd = from('measure=luck&stage=use&year=1999&displacement=magic&supply=-3&target=x');
  assert.deepEqual([odd.measure, odd.stage, odd.year, odd.displacement, odd.supply, odd.target], ['sr', 'processing', 2030, 'proportional', null, null]);
});

test('a stage is asked only where there is one to choose, a target only of its own measure', () => {
  const some = from('target=0.2&without=keliber&without=emili');
  assert.equal(question(some, 'sr')['stage'], 'processing');
  assert.equal(question(some, 'recycling')['stage'], null);
  assert.equal(question(from('stage=official'), 'sr')['stage'], null);
  assert.equal(question(some, 'sr')['target'], 0.2);
  assert.equal(question(some, 'recycling')['target'], null);
  assert.deepEqual([question(some, 'sr')['built'], question(from('built=all'), 'sr')['built']], [null, 'all']);
  assert.deepEqual(question(some, 'sr')['without'], ['keliber', 'emili']);
});

test('switching off adds to the list of what is off, switching on takes away', () => {
  assert.deepEqual(switched(['a'], 'b', false), ['a', 'b']);
  assert.deepEqual(switched(['a', 'b'], 'a', true), ['b']);
  assert.deepEqual(switched(['a'], 'a', false), ['a']);
});
