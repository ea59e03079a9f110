import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChainLink, ChainNode } from '../chain/documents.ts';
import { between, draw, flows, fullest, outline, path, through } from './sankey.ts';

const node = (id: string, stage: string, eu = false): ChainNode => ({ id, label: id, stage, place: null, eu });
const link = (from: string, to: string, value: number | null, kind = 'trade'): ChainLink => ({ from, to, tonnes: { value, low: null, high: null, why: null }, kind });

const NODES = [node('CL', 'processing'), node('CN', 'processing'), node('EU', 'processing', true), node('use', 'use', true), node('again', 'recycling', true)];
const LINKS = [link('CL', 'use', 60), link('CN', 'use', 20), link('EU', 'use', 20), link('use', 'again', 10, 'estimate'), link('again', 'EU', 5, 'recycling')];
const WIDTH = 900;

const drawing = (links = LINKS, most = 0) => draw(NODES, flows({ links }), WIDTH, most);
const thickness = (of: { y0: number; y1: number }) => of.y1 - of.y0;

test('what is unknown or nothing is not drawn', () => {
  assert.deepEqual(flows({ links: [link('a', 'b', null), link('a', 'c', 0), link('a', 'd', 1)] }).map((flow) => flow.to), ['d']);
});

test('a node holds the larger of what enters and leaves', () => {
  const all = flows({ links: LINKS });
  assert.equal(through('use', all), 100);
  assert.equal(through('EU', all), 20);
  assert.equal(fullest(NODES, all), 100);
});

test('stages stand from left to right though no path runs through all of them', () => {
  const { spots, columns } = draw([node('mine', 'extraction'), node('plant', 'processing'), node('use', 'use')], flows({ links: [link('mine', 'use', 1), link('plant', 'use', 1)] }), WIDTH, 0);
  assert.deepEqual(columns.map((one) => one.stage), ['extraction', 'processing', 'use']);
  const at = (id: string) => spots.get(id)?.x0 ?? NaN;
  assert.ok(at('mine') < at('plant') && at('plant') < at('use'));
});

test('heights are proportional to tonnes, bands as thick as their part', () => {
  const { spots, bands } = drawing();
  const [cl, cn] = [spots.get('CL'), spots.get('CN')];
  assert.ok(cl && cn);
  assert.ok(Math.abs(thickness(cl) / thickness(cn) - 3) < 1e-9);
  assert.ok(Math.abs((bands.get('CL>use>trade')?.width ?? 0) - thickness(cl)) < 1e-9);
});

test('the largest stands first and the Union after all others', () => {
  const { spots } = drawing();
  const top = (id: string) => spots.get(id)?.y0 ?? NaN;
  assert.ok(top('CL') < top('CN') && top('CN') < top('EU'));
});

test('what comes back runs below everything and arrives below what flows forward', () => {
  const { spots, bands, height } = drawing();
  const band = bands.get('again>EU>recycling');
  const floor = Math.max(...[...spots.values()].map((spot) => spot.y1));
  assert.ok(band && band.lane !== null);
  assert.ok(band.lane - Math.min(band.width, 18) / 2 > floor);
  assert.ok(band.lane < height);
  const eu = spots.get('EU');
  assert.ok(eu && band.y1 > eu.y0 && band.y1 < eu.y1);
  assert.match(outline(band), /^M.*C.*V.*Q.*H.*Q.*V.*C.*Z$/);
  assert.ok(!outline(band).includes('NaN'));
});

test('however much comes back, its way stays within the figure', () => {
  const much = LINKS.map((one) => (one.from === 'again' || one.to === 'again' ? link(one.from, one.to, 90, one.kind) : one));
  const { bands, height } = drawing(much);
  const band = bands.get('again>EU>recycling');
  assert.ok(band && band.lane !== null && band.width > 18);
  const xs = [...outline(band).matchAll(/(-?[\d.]+),-?[\d.]+/g)].map((match) => Number(match[1]));
  assert.ok(Math.max(...xs) <= WIDTH && Math.min(...xs) >= 0);
  assert.ok(band.lane + 9 < height);
  assert.match(path({ ...band, lane: null }), /^M.*C/);
});

test('countries that are not named stand after those that are', () => {
  const nodes = [...NODES.filter((one) => one.id !== 'again').map((one) => ({ ...one, place: one.id })), node('other', 'processing')];
  const { spots } = draw(nodes, flows({ links: [link('CL', 'use', 1), link('other', 'use', 50), link('EU', 'use', 5)] }), WIDTH, 0);
  const top = (id: string) => spots.get(id)?.y0 ?? NaN;
  assert.ok(top('CL') < top('other') && top('other') < top('EU'));
});

test('a tonne has the same height in every year', () => {
  const half = LINKS.map((one) => link(one.from, one.to, (one.tonnes.value ?? 0) / 2, one.kind));
  const whole = drawing(LINKS, 100).spots.get('use');
  const less = drawing(half, 100).spots.get('use');
  assert.ok(whole && less);
  assert.ok(Math.abs(thickness(whole) / thickness(less) - 2) < 1e-6);
});

test('half way is half way, and what is new grows out of nothing', () => {
  const before = drawing(LINKS.slice(1));
  const after = drawing();
  const middle = between(before, after, 0.5);
  const [a, b, m] = [before, after, middle].map((one) => one.spots.get('CN')?.y0 ?? NaN);
  assert.ok(a !== undefined && b !== undefined && m !== undefined && Math.abs(m - (a + b) / 2) < 1e-9);
  assert.equal(between(before, after, 0).bands.get('CL>use>trade')?.width, 0);
  assert.equal(between(before, after, 1).bands.get('CL>use>trade')?.width, after.bands.get('CL>use>trade')?.width);
});
