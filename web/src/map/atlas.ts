/** The schematic map: what is drawn where, made once from the regions' centre points. */
import type { MapRegion } from '../chain/documents.ts';
import { cut, outlines, path, type Seed } from './cells.ts';
import { at, inWindow, OUTERMOST, WINDOW, type Bounds, type Box, type Point } from './projection.ts';

/** A NUTS 2 region as the map draws it. */
export type Shape = {
  code: string;
  name: string;
  local: string | null;
  country: string;
  eu: boolean;
  /** Its centre point in the plane. */
  centre: Point;
  /** Its outline in the plane, wider than the land: the country's land clips it. Empty for outermost regions. */
  path: string;
};

export type Atlas = {
  /** The regions of each country, in one cell structure, clipped to its land. */
  countries: { code: string; eu: boolean; shapes: Shape[]; /** Its regions are drawn by their official boundaries and need no clip. */ official: boolean }[];
  /** Regions without land on this map, such as Melilla, as dots at their centres. */
  dots: Shape[];
  /** Outermost regions, drawn beside the map. */
  outermost: Shape[];
  /** Regions that are not drawn at all, such as Svalbard. */
  beyond: Shape[];
};

const LENGTH_OF_LEVEL_2 = 4;
/** Kilometres beyond the land. */
const SEAM = 5;
/** Kilometres from the centre of a dot to its edge. */
const DOT = 16;
const OUTERMOST_CODES = new Set<string>(OUTERMOST.map((one) => one.code));

/**
 * Draws the regions. Countries without points of level 3 are drawn from those of level 2. A country of whose regions all
 * official boundaries are there is drawn by them. `reach` is the rectangle around a country's land: no region needs to
 * be drawn beyond it.
 */
export function atlas(regions: readonly MapRegion[], reach: Readonly<Record<string, Bounds>>, official: ReadonlyMap<string, string> = new Map()): Atlas {
  const found: Atlas = { countries: [], dots: [], outermost: [], beyond: [] };
  const byCountry = new Map<string, MapRegion[]>();
  for (const region of regions) byCountry.set(region.country, [...(byCountry.get(region.country) ?? []), region]);
  for (const [code, own] of [...byCountry].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fine = own.filter((region) => region.level === 3);
    const parents = new Set(fine.map((region) => region.code.slice(0, LENGTH_OF_LEVEL_2)));
    // A region of level 2 without parts belongs to another vintage, unless its country has no parts at all.
    const drawn = own.filter((region) => region.level === 2 && (fine.length === 0 || parents.has(region.code)));
    const near = (region: MapRegion) => !OUTERMOST_CODES.has(region.code.slice(0, LENGTH_OF_LEVEL_2)) && inWindow(at(region.lon, region.lat));
    const known = drawn.filter(near).every((region) => official.has(region.code));
    const seeds = (fine.length > 0 ? fine : drawn).filter(near).map(seed);
    const rings = outlines(seeds);
    const shapes: Shape[] = [];
    for (const region of drawn) {
      const shape = shaped(region, known ? (near(region) ? (official.get(region.code) ?? '') : '') : path(within(rings.get(region.code) ?? [], reach[code])));
      if (OUTERMOST_CODES.has(region.code)) found.outermost.push(shape);
      else if (near(region) && !holds(reach[code], shape.centre)) found.dots.push({ ...shape, path: dot(shape.centre) });
      else if (shape.path === '') found.beyond.push(shape);
      else shapes.push(shape);
    }
    if (shapes.length > 0) found.countries.push({ code, eu: own.some((region) => region.eu), shapes, official: known });
  }
  const place = (shape: Shape) => OUTERMOST.findIndex((one) => one.code === shape.code);
  found.outermost.sort((a, b) => place(a) - place(b));
  return found;
}

/** Rings as far as the land of their country goes, and a little farther, so that no edge of the cut is seen. */
function within(rings: readonly (readonly Point[])[], reach: Bounds | undefined): (readonly Point[])[] {
  if (reach === undefined) return [...rings];
  const [left, top, right, bottom] = reach;
  return rings.map((ring) => cut(ring, [left - SEAM, top - SEAM, right + SEAM, bottom + SEAM])).filter((ring) => ring.length > 2);
}

function holds(reach: Bounds | undefined, [x, y]: Point): boolean {
  return reach === undefined || (x >= reach[0] && y >= reach[1] && x <= reach[2] && y <= reach[3]);
}

function dot([x, y]: Point): string {
  return `M${Math.round(x) - DOT} ${Math.round(y)}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0Z`;
}

function seed(region: MapRegion): Seed {
  const [x, y] = at(region.lon, region.lat);
  return { owner: region.code.slice(0, LENGTH_OF_LEVEL_2), x, y };
}

function shaped(region: MapRegion, path: string): Shape {
  const { code, name, local = null, country, eu } = region;
  return { code, name, local, country, eu, centre: at(region.lon, region.lat), path };
}

/** The rectangle around some points, with a margin in kilometres, in the proportions of the window and inside it. */
export function around(points: readonly Point[], margin: number): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const width = Math.max(...xs) - Math.min(...xs) + 2 * margin;
  const height = Math.max(...ys) - Math.min(...ys) + 2 * margin;
  const middle: Point = [(Math.max(...xs) + Math.min(...xs)) / 2, (Math.max(...ys) + Math.min(...ys)) / 2];
  return box(middle, Math.min(WINDOW.width / width, WINDOW.height / height));
}

/** How far the map can be enlarged; beyond it the borders are no more than schematic anyway. */
export const CLOSEST = 12;

/** The part of the window around a middle, enlarged; it never leaves the window. */
export function box([x, y]: Point, scale: number): Box {
  const zoom = Math.min(CLOSEST, Math.max(1, scale));
  const width = WINDOW.width / zoom;
  const height = WINDOW.height / zoom;
  const left = Math.min(Math.max(x - width / 2, WINDOW.left), WINDOW.left + WINDOW.width - width);
  const top = Math.min(Math.max(y - height / 2, WINDOW.top), WINDOW.top + WINDOW.height - height);
  return { left, top, width, height };
}

/** The region next to another in the direction of an arrow key: near, and not too far aside. */
export function neighbour(shapes: readonly Shape[], from: string, key: string): string | null {
  const here = shapes.find((shape) => shape.code === from);
  const [dx, dy] = DIRECTIONS[key] ?? [0, 0];
  if (here === undefined || (dx === 0 && dy === 0)) return null;
  let best: { code: string; cost: number } | null = null;
  for (const shape of shapes) {
    const x = shape.centre[0] - here.centre[0];
    const y = shape.centre[1] - here.centre[1];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (best === null || cost < best.cost) best = { code: shape.code, cost };
  }
  return best?.code ?? null;
}

const DIRECTIONS: Record<string, Point> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
