/** Whose priorities: the view of its address, and what is made of counts. */

/** One's own weights by criterion, 0 to 100; only in the address and the question, stored nowhere. */
export type OwnWeights = Map<string, number>;

/** `w=cost:80`; what cannot be meant falls away. */
export function ownWeights(query: URLSearchParams, criteria: readonly string[]): OwnWeights {
  const found: OwnWeights = new Map();
  for (const text of query.getAll('w')) {
    const at = text.lastIndexOf(':');
    const [id, value] = [text.slice(0, Math.max(at, 0)), Number(text.slice(at + 1))];
    if (criteria.includes(id) && text.slice(at + 1).trim() !== '' && Number.isFinite(value)) found.set(id, Math.max(0, Math.min(100, value)));
  }
  return found;
}

export function writtenWeights(weights: OwnWeights): string[] {
  return [...weights].map(([id, value]) => `${id}:${value}`);
}

/** Whether the weights say anything: some above nothing. */
export function says(weights: OwnWeights): boolean {
  return [...weights.values()].some((value) => value > 0);
}

/** Ranks as drawn: shares that are nothing are left out, each with where it begins. */
export function stacked(shares: readonly number[]): { rank: number; from: number; share: number }[] {
  let from = 0;
  const parts: { rank: number; from: number; share: number }[] = [];
  shares.forEach((share, index) => {
    if (share > 0) parts.push({ rank: index + 1, from, share });
    from += share;
  });
  return parts;
}

/** How strongly a rank is tinted: the first full, the last faint. */
export function strength(rank: number, ranks: number): number {
  return ranks < 2 ? 1 : Number((1 - (0.92 * (rank - 1)) / (ranks - 1)).toFixed(3));
}

/** Alternatives by how often they stand first, then second and so on: the order in which all panels list them. */
export function order(shares: readonly (readonly number[])[]): number[] {
  const before = (a: readonly number[], b: readonly number[]) => {
    for (let rank = 0; rank < a.length; rank += 1) if (a[rank] !== b[rank]) return (b[rank] ?? 0) - (a[rank] ?? 0);
    return 0;
  };
  return shares.map((_, index) => index).sort((a, b) => before(shares[a] ?? [], shares[b] ?? []) || a - b);
}

/** The alternative that stands first most often (the first of equal ones), and how often; null without any. */
export function leader(shares: readonly (readonly number[])[]): { at: number; share: number } | null {
  return shares.reduce<{ at: number; share: number } | null>((best, one, at) => (best === null || (one[0] ?? 0) > best.share ? { at, share: one[0] ?? 0 } : best), null);
}

/** The round that a page is about: of this name, or the latest about this portfolio; one that takes answers first. */
export function roundOf<R extends { id: string; portfolio?: string | null; state: string }>(rounds: readonly R[], id: string): R | null {
  const own = rounds.filter((round) => round.id === id || round.portfolio === id);
  return own.find((round) => round.state === 'open') ?? own[0] ?? null;
}

/** A share of weights in whole per cent; what is little is not nothing, and what is much not all. */
export function wholeShare(share: number): string {
  if (share > 0 && share < 0.005) return '<\u20091\u2009%';
  if (share < 1 && share >= 0.995) return '>\u200999\u2009%';
  return `${Math.round(share * 100)}\u2009%`;
}

/** `1st`, `2nd`, `11th`. */
export function ordinal(rank: number): string {
  const tens = rank % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${ending}`;
}
