/** Public income by level and year. */
import type { AppraisalIncome } from './documents.ts';

/** Levels from the nearest to the farthest, each with a fixed lightness. */
export const LEVELS = [
  { id: 'municipality', says: 'municipality' },
  { id: 'region', says: 'region' },
  { id: 'landowner', says: 'landowner' },
  { id: 'state', says: 'state' },
  { id: 'closure-fund', says: 'closure fund' },
] as const;

/** Sums by level for every year, in the order of the levels; those that get anything. */
export function byLevel(income: readonly AppraisalIncome[], years: number): { id: string; says: string; values: number[]; total: number }[] {
  const known = LEVELS.map((level) => level.id as string);
  const levels = [...LEVELS, ...[...new Set(income.map((one) => one.level))].filter((id) => !known.includes(id)).map((id) => ({ id, says: id }))];
  return levels
    .map((level) => {
      const own = income.filter((one) => one.level === level.id);
      const values = Array.from({ length: years }, (_, index) => own.reduce((sum, one) => sum + (one.values[index] ?? 0), 0));
      return { ...level, values, total: own.reduce((sum, one) => sum + one.total, 0) };
    })
    .filter((level) => income.some((one) => one.level === level.id));
}
