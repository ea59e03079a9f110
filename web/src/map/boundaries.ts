/** Official boundaries as the user imported them: GeoJSON in degrees, drawn in the plane of the map. */
import { at } from './projection.ts';

export type Boundaries = {
  /** SVG paths by NUTS code. */
  paths: ReadonlyMap<string, string>;
  /** Whose they are; shown wherever they are. */
  notice: string;
};

type Ring = readonly (readonly number[])[];

/** Reads a collection; what is no region with an area is passed over. Without a notice nothing of it may be shown. */
export function drawn(collection: unknown): Boundaries {
  const { features, notice } = fields(collection);
  const paths = new Map<string, string>();
  if (typeof notice !== 'string' || notice === '') return { paths, notice: '' };
  for (const feature of Array.isArray(features) ? features : []) {
    const { properties, geometry } = fields(feature);
    const code = fields(properties)['NUTS_ID'];
    const { type, coordinates } = fields(geometry);
    if (typeof code !== 'string' || !Array.isArray(coordinates)) continue;
    const polygons = (type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : []) as Ring[][];
    paths.set(code, polygons.flatMap((rings) => rings.map(ring)).join(''));
  }
  return { paths, notice };
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function ring(points: Ring): string {
  const corners = points.map(([lon = 0, lat = 0]) => at(lon, lat).map((number) => Math.round(number * 10) / 10).join(' '));
  return `M${corners.join('L')}Z`;
}
