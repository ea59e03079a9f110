import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, chainPage, changed, materialPage, outlookPage, page, portfolioPage, projectPage, regionPage, roomOf, weighPage } from './address.ts';

test('every page has an address, and every other address is unknown', () => {
  assert.deepEqual(page('/'), { name: 'risk' });
  assert.deepEqual(page('/risk/'), { name: 'risk' });
  assert.deepEqual(page('/risk/audit'), { name: 'audit' });
  assert.deepEqual(page('/risk/natural-graphite'), { name: 'material', id: 'natural-graphite' });
  assert.deepEqual(page('/risk/%E0%A4%A'), { name: 'material', id: '%E0%A4%A' });
  assert.deepEqual(page('/risk/lithium/more'), { name: 'unknown' });
  assert.deepEqual(page('/chain'), { name: 'map' });
  assert.deepEqual(page('/chain/lithium'), { name: 'chain', id: 'lithium' });
  assert.deepEqual(page('/region/FI1D'), { name: 'region', id: 'FI1D' });
  assert.deepEqual(page('/region'), { name: 'unknown' });
  assert.deepEqual(page('/benchmarks'), { name: 'benchmarks' });
  assert.deepEqual(page('/together/'), { name: 'together' });
  assert.deepEqual(page('/together/FI1D'), { name: 'unknown' });
  assert.deepEqual(page('/outlook'), { name: 'outlooks' });
  assert.deepEqual(page('/outlook/eu-batteries'), { name: 'outlook', id: 'eu-batteries' });
  assert.deepEqual(page('/choose/'), { name: 'portfolios' });
  assert.deepEqual(page('/choose/lithium-six-regions'), { name: 'portfolio', id: 'lithium-six-regions' });
  assert.deepEqual(page('/project'), { name: 'unknown' });
  assert.deepEqual(page('/project/keliber'), { name: 'project', id: 'keliber' });
  assert.deepEqual(page('/weigh/lithium-six-regions'), { name: 'weigh', id: 'lithium-six-regions' });
  assert.deepEqual(page('/stress'), { name: 'unknown' });
});

test('a material or region of any name comes back from its own address', () => {
  for (const id of ['lithium', 'a b', 'ü/ö?', '100%']) {
    assert.deepEqual(page(materialPage(id)), { name: 'material', id });
    assert.deepEqual(page(chainPage(id)), { name: 'chain', id });
    assert.deepEqual(page(regionPage(id)), { name: 'region', id });
    assert.deepEqual(page(outlookPage(id)), { name: 'outlook', id });
    assert.deepEqual(page(portfolioPage(id)), { name: 'portfolio', id });
    assert.deepEqual(page(projectPage(id)), { name: 'project', id });
    assert.deepEqual(page(weighPage(id)), { name: 'weigh', id });
  }
});

test('pages know their room', () => {
  assert.equal(roomOf('audit'), 'risk');
  assert.equal(roomOf('region'), 'chain');
  assert.equal(roomOf('outlook'), 'chain');
  assert.equal(roomOf('project'), 'choose');
  assert.equal(roomOf('unknown'), null);
});

test('changes set, repeat and take away, and leave the rest alone', () => {
  const query = new URLSearchParams('add=FI:0.2&why=risk.sr/lithium');
  const next = changed(query, { add: ['FI:0.25', 'DE:0.1'], without: 'CN' });
  assert.equal(address('/risk/lithium', next), '/risk/lithium?why=risk.sr/lithium&add=FI:0.25&add=DE:0.1&without=CN');
  assert.equal(address('/risk', changed(next, { add: [], why: null, without: null })), '/risk');
  assert.equal(query.get('add'), 'FI:0.2');
});
