/** What is lost when projects fail: benchmarks that are no longer met, and how the others move. */
import type { BenchmarksAnswer } from '../chain/documents.ts';
import { MEASURES, point, type Measure, type Point } from './points.ts';

export type Loss = { before: Point; after: Point };

/** Every point that the failures change, those that lose their benchmark first, then by how much they lose. */
export function losses(before: BenchmarksAnswer, after: BenchmarksAnswer): Loss[] {
  const now = new Map(after.materials.map((material) => [material.id, material]));
  const all = before.materials.flatMap((material) => {
    const then = now.get(material.id);
    if (then === undefined) return [];
    return MEASURES.flatMap((measure: Measure) => {
      const [a, b] = [point(material, measure), point(then, measure)];
      return a.value !== null && b.value !== null && Math.abs(a.value - b.value) > 1e-9 ? [{ before: a, after: b }] : [];
    });
  });
  const size = ({ before: a, after: b }: Loss) => Math.abs((a.value ?? 0) - (b.value ?? 0));
  return all.sort((a, b) => Number(lost(b)) - Number(lost(a)) || size(b) - size(a));
}

/** Whether a benchmark was met before and is not any more. */
export function lost({ before, after }: Loss): boolean {
  return before.verdict === 'met' && after.verdict === 'unmet';
}
