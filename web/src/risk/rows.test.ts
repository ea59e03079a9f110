import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Audit, Figure, Material, MaterialRisk } from '../api/documents.ts';
import { counts, following, inOrder, marks, passes, rows } from './rows.ts';
import { view } from './view.ts';

const HOUSE = { default_edition: 'ec-2023', editions: [{ id: 'ec-2020', year: 2020, computable: false }, { id: 'ec-2023', year: 2023, computable: true }] };
const from = (query: string) => view(new URLSearchParams(query), HOUSE);

/** The fields that rows are made from. */
const point = (id: string, of: string, x: number, y: number) => ({ id, label: id, class: of, x: { value: x }, y: { value: y }, hollow: false });
const risk = (id: string, sr: number | null, group: string | null = null) =>
  ({ id, name: id, kind: 'metal', group, sr, sr_low_rounding: sr, sr_high_rounding: sr, critical: sr === null ? null : sr >= 1, strategic: false, listed: false }) as unknown as MaterialRisk;
const FIGURE = { body: { kind: 'matrix', points: [point('a', 'strategic', 3, 2), point('b', 'below', 4, 0.5), point('c', 'critical', 5, 4)] } } as unknown as Figure;
const RISKS = [risk('a', 2), risk('b', 0.5), risk('c', 4, 'lree'), risk('d', null)];
const ALL = rows(FIGURE, RISKS, [] as Material[], new Map([['b', 'unexplained' as const]]));

test('an address that names no edition, or none that exists, means the default one', () => {
  assert.equal(from('').edition, 'ec-2023');
  assert.equal(from('edition=ec-1999').edition, 'ec-2023');
  assert.equal(from('edition=ec-2020').basis, 'published');
  assert.equal(from('basis=published').basis, 'published');
  assert.equal(from('sort=nonsense').order.by, 'sr');
});

test('a material without a point is a row all the same', () => {
  assert.deepEqual(ALL.map((row) => row.id), ['a', 'b', 'c', 'd']);
  assert.equal(ALL[3]?.class, null);
  assert.deepEqual(marks(ALL, from('')).map((mark) => mark.id), ['a', 'b']);
});

test('members of groups appear when asked for', () => {
  const ids = (query: string) => ALL.filter((row) => passes(row, from(query))).map((row) => row.id);
  assert.deepEqual(ids(''), ['a', 'b', 'd']);
  assert.deepEqual(ids('members=true'), ['a', 'b', 'c', 'd']);
  assert.deepEqual(ids('gaps=true'), ['b']);
  assert.deepEqual(ids('status=strategic'), ['a']);
  assert.deepEqual(ids('find=B'), ['b']);
});

test('entries are counted at the level of the list', () => {
  assert.deepEqual(counts(ALL), { entries: 2, critical: 0, strategic: 1 });
});

test('rows sort by what a column shows, the unknown last', () => {
  const ids = (query: string) => inOrder(ALL, from(query)).map((row) => row.id);
  assert.deepEqual(ids(''), ['c', 'a', 'b', 'd']);
  assert.deepEqual(ids('direction=up'), ['b', 'a', 'c', 'd']);
  assert.deepEqual(ids('sort=name&direction=up'), ['a', 'b', 'c', 'd']);
});

test('the worst stage speaks for its material', () => {
  const stage = (material: string, within_rounding: boolean | null, cause: string | null) => ({ material, within_rounding, cause });
  const audit = { stages: [stage('a', true, null), stage('a', false, 'unexplained'), stage('b', false, 'other-edition'), stage('b', true, null), stage('c', null, null)] } as unknown as Audit;
  assert.deepEqual([...following(audit)], [['a', 'unexplained'], ['b', 'explained']]);
});
