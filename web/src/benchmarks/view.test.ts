import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overallId, question, view } from './view.ts';

const from = (text: string) => view(new URLSearchParams(text));

test('without anything said: 2030, as the Act defines it, nothing drawn, nobody fails', () => {
  const start = from('');
  assert.deepEqual([start.year, start.definition, start.draws, start.without, start.measure], [2030, 'act', false, [], 'extraction']);
  assert.deepEqual(question(start, 'act'), { year: 2030, definition: null, draws: null, without: [] });
});

test('an address is read, and what it cannot mean is left out', () => {
  const some = from('year=2040&definition=both&draws=1000&without=keliber&without=&measure=recycling&sort=consumption&direction=down');
  assert.deepEqual([some.year, some.definition, some.draws, some.without, some.measure, some.order], [2040, 'both', true, ['keliber'], 'recycling', { by: 'consumption', direction: 'down' }]);
  assert.equal(from('year=2100').year, 2030);
  assert.equal(from('definition=guess').definition, 'act');
  assert.equal(question(some, 'proxy')['definition'], 'proxy');
});

test('overall figures open under the same failures', () => {
  assert.equal(overallId('median', 'recycling', 2030, []), 'benchmark.overall/median/recycling/2030');
  assert.equal(overallId('by-tonnes', 'extraction', 2031, ['a', 'b']), 'benchmark.overall/by-tonnes/extraction/2031?without=a&without=b');
});
