/** A cash flow as it is drawn, and the moments between two of them. Amounts in the unit of the answer; costs and taxes positive where money goes out. */

export type FlowYear = {
  year: number;
  revenue: number;
  cost: number;
  tax: number;
  net: number;
  /** Band of what is left: 9 of 10 draws; null where nothing was drawn. */
  low: number | null;
  high: number | null;
};

export type Phase = { id: string; says: string; from: number; until: number };

/** The lowest and highest that must have room; the line at nothing always has. */
export function ends(flows: readonly FlowYear[]): { low: number; high: number } {
  let [low, high] = [0, 0];
  for (const flow of flows) {
    low = Math.min(low, -flow.cost, -flow.cost - flow.tax, flow.net, flow.low ?? 0);
    high = Math.max(high, flow.revenue, flow.net, flow.high ?? 0);
  }
  return low === high ? { low: -1, high: 1 } : { low, high };
}

/** The moment between two cash flows of the same years; otherwise the later one at once. */
export function mixed(from: readonly FlowYear[], until: readonly FlowYear[], t: number): readonly FlowYear[] {
  if (t >= 1 || from.length !== until.length) return until;
  const between = (a: number, b: number) => a + (b - a) * t;
  const maybe = (a: number | null, b: number | null) => (a === null || b === null ? b : between(a, b));
  return until.map((to, index) => {
    const was = from[index];
    if (was === undefined || was.year !== to.year) return to;
    return { year: to.year, revenue: between(was.revenue, to.revenue), cost: between(was.cost, to.cost), tax: between(was.tax, to.tax), net: between(was.net, to.net), low: maybe(was.low, to.low), high: maybe(was.high, to.high) };
  });
}

/** Phases cut to the years that are drawn, in the order of time. */
export function spans(phases: readonly Phase[], years: readonly number[]): Phase[] {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  return phases
    .map((phase) => ({ ...phase, from: Math.max(phase.from, first), until: Math.min(phase.until, last) }))
    .filter((phase) => phase.from <= phase.until)
    .sort((a, b) => a.from - b.from);
}
