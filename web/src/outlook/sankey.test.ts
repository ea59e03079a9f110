import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutlookFlows } from './documents.ts';
import { draw, flowsOf, fullest, labels, LEADING, through } from './sankey.ts';

const node = (id: string, column: number, kind = 'use') => ({ id, name: id, column, kind });
const link = (from: string, to: string, value: number | null) => ({ from, to, name: `${from} to ${to}`, tonnes: { value, low: null, high: null, why: null } });
const OF: Pick<OutlookFlows, 'nodes' | 'links'> = {
  nodes: [node('made', 0), node('imported', 0, 'outside'), node('use', 2), node('kept', 3), node('lost', 3, 'loss'), node('never', 1)],
  links: [link('made', 'use', 60), link('imported', 'use', 40), link('use', 'kept', 10), link('use', 'lost', 90), link('use', 'never', null)],
};

test('what is unknown is not drawn, and what is drawn keeps its tonnes', () => {
  const flows = flowsOf(OF);
  assert.equal(flows.length, 4);
  const { spots, bands } = draw(OF.nodes, flows, 900, 0);
  assert.equal(spots.has('never'), false);
  const perTonne = bands.get('made>use')!.width / 60;
  for (const flow of flows) assert.ok(Math.abs(bands.get(flow.key)!.width - flow.tonnes * perTonne) < 1e-6, flow.key);
  for (const [id, spot] of spots) assert.ok(Math.abs(spot.y1 - spot.y0 - through(id, flows) * perTonne) < 1e-6, id);
});

test('columns stand from left to right, empty ones take no room', () => {
  const { spots } = draw(OF.nodes, flowsOf(OF), 900, 0);
  const x = (id: string) => spots.get(id)!.x0;
  assert.equal(x('made'), 0);
  assert.equal(x('made'), x('imported'));
  assert.ok(x('made') < x('use') && x('use') < x('kept'));
  assert.ok(Math.abs((x('use') - x('made')) - (x('kept') - x('use'))) < 1e-6);
});

test('what is lost stands at the foot of its column, whatever its size', () => {
  const { spots } = draw(OF.nodes, flowsOf(OF), 900, 0);
  assert.ok(spots.get('lost')!.y0 >= spots.get('kept')!.y1);
  assert.ok(spots.get('imported')!.y0 >= spots.get('made')!.y1);
});

test('a tonne has the same height in every year of one scale', () => {
  const flows = flowsOf(OF);
  const small = draw(OF.nodes, flows, 900, 1000);
  const large = draw(OF.nodes, flows, 900, 100);
  assert.ok(Math.abs(large.bands.get('use>lost')!.width / small.bands.get('use>lost')!.width - 10) < 1e-6);
  assert.equal(fullest(OF), 100);
  assert.deepEqual([...draw(OF.nodes, [], 900, 0).spots], []);
});

test('labels of a column do not touch, and none runs into the next column', () => {
  const many = { nodes: [node('use', 0), ...[1, 2, 3, 4, 5].map((at) => node(`a long name ${at}`, 1)), node('end', 2)], links: [1, 2, 3, 4, 5].flatMap((at) => [link('use', `a long name ${at}`, 1), link(`a long name ${at}`, 'end', 1)]) };
  const drawing = draw(many.nodes, flowsOf(many), 400, 100);
  const measure = (text: string) => text.length * 7;
  const all = labels(drawing, (id) => id, measure);
  const end = drawing.spots.get('end')!.x0;
  const column = all.filter((one) => one.id.startsWith('a long')).sort((a, b) => a.y - b.y);
  assert.equal(column.length, 5);
  column.forEach((one, index) => {
    const above = column[index - 1];
    assert.ok(above === undefined || one.y - (one.text.length * LEADING) / 2 >= above.y + (above.text.length * LEADING) / 2 - 1e-9);
    for (const line of one.text) assert.ok(one.x + measure(line) <= end || !line.includes(' '), line);
  });
});
