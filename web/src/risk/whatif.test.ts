import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changes, read, room, standing, written } from './whatif.ts';

const from = (text: string) => read(new URLSearchParams(text));

test('an address is read and written back', () => {
  const whatIf = from('add=FI:0.25&add=DE:0.1&without=CN&recycling=0.2&governance_error=true');
  assert.deepEqual(whatIf, { added: [{ place: 'FI', share: 0.25 }, { place: 'DE', share: 0.1 }], without: ['CN'], recycling: 0.2, governanceError: true });
  assert.deepEqual(written(whatIf), { add: ['FI:0.25', 'DE:0.1'], without: ['CN'], recycling: '0.2', governance_error: 'true' });
});

test('what an address cannot mean is left out', () => {
  const whatIf = from('add=FI&add=:0.2&add=DE:1.5&add=SE:x&add=FR:0.2&add=FR:0.3&recycling=-1&without=');
  assert.deepEqual(whatIf.added, [{ place: 'FR', share: 0.2 }]);
  assert.deepEqual(whatIf.without, []);
  assert.equal(whatIf.recycling, null);
});

test('added shares never pass 100 % together', () => {
  const { added } = from('add=FI:0.7&add=DE:0.6&add=SE:0.1');
  assert.deepEqual(added.map((one) => one.share), [0.7, 0.3, 0]);
  assert.equal(room(added, 'DE'), 0.3);
  assert.equal(room(added, 'FI'), 0.7);
});

test('a wider band alone is no change of the world', () => {
  assert.equal(changes(from('governance_error=true')), false);
  assert.equal(changes(from('recycling=0')), true);
});

test('a figure is above or below a threshold only when its whole band is', () => {
  assert.equal(standing({ sr: 1.1, sr_low: 1, sr_high: 1.2 }, 1), 'above');
  assert.equal(standing({ sr: 1.1, sr_low: 0.99, sr_high: 1.2 }, 1), 'on');
  assert.equal(standing({ sr: 0.9, sr_low: 0.8, sr_high: 1 }, 1), 'on');
  assert.equal(standing({ sr: 0.9, sr_low: 0.8, sr_high: 0.99 }, 1), 'below');
  assert.equal(standing({ sr: null, sr_low: null, sr_high: null }, 1), 'unknown');
});
