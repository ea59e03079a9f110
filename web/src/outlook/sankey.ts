/**
 * Where the flows of a case are drawn: the server's columns from left to right, links as thick as their tonnes, the
 * largest node of a column on top and losses at its foot.
 */
import { sankey } from 'd3-sankey';
import type { Drawing } from '../flows/sankey.ts';
import type { OutlookFlows, OutlookLink, OutlookNode } from './documents.ts';
import { apart, wrapped } from './ends.ts';

/** A link as it is drawn: with tonnes that are known and more than nothing. */
export type Flow = { key: string; from: string; to: string; tonnes: number; link: OutlookLink };

export const NODE_WIDTH = 12;
/** Above the columns. */
export const HEAD = 10;
/** Between nodes of a column: room for a label of two lines. */
const PADDING = 28;
/** Height of the fullest column, without what lies between its nodes. */
const BODY = 300;
/** Beyond the last column: room for its labels. */
export const LABELS = 170;

/** Where a node's label stands, over how many lines. */
export type Label = { id: string; x: number; y: number; text: string[] };

/** Lines of text of a label, from one to the next. */
export const LEADING = 15;

/** Labels beside their nodes, no wider than the way to the next column, moved apart within their own. */
export function labels(drawing: Drawing, textOf: (id: string) => string, measure: (text: string) => number): Label[] {
  const xs = [...new Set([...drawing.spots.values()].map((spot) => spot.x0))].sort((a, b) => a - b);
  return xs.flatMap((x, index) => {
    const next = xs[index + 1];
    const room = next === undefined ? LABELS - NODE_WIDTH - 4 : next - x - NODE_WIDTH - 14;
    const all = [...drawing.spots].filter(([, spot]) => spot.x0 === x).map(([id, spot]) => ({ id, spot, text: wrapped(textOf(id), room, measure) }));
    const places = apart(all.map(({ id, spot, text }) => ({ id, y: (spot.y0 + spot.y1) / 2, height: text.length * LEADING })), 0, Infinity);
    return all.map(({ id, spot, text }) => ({ id, x: spot.x1 + 7, y: places.get(id) ?? spot.y0, text }));
  });
}

export function flowsOf(of: Pick<OutlookFlows, 'links'>): Flow[] {
  return of.links.flatMap((link) => {
    const tonnes = link.tonnes.value ?? 0;
    return tonnes > 0 ? [{ key: `${link.from}>${link.to}`, from: link.from, to: link.to, tonnes, link }] : [];
  });
}

/** Tonnes in a node: the larger of what enters and what leaves. */
export function through(id: string, of: readonly Flow[]): number {
  const sum = (side: 'from' | 'to') => of.reduce((total, flow) => (flow[side] === id ? total + flow.tonnes : total), 0);
  return Math.max(sum('from'), sum('to'));
}

/** Tonnes and nodes of each column that is used. */
function columns(nodes: readonly OutlookNode[], of: readonly Flow[]): { column: number; tonnes: number; nodes: number }[] {
  const all = new Map<number, { column: number; tonnes: number; nodes: number }>();
  for (const node of nodes) {
    const tonnes = through(node.id, of);
    if (tonnes <= 0) continue;
    const one = all.get(node.column) ?? { column: node.column, tonnes: 0, nodes: 0 };
    all.set(node.column, { ...one, tonnes: one.tonnes + tonnes, nodes: one.nodes + 1 });
  }
  return [...all.values()].sort((a, b) => a.column - b.column);
}

/** Tonnes in the fullest column: what decides how many pixels a tonne gets. */
export function fullest(of: Pick<OutlookFlows, 'nodes' | 'links'>): number {
  return Math.max(0, ...columns(of.nodes, flowsOf(of)).map((one) => one.tonnes));
}

/** Lays out the flows of a year. `most` is the largest tonnes of any column that shares the scale. */
export function draw(nodes: readonly OutlookNode[], of: readonly Flow[], width: number, most: number): Drawing {
  const used = columns(nodes, of);
  const place = new Map(used.map((one, index) => [one.column, index]));
  const drawn = nodes.filter((node) => through(node.id, of) > 0);
  if (drawn.length === 0) return { spots: new Map(), bands: new Map(), columns: [], height: HEAD };
  const scale = BODY / (Math.max(most, ...used.map((one) => one.tonnes)) || 1);
  // The height at which d3-sankey arrives at just this scale: it takes the largest that the fullest column allows.
  const floor = HEAD + Math.max(...used.map((one) => one.tonnes * scale + (one.nodes - 1) * PADDING));
  const weight = (node: OutlookNode) => (node.kind === 'loss' ? -2 : node.kind === 'outside' ? -1 : through(node.id, of));
  const order = new Map([...drawn].sort((a, b) => weight(b) - weight(a)).map((node, index) => [node.id, index]));

  type Placed = { id: string; at: number };
  const layout = sankey<Placed, { key: string }>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => node.at)
    .nodeSort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .nodeWidth(NODE_WIDTH)
    .nodePadding(PADDING)
    .extent([[0, HEAD], [Math.max(NODE_WIDTH * 2, width - LABELS), floor]]);
  const graph = layout({
    nodes: drawn.map((node) => ({ id: node.id, at: place.get(node.column) ?? 0 })),
    links: of.map((flow) => ({ key: flow.key, source: flow.from, target: flow.to, value: flow.tonnes })),
  });

  const spots: Drawing['spots'] = new Map(graph.nodes.map(({ id, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => [id, { x0, x1, y0, y1, tonnes: through(id, of) }]));
  const bands: Drawing['bands'] = new Map();
  for (const { key, source, target, y0 = 0, y1 = 0, width: thick = 0 } of graph.links) {
    if (typeof source === 'object' && typeof target === 'object') bands.set(key, { x0: source.x1 ?? 0, y0, x1: target.x0 ?? 0, y1, width: thick, lane: null });
  }
  return { spots, bands, columns: [], height: Math.max(...[...spots.values()].map((spot) => spot.y1)) + 20 };
}
