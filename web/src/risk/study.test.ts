import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carried, governance, study, type Editions } from './study.ts';

const HOUSE: Editions = {
  default_edition: 'ec-2023',
  editions: [{ id: 'ec-2014', year: 2014, computable: false }, { id: 'ec-2017', year: 2017, computable: true }, { id: 'ec-2023', year: 2023, computable: true }],
  governance: { default: '2016-2020', first: 2010, last: 2023 },
};
const of = (query: string) => study(new URLSearchParams(query), HOUSE);

test('only an edition with inputs can be studied', () => {
  assert.deepEqual(of(''), { edition: 'ec-2023' });
  assert.deepEqual(of('edition=ec-2017'), { edition: 'ec-2017' });
  assert.deepEqual(of('edition=ec-2014'), { edition: 'ec-2023' });
});

test('governance is asked for only where it differs, and only for years that exist', () => {
  assert.deepEqual(of('governance=2018-2020'), { edition: 'ec-2023', governance: '2018-2020' });
  for (const wrong of ['2016-2020', '1990-2020', '2020-2018', 'x']) assert.equal(governance(new URLSearchParams({ governance: wrong }), HOUSE), '2016-2020');
});

test('links carry the study and nothing else', () => {
  assert.equal(carried('/risk/lithium', new URLSearchParams('edition=ec-2017&find=x&why=y')), '/risk/lithium?edition=ec-2017');
  assert.equal(carried('/risk/lithium', new URLSearchParams(), { stage: 'processing' }), '/risk/lithium?stage=processing');
});
