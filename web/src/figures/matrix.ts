/** What the matrix draws: the server's figure, with the two kinds of bounds and what the page's filters say. */
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { MatrixPoint, RiskClass } from '../api/documents.ts';
import type { Box } from './labels.ts';

/** A material on the matrix; indices, not pixels. */
export type Mark = {
  id: string;
  label: string;
  class: RiskClass;
  /** Economic importance is the published figure, since the use shares give none. */
  hollow: boolean;
  x: MatrixPoint['x'];
  y: MatrixPoint['y'];
  /** Bounds of supply risk by rounding alone; `y.low` and `y.high` also hold what missing shares could add. */
  rounding: { low: number; high: number } | null;
  /** Whether it passes the page's filters. */
  shown: boolean;
  /** The published supply risk, where the point is a recomputed one. */
  published: number | null;
};

export type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number };
export type Scales = { x: ScaleLinear<number, number>; y: ScaleLinear<number, number> };

/** The supply risk of a mark, with the digits that rounding supports. */
export function riskOf(mark: Mark): { value: number | null; low: number | null; high: number | null } {
  return { value: mark.y.value ?? null, low: mark.rounding?.low ?? null, high: mark.rounding?.high ?? null };
}

/** Room for tick labels on the left, the axis title below and on top. */
export function frame(width: number): Frame {
  const height = Math.round(Math.min(640, Math.max(500, width * 0.68)));
  return { width, height, left: 30, right: 12, top: 28, bottom: 44 };
}

export function scales(at: Frame, x: readonly [number, number], y: readonly [number, number]): Scales {
  return {
    x: scaleLinear(x, [at.left, at.width - at.right]),
    y: scaleLinear(y, [at.height - at.bottom, at.top]),
  };
}

/** The neighbour of a mark in the direction of an arrow key: by importance sideways, by risk up and down. */
export function neighbour(marks: readonly Mark[], from: string, key: string): string | null {
  const axis = key === 'ArrowLeft' || key === 'ArrowRight' ? 'x' : 'y';
  const order = [...marks].sort((a, b) => (a[axis].value ?? 0) - (b[axis].value ?? 0) || a.id.localeCompare(b.id));
  if (key === 'Home') return order[order.length - 1]?.id ?? null;
  if (key === 'End') return order[0]?.id ?? null;
  const at = order.findIndex((mark) => mark.id === from);
  const step = key === 'ArrowRight' || key === 'ArrowUp' ? 1 : -1;
  return order[at + step]?.id ?? null;
}

/** How much a label matters: strategic before critical before the rest, and among them the higher risk. */
export function weight(mark: Mark): number {
  const rank = mark.class === 'strategic' ? 20 : mark.class === 'critical' ? 10 : 0;
  return rank + (mark.y.value ?? 0);
}

/** How far a mark's sideways whisker goes from its middle, in pixels. */
export function reach(mark: Mark, to: Scales): { left: number; right: number } {
  if (mark.x.value == null || mark.x.low == null || mark.x.high == null || mark.rounding === null) return { left: 0, right: 0 };
  const middle = to.x(mark.x.value);
  return { left: middle - to.x(mark.x.low), right: to.x(mark.x.high) - middle };
}

/** The lines of a mark's whiskers as obstacles for labels, its own among them where it lies sideways. */
export function whiskerBoxes(mark: Mark, to: Scales): (Box & { id?: string })[] {
  if (mark.y.value == null || mark.x.value == null || mark.rounding === null) return [];
  const at = { x: to.x(mark.x.value), y: to.y(mark.y.value) };
  const upright = { id: mark.id, left: at.x - 1, right: at.x + 1, top: to.y(mark.rounding.high), bottom: to.y(mark.rounding.low) };
  if (mark.x.low == null || mark.x.high == null) return [upright];
  return [upright, { left: to.x(mark.x.low), right: to.x(mark.x.high), top: at.y - 1, bottom: at.y + 1 }];
}
