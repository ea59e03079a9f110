import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from '../number/format.ts';
import type { OutlookLine } from './documents.ts';
import { finding } from './finding.ts';

const line = (id: string, values: (number | null)[], unit = 't/a'): OutlookLine => ({ id, name: id.replaceAll('-', ' '), says: '', unit, values });
const seen = { name: 'lithium', years: [2023, 2040], year: 2040, base: 2023 };
const write = (one: Parameters<typeof format>[0]) => format(one);

test('supply stands beside the 25 % line and capacity, and what is unknown is said so', () => {
  const all = [line('secondary-supply', [0, 50]), line('benchmark', [0, 30]), line('recycling-capacity', [0, 60])];
  assert.equal(finding({ ...seen, all, chosen: all[0] }, write), 'In 2040, secondary supply of lithium is 50\u2009t/a; 25\u2009% of consumption would be 30\u2009t/a, and recycling capacity is 60\u2009t/a.');
  assert.match(finding({ ...seen, all: [all[0]!, all[1]!, line('recycling-capacity', [null, null])], chosen: all[0] }, write), /capacity is not known/);
});

test('any other line is told from the last observed year to the end, with what is unknown said so', () => {
  const stock = line('stock', [1000, 9000], 't');
  assert.match(finding({ ...seen, all: [stock], chosen: stock }, write), /^Stock of lithium: from 1.?000.*2023 to 9.?000.*2040/);
  const late = line('stock', [null, 9000], 't');
  assert.match(finding({ ...seen, all: [late], chosen: late }, write), /9.?000.* in 2040/);
  const never = line('stock', [null, null], 't');
  assert.match(finding({ ...seen, all: [never], chosen: never }, write), /unknown/);
});
