/** From one thing to the next in a chain, as the arrow keys go: with the flow sideways, between neighbours up and down. */
import type { Drawing } from './sankey.ts';

/** What is needed of a link to go along it. */
type Flow = { key: string; from: string; to: string; tonnes: number };

/** What can be focused: a node or a link. */
export type Stop = { kind: 'node'; id: string } | { kind: 'link'; id: string };

export const keyOf = (stop: Stop): string => `${stop.kind}:${stop.id}`;

/** The stop that the tab key reaches first: the fullest node. */
export function first(drawing: Drawing): Stop | null {
  const top = [...drawing.spots].reduce<[string, number] | null>((best, [id, spot]) => (best === null || spot.tonnes > best[1] ? [id, spot.tonnes] : best), null);
  return top === null ? null : { kind: 'node', id: top[0] };
}

/** The stop in the direction of an arrow key, or null where there is none. */
export function step(from: Stop, key: string, flows: readonly Flow[], drawing: Drawing): Stop | null {
  const along = key === 'ArrowRight' ? 'to' : key === 'ArrowLeft' ? 'from' : null;
  if (along !== null) {
    if (from.kind === 'link') {
      const flow = flows.find((one) => one.key === from.id);
      return flow === undefined ? null : { kind: 'node', id: flow[along] };
    }
    const end = along === 'to' ? 'from' : 'to';
    const largest = flows.filter((flow) => flow[end] === from.id).reduce<Flow | null>((best, flow) => (flow.tonnes > (best?.tonnes ?? 0) ? flow : best), null);
    return largest === null ? null : { kind: 'link', id: largest.key };
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const order = from.kind === 'node' ? beside(from.id, drawing) : among(from.id, flows, drawing);
  const id = order[order.indexOf(from.id) + (key === 'ArrowDown' ? 1 : -1)];
  return id === undefined ? null : { kind: from.kind, id };
}

/** Nodes of one column from top to bottom. */
function beside(id: string, { spots }: Drawing): string[] {
  const x = spots.get(id)?.x0;
  return [...spots].filter(([, spot]) => spot.x0 === x).sort(([, a], [, b]) => a.y0 - b.y0).map(([other]) => other);
}

/** Links that begin in one column from top to bottom. */
function among(key: string, flows: readonly Flow[], { bands }: Drawing): string[] {
  const x = bands.get(key)?.x0;
  return flows.map((flow) => flow.key).filter((other) => bands.get(other)?.x0 === x).sort((a, b) => (bands.get(a)?.y0 ?? 0) - (bands.get(b)?.y0 ?? 0));
}
