import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MapRegion } from '../chain/documents.ts';
import { around, atlas, box, CLOSEST, neighbour } from './atlas.ts';
import { at, inWindow, WINDOW } from './projection.ts';

const region = (code: string, country: string, lon: number, lat: number, eu = true): MapRegion => ({ code, level: code.length - 2, name: code, country, eu, lat, lon });

test('the centre of the projection is the origin, north is up, and areas are true', () => {
  const [x, y] = at(10, 52);
  assert.ok(Math.hypot(x, y) < 1e-9);
  assert.ok(at(10, 60)[1] < 0);
  assert.ok(at(20, 52)[0] > 0);
  // A degree by a degree at 38° N and at 65° N, against the area of that part of the sphere.
  for (const [lon, lat] of [[-8, 38], [25, 65]] as const) {
    const corners = [at(lon, lat), at(lon + 1, lat), at(lon + 1, lat + 1), at(lon, lat + 1)];
    const drawn = Math.abs(corners.reduce((sum, [ax, ay], i) => sum + (ax * corners[(i + 1) % 4]![1] - corners[(i + 1) % 4]![0] * ay) / 2, 0));
    const rad = Math.PI / 180;
    const real = 6371.0072 ** 2 * rad * (Math.sin((lat + 1) * rad) - Math.sin(lat * rad));
    assert.ok(Math.abs(drawn / real - 1) < 0.002, `${drawn} against ${real}`);
  }
});

test('the window holds the corners of the Union and not its outermost regions', () => {
  for (const [lon, lat] of [[-9.5, 38.7], [34, 35], [26, 70], [-10.3, 51.6], [14.5, 35.9], [24.1, 34.9]] as const) assert.ok(inWindow(at(lon, lat)), `${lon} ${lat}`);
  for (const [lon, lat] of [[-15.6, 28.1], [-25.5, 37.8], [-61.5, 16.2], [55.5, -21.1]] as const) assert.ok(!inWindow(at(lon, lat)), `${lon} ${lat}`);
});

test('regions are drawn from their parts; those of another vintage are left out', () => {
  const found = atlas([
    region('PT11', 'PT', -8, 41.5), region('PT111', 'PT', -8.5, 41.8), region('PT119', 'PT', -8, 41.4),
    region('PT19', 'PT', -8, 40.2), region('PT191', 'PT', -8, 40.2),
    region('PT16', 'PT', -8, 40.1),
    region('PT20', 'PT', -25.5, 37.8), region('PT200', 'PT', -25.5, 37.8),
  ], { PT: [-1700, 800, -1300, 1700] });
  assert.deepEqual(found.countries.map((country) => [country.code, country.eu]), [['PT', true]]);
  assert.deepEqual(found.countries[0]!.shapes.map((shape) => shape.code), ['PT11', 'PT19']);
  assert.deepEqual(found.outermost.map((shape) => shape.code), ['PT20']);
  assert.deepEqual(found.beyond, []);
  // Nothing is drawn beyond the land's rectangle.
  for (const shape of found.countries[0]!.shapes) {
    const numbers = shape.path.match(/-?[\d.]+/g)!.map(Number);
    assert.ok(numbers.every((number, i) => (i % 2 === 0 ? number >= -1705 && number <= -1295 : number >= 795 && number <= 1705)), shape.path);
  }
});

test('a country without parts is drawn from its regions; what lies beyond the window is said', () => {
  const found = atlas([
    region('UKK3', 'GB', -4.8, 50.4, false), region('UKJ1', 'GB', -1.1, 51.8, false),
    region('NO0B', 'NO', 15, 78, false), region('NO0B1', 'NO', 15, 78, false),
  ], {});
  assert.deepEqual(found.countries.map((country) => country.shapes.map((shape) => shape.code)), [['UKK3', 'UKJ1']]);
  assert.deepEqual(found.beyond.map((shape) => shape.code), ['NO0B']);
});

test('a part of the map never leaves the map', () => {
  assert.deepEqual(box([0, 0], 0.5), WINDOW);
  const corner = box([WINDOW.left, WINDOW.top], 4);
  assert.deepEqual([corner.left, corner.top], [WINDOW.left, WINDOW.top]);
  assert.equal(Math.round(WINDOW.width / box([0, 0], 100).width), CLOSEST);
  const part = around([[0, 0], [400, 100]], 50);
  assert.ok(part.left <= -50 + 1e-9 && part.left + part.width >= 450 - 1e-9);
  assert.ok(Math.abs(part.width / part.height - WINDOW.width / WINDOW.height) < 1e-9);
});

test('arrow keys go to the nearest region ahead', () => {
  const shape = (code: string, x: number, y: number) => ({ code, name: code, local: null, country: 'X', eu: true, centre: [x, y] as const, path: '' });
  const shapes = [shape('here', 0, 0), shape('east', 50, 5), shape('far', 300, 0), shape('north', 10, -60), shape('aside', 10, 90)];
  assert.equal(neighbour(shapes, 'here', 'ArrowRight'), 'east');
  assert.equal(neighbour(shapes, 'east', 'ArrowRight'), 'far');
  assert.equal(neighbour(shapes, 'here', 'ArrowUp'), 'north');
  assert.equal(neighbour(shapes, 'here', 'ArrowDown'), 'aside');
  assert.equal(neighbour(shapes, 'here', 'ArrowLeft'), null);
  assert.equal(neighbour(shapes, 'gone', 'ArrowUp'), null);
});

test('a region without land on the map is a dot at its centre', () => {
  const spain = [region('ES61', 'ES', -4.6, 37.5), region('ES611', 'ES', -4.6, 37.5), region('ES64', 'ES', -2.95, 35.3), region('ES640', 'ES', -2.95, 35.3)];
  // Spain's land on the map ends at Tarifa.
  const { countries, dots } = atlas(spain, { ES: [-1660, 920, -100, at(-5.6, 36)[1]] });
  assert.deepEqual(countries[0]!.shapes.map((shape) => shape.code), ['ES61']);
  assert.deepEqual(dots.map((shape) => shape.code), ['ES64']);
  assert.match(dots[0]!.path, /^M-?\d+ \d+a/);
});
