/** The factors of the official formula for one stage, line by line, in the order in which people follow them. */
import type { MaterialRisk, StageRisk } from '../api/documents.ts';

export type Line = {
  id: string;
  /** How the line enters the sum, as a sign and for a voice. */
  sign: string;
  spoken: string;
  role: 'term' | 'weight' | 'sum' | 'factor' | 'result';
  name: string;
  value: number | null | undefined;
  low?: number | null | undefined;
  high?: number | null | undefined;
  unit: 'index' | 'share';
  why: string | null | undefined;
  /** The value after a what-if, if there is one. */
  then: number | null | undefined;
  thenLow?: number | null | undefined;
  thenHigh?: number | null | undefined;
  /** The published figure that the line is made from, as 1 − recycled is from recycled. */
  from?: { name: string; value: number | null | undefined; unit: 'share'; why: string | null | undefined };
};

const SCOPES: Record<string, string> = {
  both: 'World supply and EU sourcing both count here; the more Europe imports, the more world supply counts.',
  gs: 'Only world supply counts here: the official scope of this stage leaves EU sourcing out.',
  eus: 'Only EU sourcing counts here: the official scope of this stage leaves world supply out.',
};

export function factors(of: MaterialRisk, now: StageRisk, then: StageRisk | null): { says: string; lines: Line[] } {
  const minus = (share: number | null | undefined, part: number) => (share == null ? null : 1 - share * part);
  const half = (share: number | null | undefined) => (share == null ? null : share / 2);
  const both = now.scope !== 'gs' && now.scope !== 'eus';

  const lines: Line[] = [];
  if (now.scope !== 'eus') {
    lines.push({ id: 'world', sign: '', spoken: '', role: 'term', name: 'concentration of world supply', value: now.hhi_gs, unit: 'index', why: now.why.hhi_gs, then: then?.hhi_gs });
  }
  if (both) {
    lines.push({
      id: 'weight-world', sign: '×', spoken: 'times ', role: 'weight', name: 'half of the import reliance', value: half(now.ir), unit: 'index', why: null, then: half(then?.ir),
      from: { name: 'imported', value: now.ir, unit: 'share', why: now.why.ir },
    });
  }
  if (now.scope !== 'gs') {
    lines.push({ id: 'europe', sign: both ? '+' : '', spoken: both ? 'plus ' : '', role: 'term', name: 'concentration of EU sourcing', value: now.hhi_eus, unit: 'index', why: now.why.hhi_eus, then: then?.hhi_eus });
  }
  if (both) {
    lines.push({ id: 'weight-europe', sign: '×', spoken: 'times ', role: 'weight', name: 'the rest of 1', value: minus(now.ir, 0.5), unit: 'index', why: null, then: minus(then?.ir, 0.5) });
  }
  lines.push(
    {
      id: 'not-recycled', sign: '×', spoken: 'times ', role: both ? 'sum' : 'factor', name: both ? 'both together times what is not recycled' : 'what is not recycled', value: minus(now.eol_rir, 1), unit: 'index', why: null, then: minus(then?.eol_rir, 1),
      from: { name: 'recycled at end of life', value: now.eol_rir, unit: 'share', why: of.why.eol_rir },
    },
    { id: 'substitution', sign: '×', spoken: 'times ', role: 'factor', name: 'substitution index', value: now.si_sr, unit: 'index', why: of.why.si_sr, then: then?.si_sr },
    {
      id: 'result', sign: '=', spoken: 'makes the ', role: 'result', name: `supply risk at ${now.stage}`, value: now.sr, low: now.sr_low_rounding, high: now.sr_high_rounding, unit: 'index', why: now.why.sr,
      then: then?.sr, thenLow: then?.sr_low_rounding, thenHigh: then?.sr_high_rounding,
    },
  );
  return { says: SCOPES[now.scope ?? ''] ?? 'The study gives no scope for this stage, so no figure is chosen.', lines };
}

/** Whether a what-if changes the line at all. */
export function moved(line: Line): boolean {
  if (line.then == null || line.value == null) return line.then != null || line.value != null;
  return Math.abs(line.then - line.value) > 1e-9;
}
