/**
 * The map's plane: Lambert's azimuthal equal-area projection centred on 52° N 10° E, as in EPSG:3035, on a sphere of the
 * earth's mean radius. Coordinates are kilometres from the centre, x to the east and y downwards, as screens count.
 *
 * The sphere instead of the ellipsoid moves points by up to about ten kilometres at the edges, less than the schematic
 * borders themselves are off; land, cells and sites are all projected alike.
 */
import { geoAzimuthalEqualAreaRaw, geoRotation } from 'd3-geo';

export const EARTH_KM = 6371.0072;

/** The centre of the projection, degrees east and north. */
export const CENTRE = [10, 52] as const;

export type Point = readonly [x: number, y: number];

/** A rectangle in the plane by its sides, kilometres. */
export type Bounds = readonly [left: number, top: number, right: number, bottom: number];

/** A rectangle in the plane by its corner and size, kilometres. */
export type Box = { left: number; top: number; width: number; height: number };

/** The part of the plane that the map shows: the European Union without its outermost regions. */
export const WINDOW: Box = { left: -1900, top: -2300, width: 4180, height: 4140 };

const turned = geoRotation([-CENTRE[0], -CENTRE[1]]);
const RADIANS = Math.PI / 180;

/** Where a place lies in the plane. */
export function at(lon: number, lat: number): Point {
  const [lambda, phi] = turned([lon, lat]);
  const [x, y] = geoAzimuthalEqualAreaRaw(lambda * RADIANS, phi * RADIANS);
  return [x * EARTH_KM, -y * EARTH_KM];
}

/** Whether a place lies in the window. */
export function inWindow([x, y]: Point): boolean {
  return x >= WINDOW.left && x <= WINDOW.left + WINDOW.width && y >= WINDOW.top && y <= WINDOW.top + WINDOW.height;
}

/**
 * The outermost regions of the Union (Art. 349 TFEU) that are NUTS 2 regions, with a centre and how many kilometres
 * around it a small map of its own shows.
 */
export const OUTERMOST = [
  { code: 'ES70', lon: -15.7, lat: 28.4, reach: 290 },
  { code: 'PT20', lon: -28.1, lat: 38.3, reach: 340 },
  { code: 'PT30', lon: -16.9, lat: 32.8, reach: 70 },
  { code: 'FRY1', lon: -61.5, lat: 16.2, reach: 60 },
  { code: 'FRY2', lon: -61.0, lat: 14.65, reach: 50 },
  { code: 'FRY3', lon: -53.2, lat: 4.0, reach: 260 },
  { code: 'FRY4', lon: 55.5, lat: -21.1, reach: 50 },
  { code: 'FRY5', lon: 45.15, lat: -12.8, reach: 40 },
] as const;
