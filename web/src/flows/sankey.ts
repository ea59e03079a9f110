/**
 * Where a material's chain is drawn: stages from left to right, the Union at the foot of each column, and what comes back
 * by recycling as a band that returns below. d3-sankey lays out what flows forward; it knows no cycles, so links that
 * lead back are taken out first and drawn afterwards in the room kept for them.
 */
import { sankey, type SankeyGraph, type SankeyLink } from 'd3-sankey';
import type { ChainAnswer, ChainLink, ChainNode } from '../chain/documents.ts';

/** A link as it is drawn: with tonnes that are known and more than nothing. */
export type Flow = { key: string; from: string; to: string; tonnes: number; kind: string; link: ChainLink };

/** A node's box; pixels. */
export type Spot = { x0: number; x1: number; y0: number; y1: number; tonnes: number };

/** A link's band; pixels. `lane` is how far below it runs when it leads back, else null. */
export type Band = { x0: number; y0: number; x1: number; y1: number; width: number; lane: number | null };

export type Drawing = { spots: Map<string, Spot>; bands: Map<string, Band>; columns: { stage: string; x: number }[]; height: number };

/** Columns from left to right; what leaves the Union and what comes back stand in the last one. */
const COLUMNS: readonly (readonly string[])[] = [['extraction'], ['processing'], ['use'], ['export', 'recycling']];

export const NODE_WIDTH = 12;
/** Between nodes of a column: room for a label of 13 px and a finger's width in all. */
const PADDING = 20;
/** Height of the fullest column of the fullest year, without what lies between its nodes. */
const BODY = 340;
/** Above the columns: their headings. */
export const HEAD = 34;
/** Beyond a column from or into which a band turns back. */
const TURN = 32;
/** A band that leads back is no thicker than this on its way; at its ends it has the height of its tonnes. */
const RIBBON = 18;

export function column(stage: string): number {
  const at = COLUMNS.findIndex((stages) => stages.includes(stage));
  return at < 0 ? COLUMNS.length - 1 : at;
}

/** The links that can be drawn. What is unknown or nothing has no width; the table still lists it. */
export function flows(of: Pick<ChainAnswer, 'links'>): Flow[] {
  return of.links.flatMap((link) => {
    const tonnes = link.tonnes.value ?? 0;
    return tonnes > 0 ? [{ key: `${link.from}>${link.to}>${link.kind}`, from: link.from, to: link.to, tonnes, kind: link.kind, link }] : [];
  });
}

type Placed = { id: string; column: number; rank: number; fixedValue?: number };
type Linked = { key: string };

/** Tonnes of several links, with the bounds that theirs add up to where all have them. */
export function sum(of: readonly Flow[]): { value: number; low: number | null; high: number | null } {
  const add = (take: (flow: Flow) => number | null | undefined) => of.reduce<number | null>((total, flow) => {
    const one = take(flow);
    return total === null || one == null ? null : total + one;
  }, 0);
  return { value: of.reduce((total, flow) => total + flow.tonnes, 0), low: add((flow) => flow.link.tonnes.low), high: add((flow) => flow.link.tonnes.high) };
}

/** Tonnes in a node with their bounds: the larger of what enters and what leaves. */
export function amount(id: string, of: readonly Flow[]): ReturnType<typeof sum> {
  const [into, out] = [sum(of.filter((flow) => flow.to === id)), sum(of.filter((flow) => flow.from === id))];
  return into.value >= out.value ? into : out;
}

/** Tonnes in a node. */
export function through(id: string, of: readonly Flow[]): number {
  return amount(id, of).value;
}

/** Order within a column: the largest first, then countries that are not named, the Union, and last what comes back. */
function ranks(nodes: readonly ChainNode[], of: readonly Flow[]): Map<string, number> {
  const weight = (node: ChainNode) => (node.stage === 'recycling' ? -3 : node.eu ? -2 : node.place == null ? -1 : through(node.id, of));
  const order = [...nodes].sort((a, b) => weight(b) - weight(a) || a.id.localeCompare(b.id));
  return new Map(order.map((node, index) => [node.id, index]));
}

/** Tonnes and nodes of each column. */
function totals(nodes: readonly ChainNode[], of: readonly Flow[]): { tonnes: number; nodes: number }[] {
  const used = new Set(of.flatMap((flow) => [flow.from, flow.to]));
  return COLUMNS.map((_, at) => {
    const members = nodes.filter((node) => used.has(node.id) && column(node.stage) === at);
    return { tonnes: members.reduce((sum, node) => sum + through(node.id, of), 0), nodes: members.length };
  });
}

/** Tonnes in the fullest column: what decides how many pixels a tonne gets. */
export function fullest(nodes: readonly ChainNode[], of: readonly Flow[]): number {
  return Math.max(0, ...totals(nodes, of).map((one) => one.tonnes));
}

/**
 * Lays a chain out. `most` is the largest tonnes of any column in any year that may be shown: a tonne then has the same
 * height in every year, so that a figure that grows has really grown.
 */
export function draw(nodes: readonly ChainNode[], of: readonly Flow[], width: number, most: number): Drawing {
  const used = new Set(of.flatMap((flow) => [flow.from, flow.to]));
  const drawn = nodes.filter((node) => used.has(node.id));
  const taken = COLUMNS.map((_, at) => at).filter((at) => drawn.some((node) => column(node.stage) === at));
  const place = (node: ChainNode) => taken.indexOf(column(node.stage));
  const home = new Map(drawn.map((node) => [node.id, place(node)]));
  const leadsBack = (flow: Flow) => (home.get(flow.to) ?? 0) <= (home.get(flow.from) ?? 0);
  const forward = of.filter((flow) => !leadsBack(flow));
  const back = of.filter(leadsBack);
  const rank = ranks(drawn, of);
  const turns = (end: 'from' | 'to', at: number) => (back.some((flow) => home.get(flow[end]) === at) ? TURN : 0);
  // The height at which d3-sankey arrives at just this scale: it takes the largest that the fullest column allows.
  const scale = BODY / (Math.max(most, fullest(nodes, of)) || 1);
  const floor = HEAD + Math.max(...totals(nodes, of).map((one) => one.tonnes * scale + one.nodes * PADDING));

  // A chain of weightless nodes through all columns holds d3-sankey to our columns where a year has no path that long.
  const guide = (at: number) => `guide/${at}`;
  const placed: Placed[] = [
    ...drawn.map((node) => ({ id: node.id, column: place(node), rank: rank.get(node.id) ?? 0, fixedValue: through(node.id, of) })),
    ...taken.map((_, at) => ({ id: guide(at), column: at, rank: Infinity, fixedValue: 0 })),
  ];
  const linked: SankeyLink<Placed, Linked>[] = [
    ...forward.map((flow) => ({ key: flow.key, source: flow.from, target: flow.to, value: flow.tonnes })),
    ...taken.slice(1).map((_, at) => ({ key: `${guide(at)}>`, source: guide(at), target: guide(at + 1), value: 0 })),
  ];
  const layout = sankey<Placed, Linked>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => node.column)
    .nodeSort((a, b) => a.rank - b.rank)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(PADDING)
    .extent([[turns('to', 0), HEAD], [width - turns('from', taken.length - 1), floor]]);
  // The last round of d3-sankey moves nodes without ordering their links again; links of one node would cross.
  const graph = layout.update(uncrossed(layout({ nodes: placed, links: linked })));

  const spots = new Map<string, Spot>();
  for (const { id, x0 = 0, x1 = 0, y0 = 0, y1 = 0, fixedValue = 0 } of graph.nodes) {
    if (used.has(id)) spots.set(id, { x0, x1, y0, y1, tonnes: fixedValue });
  }
  const bands = new Map<string, Band>();
  for (const { key, source, target, y0 = 0, y1 = 0, width: thick = 0 } of graph.links) {
    if (typeof source !== 'object' || typeof target !== 'object' || !used.has(source.id)) continue;
    bands.set(key, { x0: source.x1 ?? 0, y0, x1: target.x0 ?? 0, y1, width: thick, lane: null });
  }
  const height = returns(back, forward, spots, bands);
  const columns = taken.map((at, index) => ({ stage: (COLUMNS[at] ?? []).filter((stage) => drawn.some((node) => node.stage === stage)).join(', '), x: spotX(graph.nodes, index) }));
  return { spots, bands, columns, height };
}

/** Orders the links of every node by where their other ends stand. */
function uncrossed(graph: SankeyGraph<Placed, Linked>): SankeyGraph<Placed, Linked> {
  type End = SankeyLink<Placed, Linked>['source'];
  const middle = (end: End) => (typeof end === 'object' ? ((end.y0 ?? 0) + (end.y1 ?? 0)) / 2 : 0);
  for (const node of graph.nodes) {
    node.sourceLinks?.sort((a, b) => middle(a.target) - middle(b.target));
    node.targetLinks?.sort((a, b) => middle(a.source) - middle(b.source));
  }
  return graph;
}

function spotX(nodes: SankeyGraph<Placed, Linked>['nodes'], at: number): number {
  return nodes.find((node) => node.column === at)?.x0 ?? 0;
}

/** Bands that lead back: they leave and arrive below what flows forward, and run under everything as ribbons. Gives the height of all. */
function returns(back: readonly Flow[], forward: readonly Flow[], spots: ReadonlyMap<string, Spot>, bands: Map<string, Band>): number {
  const floor = Math.max(HEAD, ...[...spots.values()].map((spot) => spot.y1));
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  let lane = floor + 22;
  for (const flow of back) {
    const from = spots.get(flow.from);
    const to = spots.get(flow.to);
    if (from === undefined || to === undefined) continue;
    const scale = (from.y1 - from.y0) / from.tonnes;
    const thick = flow.tonnes * scale;
    const pixels = (side: readonly Flow[]) => sum(side).value * scale;
    const y0 = out.get(flow.from) ?? from.y0 + pixels(forward.filter((one) => one.from === flow.from));
    const y1 = into.get(flow.to) ?? to.y0 + pixels(forward.filter((one) => one.to === flow.to));
    bands.set(flow.key, { x0: from.x1, y0: y0 + thick / 2, x1: to.x0, y1: y1 + thick / 2, width: thick, lane: lane + ribbon(thick) / 2 });
    out.set(flow.from, y0 + thick);
    into.set(flow.to, y1 + thick);
    lane += ribbon(thick) + 8;
  }
  return lane + (back.length > 0 ? 14 : 0);
}

function ribbon(thick: number): number {
  return Math.min(thick, RIBBON);
}

/** The middle line of a band that flows forward, as an SVG path. */
export function path({ x0, y0, x1, y1 }: Band): string {
  const middle = (x0 + x1) / 2;
  return `M${x0},${y0}C${middle},${y0},${middle},${y1},${x1},${y1}`;
}

/** The outline of a band that leads back: it narrows into a ribbon, runs below, and widens again. */
export function outline({ x0, y0, x1, y1, width, lane }: Band): string {
  const thick = ribbon(width);
  const [top, floor] = [(lane ?? 0) - thick / 2, (lane ?? 0) + thick / 2];
  const out = { in: x0 + 8, out: x0 + 8 + thick, top: y0 - width / 2, foot: y0 + width / 2 };
  const into = { in: x1 - 8, out: x1 - 8 - thick, top: y1 - width / 2, foot: y1 + width / 2 };
  const neck = 12;
  const outer = Math.min(thick / 2 + 4, 10);
  const inner = 4;
  return [
    `M${x0},${out.top}C${out.out},${out.top},${out.out},${out.top},${out.out},${out.foot + neck}`,
    `V${floor - outer}Q${out.out},${floor},${out.out - outer},${floor}`,
    `H${into.out + outer}Q${into.out},${floor},${into.out},${floor - outer}`,
    `V${into.foot + neck}C${into.out},${into.top},${into.out},${into.top},${x1},${into.top}`,
    `V${into.foot}C${into.in},${into.foot},${into.in},${into.foot},${into.in},${into.foot + neck}`,
    `V${top - inner}Q${into.in},${top},${into.in + inner},${top}`,
    `H${out.in - inner}Q${out.in},${top},${out.in},${top - inner}`,
    `V${out.foot + neck}C${out.in},${out.foot},${out.in},${out.foot},${x0},${out.foot}Z`,
  ].join('');
}

/** The drawing between two others: boxes and bands move, what is new grows out of nothing. */
export function between(from: Drawing, until: Drawing, t: number): Drawing {
  const mix = (a: number, b: number) => a + (b - a) * t;
  return {
    columns: until.columns,
    height: mix(from.height, until.height),
    spots: new Map([...until.spots].map(([id, b]) => {
      const a = from.spots.get(id) ?? { ...b, y0: (b.y0 + b.y1) / 2, y1: (b.y0 + b.y1) / 2 };
      return [id, { x0: mix(a.x0, b.x0), x1: mix(a.x1, b.x1), y0: mix(a.y0, b.y0), y1: mix(a.y1, b.y1), tonnes: b.tonnes }];
    })),
    bands: new Map([...until.bands].map(([key, b]) => {
      const a = from.bands.get(key) ?? { ...b, width: 0 };
      const lane = a.lane === null || b.lane === null ? b.lane : mix(a.lane, b.lane);
      return [key, { x0: mix(a.x0, b.x0), y0: mix(a.y0, b.y0), x1: mix(a.x1, b.x1), y1: mix(a.y1, b.y1), width: mix(a.width, b.width), lane }];
    })),
  };
}
