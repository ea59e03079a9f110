import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChainLink, ChainNode } from '../chain/documents.ts';
import { draw, flows } from './sankey.ts';
import { first, step, type Stop } from './steps.ts';

const node = (id: string, stage: string): ChainNode => ({ id, label: id, stage, place: null, eu: false });
const link = (from: string, to: string, value: number): ChainLink => ({ from, to, tonnes: { value }, kind: 'trade' });
const NODES = [node('CL', 'processing'), node('CN', 'processing'), node('use', 'use'), node('again', 'recycling')];
const FLOWS = flows({ links: [link('CL', 'use', 60), link('CN', 'use', 20), link('use', 'again', 5), link('again', 'CN', 5)] });
const DRAWING = draw(NODES, FLOWS, 900, 0);
const go = (from: Stop, key: string) => step(from, key, FLOWS, DRAWING);

test('the first stop is the fullest node', () => {
  assert.deepEqual(first(DRAWING), { kind: 'node', id: 'use' });
  assert.equal(first({ ...DRAWING, spots: new Map() }), null);
});

test('sideways keys follow the flow, by the largest link', () => {
  assert.deepEqual(go({ kind: 'node', id: 'use' }, 'ArrowLeft'), { kind: 'link', id: 'CL>use>trade' });
  assert.deepEqual(go({ kind: 'link', id: 'CL>use>trade' }, 'ArrowLeft'), { kind: 'node', id: 'CL' });
  assert.equal(go({ kind: 'node', id: 'CL' }, 'ArrowLeft'), null);
  assert.deepEqual(go({ kind: 'link', id: 'again>CN>trade' }, 'ArrowRight'), { kind: 'node', id: 'CN' });
});

test('up and down stay in the column', () => {
  assert.deepEqual(go({ kind: 'node', id: 'CL' }, 'ArrowDown'), { kind: 'node', id: 'CN' });
  assert.equal(go({ kind: 'node', id: 'CN' }, 'ArrowDown'), null);
  assert.deepEqual(go({ kind: 'link', id: 'CL>use>trade' }, 'ArrowDown'), { kind: 'link', id: 'CN>use>trade' });
  assert.equal(go({ kind: 'link', id: 'CL>use>trade' }, 'Enter'), null);
});
