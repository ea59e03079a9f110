/** The audit as its address says it: which rows, worst first. */
import type { AuditStage } from '../api/documents.ts';
import { find } from '../frame/find.ts';

export const JUDGEMENTS = [
  { id: 'beyond', says: 'beyond rounding' },
  { id: 'unexplained', says: 'unexplained' },
  { id: 'explained', says: 'explained' },
  { id: 'within', says: 'within rounding' },
  { id: 'unknown', says: 'cannot be recomputed' },
  { id: 'all', says: 'all' },
] as const;

/** What the audit found of one figure; `unknown` where an input is missing. */
export type Verdict = 'within' | 'explained' | 'unexplained' | 'unknown';

export type Judgement = (typeof JUDGEMENTS)[number]['id'];
export type AuditView = { judgement: Judgement; text: string };

/** A search in the address means that the reader looks for one material, whatever was judged of it. */
export function auditView(query: URLSearchParams): AuditView {
  const text = query.get('find') ?? '';
  const said = JUDGEMENTS.find((one) => one.id === query.get('judgement'))?.id;
  return { judgement: said ?? (text === '' ? 'beyond' : 'all'), text };
}

export function verdict(row: AuditStage): Verdict {
  if (row.within_rounding == null) return 'unknown';
  if (row.within_rounding) return 'within';
  return row.cause === 'unexplained' ? 'unexplained' : 'explained';
}

/** Rows that pass, the widest difference first. */
export function judged(rows: readonly AuditStage[], view: AuditView, names: ReadonlyMap<string, string>): AuditStage[] {
  return rows
    .filter((row) => {
      const is = verdict(row);
      if (view.judgement === 'beyond' ? is === 'within' || is === 'unknown' : view.judgement !== 'all' && is !== view.judgement) return false;
      return view.text.trim() === '' || find([{ id: row.material, name: names.get(row.material) ?? row.material, aliases: [] }], view.text, 1).length > 0;
    })
    .sort((a, b) => far(b) - far(a));
}

/** How far the recomputed figure is from the published one; what cannot be recomputed stands last. */
function far(row: AuditStage): number {
  return row.difference == null ? -1 : Math.abs(row.difference);
}
