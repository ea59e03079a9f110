/** Impacts beside imports: the scale of each kind, and which of the two is known to be less. */
import type { FigureDocument } from './documents.ts';

type Figure = Pick<FigureDocument, 'value' | 'low' | 'high'>;

/** The end of a kind's own scale, which begins at nothing; null where neither is known. Kinds are never added up. */
export function reach(figures: readonly Figure[]): number | null {
  const values = figures.flatMap((one) => [one.value, one.high].filter((value) => value != null)).filter((value) => value > 0);
  return values.length === 0 ? null : Math.max(...values);
}

/** Whether the project's impact is less or more than that of imports, beyond the bounds of both; or not told by them. */
export function beside(project: Figure, imports: Figure): 'less' | 'more' | 'alike' | 'unknown' {
  if (project.value == null || imports.value == null) return 'unknown';
  if ((project.high ?? project.value) < (imports.low ?? imports.value)) return 'less';
  if ((project.low ?? project.value) > (imports.high ?? imports.value)) return 'more';
  return 'alike';
}

export const BESIDE_SAYS = { less: 'less than imports', more: 'more than imports', alike: 'the bounds do not tell', unknown: 'unknown' } as const;
