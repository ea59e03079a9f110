import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bars, difference, parts } from './timeline.ts';

const chosen = (project: string, start: number, instrument = 'none', size = 1) => ({ project, name: project.toUpperCase(), start, size, instrument });
const candidate = (project: string, stage: string, build_years: number | null = 3, ramp_years: number | null = 1) => ({ project, stages: [stage], build_years, ramp_years, region: { code: 'FI1D', name: 'Pohjanmaa' } });

test('a project is built, ramps up and runs to the end of the plan', () => {
  assert.deepEqual(parts(2027, candidate('a', 'extraction'), 2040), [{ phase: 'construction', from: 2027, until: 2029 }, { phase: 'ramp-up', from: 2030, until: 2030 }, { phase: 'operation', from: 2031, until: 2040 }]);
  assert.deepEqual(parts(2039, candidate('a', 'extraction'), 2040), [{ phase: 'construction', from: 2039, until: 2040 }]);
  assert.deepEqual(parts(2027, undefined, 2030), [{ phase: 'operation', from: 2027, until: 2030 }]);
});

test('rows stand by stage and start, and say what they are', () => {
  const rows = bars([chosen('b', 2030, 'soft-loan', 0.5), chosen('c', 2028), chosen('a', 2029)], [candidate('a', 'extraction'), candidate('b', 'processing'), candidate('c', 'processing')], [chosen('a', 2027), chosen('c', 2028)], 2040);
  assert.deepEqual(rows.map((row) => [row.project, row.was]), [['a', 2027], ['c', null], ['b', null]]);
  assert.equal(rows[2]?.says, 'B, Pohjanmaa: starts in 2030, runs from 2033, at 50\u2009% of its size, with soft loan');
});

test('what comes, leaves and moves is told apart', () => {
  assert.deepEqual(difference([chosen('a', 2027), chosen('b', 2027), chosen('d', 2027)], [chosen('a', 2028), chosen('c', 2027), chosen('d', 2027)]), { comes: ['C'], leaves: ['B'], moves: ['A'] });
});
