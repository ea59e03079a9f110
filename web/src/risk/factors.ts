/** The factors of the official formula for one stage, in the order in which people read them. */
import type { StageRisk } from '../api/documents.ts';

export type Factor = {
  name: string;
  value: number | null | undefined;
  low?: number | null | undefined;
  high?: number | null | undefined;
  unit: 'index' | 'share';
  why: string | null | undefined;
  /** The value after a what-if, if there is one. */
  then?: number | null | undefined;
  thenLow?: number | null | undefined;
  thenHigh?: number | null | undefined;
  /** The published figure that the factor is made from, as 1 − recycled is from recycled. */
  from?: { name: string; value: number | null | undefined; unit: 'share'; why: string | null };
};

export type Factors = {
  says: string;
  concentration: { id: string; factor: Factor; weight: Factor | null }[];
  notRecycled: Factor;
  substitution: Factor;
  result: Factor;
};

const SCOPES: Record<string, string> = {
  both: 'World supply and EU sourcing both count here; the more Europe imports, the more world supply counts.',
  gs: 'Only world supply counts here: the official scope of this stage leaves EU sourcing out.',
  eus: 'Only EU sourcing counts here: the official scope of this stage leaves world supply out.',
};

export function factors(id: string, edition: string, now: StageRisk, then: StageRisk | null): Factors {
  const fact = (table: string, column: string, byStage = false) => `${table}/${edition}/${id}/${byStage ? `${now.stage}/` : ''}${column}`;
  const half = (ir: number | null | undefined) => (ir == null ? null : ir / 2);
  const rest = (share: number | null | undefined, part = 1) => (share == null ? null : 1 - share * part);

  const reliance = { name: 'import reliance', value: now.ir, unit: 'share' as const, why: now.ir == null ? null : fact('import-reliance', 'ir', true) };
  const world: Factor = { name: 'world concentration', value: now.hhi_gs, unit: 'index', why: now.why.hhi_gs, then: then?.hhi_gs };
  const europe: Factor = { name: 'concentration of EU sourcing', value: now.hhi_eus, unit: 'index', why: now.why.hhi_eus, then: then?.hhi_eus };
  const weightWorld: Factor = { name: 'half of', value: half(now.ir), unit: 'index', why: null, then: half(then?.ir), from: reliance };
  const weightEurope: Factor = { name: 'the rest of 1', value: rest(now.ir, 0.5), unit: 'index', why: null, then: rest(then?.ir, 0.5) };

  const counts = { world: now.scope !== 'eus', europe: now.scope !== 'gs' };
  const both = counts.world && counts.europe;
  return {
    says: SCOPES[now.scope ?? ''] ?? 'The study gives no scope for this stage, so no figure is chosen.',
    concentration: [
      ...(counts.world ? [{ id: 'world', factor: world, weight: both ? weightWorld : null }] : []),
      ...(counts.europe ? [{ id: 'europe', factor: europe, weight: both ? weightEurope : null }] : []),
    ],
    notRecycled: {
      name: '1 minus', value: rest(now.eol_rir), unit: 'index', why: null, then: rest(then?.eol_rir),
      from: { name: 'recycled at end of life', value: now.eol_rir, unit: 'share', why: now.eol_rir == null ? null : fact('recycling', 'eol-rir') },
    },
    substitution: { name: 'substitution index', value: now.si_sr, unit: 'index', why: now.si_sr == null ? null : fact('substitution', 'si-sr'), then: then?.si_sr },
    result: {
      name: 'supply risk', value: now.sr, low: now.sr_low, high: now.sr_high, unit: 'index', why: now.why.sr,
      then: then?.sr, thenLow: then?.sr_low, thenHigh: then?.sr_high,
    },
  };
}
