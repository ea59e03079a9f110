/** How the chain's own words are said to people, and which fixed colour a link has. */
import type { ChainNode } from '../chain/documents.ts';
import type { Flow } from './sankey.ts';

export const KIND_SAYS: Record<string, string> = {
  trade: 'traded',
  production: 'produced',
  recycling: 'recycled',
  estimate: 'estimated',
};

const HEADS: Record<string, string> = {
  extraction: 'Extraction',
  processing: 'Processing',
  use: 'Use',
  export: 'Leaves the EU',
  recycling: 'Recycling',
};

/** The heading over a column that holds one or two stages. */
export function stageHead(stages: string): string {
  return stages.split(', ').map((stage, index) => (index === 0 ? (HEADS[stage] ?? stage) : (HEADS[stage] ?? stage).toLowerCase())).join(', ');
}

/** Where a link begins decides its colour: inside the Union, outside, or coming back. */
export function colour(flow: Flow, nodes: ReadonlyMap<string, ChainNode>): 'inside' | 'outside' | 'recycled' {
  const from = nodes.get(flow.from);
  if (flow.kind === 'recycling' || from?.stage === 'recycling' || nodes.get(flow.to)?.stage === 'recycling') return 'recycled';
  return from?.eu ? 'inside' : 'outside';
}

/** A node by its name, with its stage where the name does not say it: a country stands at more than one. */
export function nodeName(node: ChainNode | undefined, id: string): string {
  if (node === undefined) return id;
  return node.eu || node.stage === 'export' ? node.label : `${node.label}, ${node.stage}`;
}
