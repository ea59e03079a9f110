/** Projects as the map draws them: what is chosen, or can be appraised, is filled; the rest is hollow. */
import { MARK_STAGES, type MarkStage } from '../map/marks.ts';

/** A project that has a place. */
export type Spot = {
  project: string;
  name: string;
  lat: number | null;
  lon: number | null;
  region: string | null;
  stages: readonly string[];
  full: boolean;
  /** A sentence for the pointer. */
  says: string;
};

/** The stage whose sign a project has: the first along the chain. */
export function stageOf(stages: readonly string[]): MarkStage {
  return MARK_STAGES.find((one) => one.id !== 'deposit' && stages.includes(one.id))?.id ?? 'other';
}

/** Projects of one place moved apart in a ring, so that each can be seen and touched; `kilometres` between neighbours. */
export function spread<P extends { x: number; y: number }>(points: readonly P[], kilometres: number): P[] {
  const groups = new Map<string, P[]>();
  for (const point of points) {
    const cell = `${Math.round(point.x / kilometres)}/${Math.round(point.y / kilometres)}`;
    groups.set(cell, [...(groups.get(cell) ?? []), point]);
  }
  const places = new Map<P, P>();
  for (const group of groups.values()) {
    const radius = group.length < 2 ? 0 : (kilometres / 2 / Math.sin(Math.PI / group.length));
    group.forEach((point, index) => {
      const turn = (2 * Math.PI * index) / group.length;
      places.set(point, { ...point, x: point.x + radius * Math.sin(turn), y: point.y - radius * Math.cos(turn) });
    });
  }
  return points.map((point) => places.get(point) ?? point);
}
