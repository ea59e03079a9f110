import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offered } from './regions.ts';

const region = (code: string, name: string, level = 2, eu = true) => ({ code, name, level, eu, country: code.slice(0, 2), lat: 0, lon: 0 });

test('REMIX regions stand first and once, then the others of the Union by name', () => {
  const { remix, others } = offered({
    regions: [region('SE33', 'Övre Norrland'), region('FI1D', 'Pohjois- ja Itä-Suomi'), region('DE71', 'Darmstadt'), region('AT11', 'Burgenland'), region('NO07', 'Nord-Norge', 2, false), region('FI1D7', 'Lappi', 3)],
    remix: [{ id: 'lapland', name: 'Lapland', codes: ['FI1D', 'XX99'] }, { id: 'north', name: 'North', codes: ['FI1D'] }],
  });
  assert.deepEqual(remix, [{ code: 'FI1D', name: 'Pohjois- ja Itä-Suomi' }]);
  assert.deepEqual(others.map((one) => one.code), ['AT11', 'DE71', 'SE33']);
});
