import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from '../number/format.ts';
import { checkSays, gapSays, proof } from './proof.ts';

const aim = { id: 'npv', name: 'net present value', sense: 'max', unit: 'MEUR', terms: [], measures: [] };
const of = (status: string, gap: number | null, objective: number | null = 100, bound: number | null = 102) => ({ status, gap, objective, bound, aim, checked: true, check_findings: [] });

test('the status is said with bound and gap', () => {
  assert.equal(proof(of('optimal', 0), format), 'Proved best: no set under these rules is better.');
  assert.match(proof(of('optimal', 0.01), format), /^Proved within a gap of 1\.0\u2009%: no set under these rules is better than 102/);
  assert.match(proof(of('time-limit', 0.02), format), /with a gap of 2\.0\u2009%/);
  assert.equal(proof(of('time-limit', null, null, null), format), 'No set was found within the time.');
  assert.match(proof(of('infeasible', null, null, null), format), /^No set keeps/);
  assert.match(proof(of('optimal-of-linearisation', 0.0001), format), /cubic/);
  assert.equal(gapSays(1e-9, format), 'no gap');
});

test('our own check is said, and what it found', () => {
  assert.match(checkSays({ checked: true, check_findings: [], objective: 1 }), /keeps every rule/);
  assert.equal(checkSays({ checked: false, check_findings: ['carbon is broken'], objective: 1 }), 'Our own check found: carbon is broken.');
  assert.equal(checkSays({ checked: false, check_findings: [], objective: null }), '');
});
