/**
 * Schematic regions: every region is the union of the Voronoi cells of its centre points. Inner edges are never drawn,
 * so a region of many points is one outline.
 */
import { Delaunay } from 'd3-delaunay';
import type { Bounds, Point } from './projection.ts';

/** A centre point and the region that it belongs to. */
export type Seed = { owner: string; x: number; y: number };

/** Kilometres to the points that stand for the outside; far enough to leave every border to its two neighbours. */
const FAR = 40_000;

/** The corners of the outside, so that every cell of a real point is closed. */
const OUTSIDE: readonly Point[] = [[-FAR, -FAR], [FAR, -FAR], [FAR, FAR], [-FAR, FAR]];

/**
 * The outlines of the regions, as closed rings. A ring has at least three corners and goes round its region in one
 * direction, holes in the other.
 */
export function outlines(seeds: readonly Seed[]): Map<string, Point[][]> {
  const points = [...seeds.map(({ x, y }) => [x, y] as const), ...OUTSIDE];
  const owner = (index: number): string | null => seeds[index]?.owner ?? null;
  const { triangles, halfedges, ...delaunay } = triangulated(points);
  // A corner of the cells is the centre of a triangle's circle; an edge between two cells joins two such centres.
  const next = new Map<string, Map<number, number>>();
  for (let edge = 0; edge < halfedges.length; edge += 1) {
    const twin = halfedges[edge] ?? -1;
    const from = owner(triangles[edge] ?? -1);
    if (twin < 0 || from === null || from === owner(triangles[twin] ?? -1)) continue;
    const steps = next.get(from) ?? new Map<number, number>();
    steps.set(Math.floor(edge / 3), Math.floor(twin / 3));
    next.set(from, steps);
  }
  return new Map([...next].map(([code, steps]) => [code, rings(steps).map((ring) => ring.map(delaunay.corner))]));
}

function triangulated(points: readonly Point[]) {
  const delaunay = Delaunay.from(points.map(([x, y]) => [x, y]));
  const { circumcenters } = delaunay.voronoi([-2 * FAR, -2 * FAR, 2 * FAR, 2 * FAR]);
  const corner = (triangle: number): Point => [circumcenters[triangle * 2] ?? 0, circumcenters[triangle * 2 + 1] ?? 0];
  return { triangles: delaunay.triangles, halfedges: delaunay.halfedges, corner };
}

/** Follows each step to the next until the ring is closed. */
function rings(steps: Map<number, number>): number[][] {
  const found: number[][] = [];
  for (let start = steps.keys().next(); !start.done; start = steps.keys().next()) {
    const ring: number[] = [];
    for (let here: number | undefined = start.value; here !== undefined && steps.has(here); ) {
      ring.push(here);
      const to: number | undefined = steps.get(here);
      steps.delete(here);
      here = to;
    }
    if (ring.length > 2) found.push(ring);
  }
  return found;
}

/** The part of a ring inside a rectangle, by Sutherland and Hodgman: cut at one side after the other. */
export function cut(ring: readonly Point[], [left, top, right, bottom]: Bounds): Point[] {
  const sides: { inside: (point: Point) => boolean; cross: (a: Point, b: Point) => Point }[] = [
    { inside: ([x]) => x >= left, cross: (a, b) => atX(a, b, left) },
    { inside: ([x]) => x <= right, cross: (a, b) => atX(a, b, right) },
    { inside: ([, y]) => y >= top, cross: (a, b) => atY(a, b, top) },
    { inside: ([, y]) => y <= bottom, cross: (a, b) => atY(a, b, bottom) },
  ];
  return sides.reduce<Point[]>(
    (kept, { inside, cross }) =>
      kept.flatMap((point, i) => {
        const before = kept[(i + kept.length - 1) % kept.length] ?? point;
        const entry = inside(point) === inside(before) ? [] : [cross(before, point)];
        return inside(point) ? [...entry, point] : entry;
      }),
    [...ring],
  );
}

function atX([ax, ay]: Point, [bx, by]: Point, x: number): Point {
  return [x, ay + ((by - ay) * (x - ax)) / (bx - ax)];
}

function atY([ax, ay]: Point, [bx, by]: Point, y: number): Point {
  return [ax + ((bx - ax) * (y - ay)) / (by - ay), y];
}

/** The rings as an SVG path, in tenths of kilometres. */
export function path(rings: readonly (readonly Point[])[]): string {
  return rings.map((ring) => `M${ring.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`).join('');
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10;
}
