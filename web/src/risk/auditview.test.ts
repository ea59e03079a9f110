import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuditStage } from '../api/documents.ts';
import { auditView, judged, verdict } from './auditview.ts';

/** The fields that the view looks at. */
const stage = (material: string, difference: number | null, within: boolean | null, cause: string | null) =>
  ({ material, stage: 'processing', difference, within_rounding: within, cause }) as AuditStage;

const ROWS = [
  stage('lithium', 0.1, true, null),
  stage('germanium', -1.2, false, 'other-transcription'),
  stage('arsenic', -0.9, false, 'unexplained'),
  stage('vanadium', null, null, null),
];
const NAMES = new Map([['lithium', 'Lithium']]);
const shown = (query: string) => judged(ROWS, auditView(new URLSearchParams(query)), NAMES).map((row) => row.material);

test('only evidence explains; what cannot be computed is neither right nor wrong', () => {
  assert.deepEqual(ROWS.map(verdict), ['within', 'explained', 'unexplained', 'unknown']);
});

test('at first those beyond rounding, worst first', () => {
  assert.deepEqual(shown(''), ['germanium', 'arsenic']);
});

test('a search looks through all of them, unless a judgement is asked for', () => {
  assert.deepEqual(shown('find=lith'), ['lithium']);
  assert.deepEqual(shown('find=lith&judgement=beyond'), []);
});

test('each judgement can be asked for, and what is unknown stands last', () => {
  assert.deepEqual(shown('judgement=all'), ['germanium', 'arsenic', 'lithium', 'vanadium']);
  assert.deepEqual(shown('judgement=unknown'), ['vanadium']);
  assert.deepEqual(shown('judgement=within'), ['lithium']);
  assert.deepEqual(shown('judgement=explained'), ['germanium']);
});
