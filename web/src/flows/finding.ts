/** What there is to see in a chain, in one sentence with its figures. */
import type { ChainAnswer } from '../chain/documents.ts';
import { sum, type Flow } from './sankey.ts';

type Write = (reading: { value?: number | null | undefined; unit: string; low?: number | null | undefined; high?: number | null | undefined }) => string;

/** The largest stream into the Union, of how much, and what comes back. */
export function finding(chain: Pick<ChainAnswer, 'nodes' | 'year'>, flows: readonly Flow[], write: Write): string {
  const nodes = new Map(chain.nodes.map((node) => [node.id, node]));
  const inward = flows.filter((flow) => nodes.get(flow.to)?.eu === true && nodes.get(flow.from)?.eu === false);
  const total = sum(inward).value;
  const largest = inward.filter((flow) => nodes.get(flow.from)?.place != null).reduce<Flow | null>((best, flow) => (flow.tonnes > (best?.tonnes ?? 0) ? flow : best), null);
  const back = sum(flows.filter((flow) => flow.kind === 'recycling'));
  const comes = back.value > 0 ? `${write({ ...back, unit: 't' })} came back by recycling` : 'nothing that we know of came back by recycling';
  if (largest === null) return `In ${chain.year} no import into the Union is known; ${comes}.`;
  const share = largest.tonnes / total;
  const part = write({ value: share, unit: 'share', low: share - 0.01, high: share + 0.01 });
  return `In ${chain.year} the largest stream into the Union came from ${nodes.get(largest.from)?.label ?? largest.from}: ${write({ ...largest.link.tonnes, unit: 't' })}, ${part} of all that entered; ${comes}.`;
}
