import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atlas } from './atlas.ts';
import { drawn } from './boundaries.ts';

const square = (lon: number, lat: number) => [[[lon, lat], [lon + 1, lat], [lon + 1, lat + 1], [lon, lat + 1], [lon, lat]]];
const feature = (code: string, geometry: object) => ({ type: 'Feature', properties: { NUTS_ID: code }, geometry });
const COLLECTION = {
  type: 'FeatureCollection',
  notice: '© EuroGeographics for the administrative boundaries',
  features: [
    feature('LU00', { type: 'Polygon', coordinates: square(6, 49) }),
    feature('PT11', { type: 'MultiPolygon', coordinates: [square(-8, 41), square(-9, 41)] }),
    feature('odd', { type: 'Point', coordinates: [6, 49] }),
  ],
};

test('boundaries become paths in the plane, whichever way their rings run', () => {
  const { paths, notice } = drawn(COLLECTION);
  assert.equal(notice, '© EuroGeographics for the administrative boundaries');
  assert.match(paths.get('LU00')!, /^M-29\d\.\d 3[23]\d(\.\d)?L/);
  assert.equal(paths.get('PT11')!.match(/M/g)!.length, 2);
  assert.equal(paths.get('odd'), '');
  assert.deepEqual([...drawn(null).paths], []);
  assert.equal(drawn({ ...COLLECTION, notice: undefined }).paths.size, 0, 'nothing without its notice');
});

test('a country is drawn by them only when all its regions are there', () => {
  const region = (code: string, country: string, lon: number, lat: number) => ({ code, level: code.length - 2, name: code, country, eu: true, lat, lon });
  const regions = [
    region('LU00', 'LU', 6.1, 49.7), region('LU000', 'LU', 6.1, 49.7),
    region('PT11', 'PT', -8, 41.5), region('PT111', 'PT', -8, 41.5), region('PT19', 'PT', -8, 40), region('PT191', 'PT', -8, 40),
  ];
  const { countries } = atlas(regions, {}, drawn(COLLECTION).paths);
  assert.deepEqual(countries.map((country) => [country.code, country.official]), [['LU', true], ['PT', false]]);
  assert.equal(countries[0]!.shapes[0]!.path, drawn(COLLECTION).paths.get('LU00'));
});
