import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, changed } from '../frame/address.ts';
import { GROUPS, grouped, hiding, moved, question, setting, view, written, yearOf, type Setting } from './view.ts';

const read = (text: string) => view(new URLSearchParams(text));

test('a lever comes back from its own address, with and without a year, in either writing', () => {
  for (const one of [{ lever: 'collection', value: 0.9, year: 2035 }, { lever: 'lifetime', value: -2, year: null }, { lever: 'demand', value: 1e-7, year: 2050 }] satisfies Setting[]) {
    assert.deepEqual(setting(written(one)), one);
    assert.deepEqual(setting(written(one).replace(':', '=')), one);
  }
  for (const text of ['', 'collection', 'collection:', 'collection:many', 'collection:0.9@35', ':1', 'collection:0.9@2035@2036']) assert.equal(setting(text), null, text);
});

test('an address keeps the whole view, and stays readable', () => {
  const query = changed(new URLSearchParams(), { set: ['collection:0.9@2035', 'demand:1.2'], material: 'cobalt', show: 'return', line: 'feed', hide: ['end-of-life'], year: '2042', region: 'FI1D', kind: 'assumption', scale: 'year' });
  const text = address('/outlook/eu-batteries', query);
  assert.equal(text, '/outlook/eu-batteries?set=collection:0.9@2035&set=demand:1.2&material=cobalt&show=return&line=feed&hide=end-of-life&year=2042&region=FI1D&kind=assumption&scale=year');
  const seen = view(new URL(text, 'http://localhost').searchParams);
  assert.deepEqual(seen.settings.map(written), ['collection:0.9@2035', 'demand:1.2']);
  assert.deepEqual({ ...seen, settings: [], group: seen.group.id }, { settings: [], material: 'cobalt', group: 'return', line: 'feed', hidden: ['end-of-life'], year: 2042, region: 'FI1D', kind: 'assumption', large: true });
});

test('what cannot be meant falls back', () => {
  const seen = read('set=nonsense&set=a:1&set=a:2&show=everything&line=feed&hide=secondary-supply,consumption,feed&year=soon&material=');
  assert.deepEqual(seen.settings.map(written), ['a:1']);
  assert.equal(seen.group.id, 'supply');
  assert.equal(seen.line, 'secondary-supply', 'a line of another group is not chosen');
  assert.deepEqual(seen.hidden, ['consumption'], 'neither the chosen line nor one of another group is hidden');
  assert.equal(seen.year, null);
  assert.equal(seen.material, null);
});

test('every group can choose its own line', () => {
  for (const group of GROUPS) assert.ok(group.lines.includes(group.band), group.id);
  assert.deepEqual(grouped('supply'), { show: null, line: null, hide: null });
});

test('a lever is moved in its place, and put back', () => {
  const [a, b] = [{ lever: 'a', value: 1, year: null }, { lever: 'b', value: 2, year: 2040 }];
  assert.deepEqual(moved([a, b], 'a', { ...a, value: 3 }), [{ ...a, value: 3 }, b]);
  assert.deepEqual(moved([a], 'b', b), [a, b]);
  assert.deepEqual(moved([a, b], 'a', null), [b]);
  assert.deepEqual(question({ settings: [{ lever: 'a', value: 0.1 + 0.2, year: null }] }, 'cobalt'), { set: ['a:0.3'], material: 'cobalt', draws: 1000 });
});

test('the year read is one that the case has', () => {
  assert.equal(yearOf({ year: null }, [2020, 2040, 2050]), 2040);
  assert.equal(yearOf({ year: 2047 }, [2020, 2040, 2050]), 2050);
  assert.equal(yearOf({ year: null }, [2020, 2035]), 2035);
});

test('a quiet line is drawn only when it is asked for, and the address says no more than it must', () => {
  const shares = GROUPS.find((group) => group.id === 'shares')!;
  assert.deepEqual(read('show=shares').hidden, ['union-share']);
  assert.deepEqual(read('show=shares&line=union-share').hidden, []);
  for (const hidden of [[], ['union-share'], ['eol-rr'], ['eol-rr', 'union-share']]) {
    const hide = hiding(shares, hidden);
    assert.deepEqual(read(`show=shares${hide === null ? '' : `&hide=${hide}`}`).hidden, hidden, String(hide));
  }
  assert.equal(hiding(shares, ['union-share']), null);
});
