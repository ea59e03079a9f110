/** The view of the map page as its address says it. */
import { RUNNING, type Running } from '../map/marks.ts';
import type { Point } from '../map/projection.ts';
import type { Order } from '../tables/sort.ts';

export const KINDS = [
  { id: 'deposit', says: 'deposit' },
  { id: 'mine', says: 'mine' },
  { id: 'smelter-refinery', says: 'smelter or refinery' },
  { id: 'plant', says: 'plant' },
  { id: 'recycler', says: 'recycler' },
  { id: 'project', says: 'project' },
] as const;

export const REGION_COLUMNS = ['name', 'country', 'sites', 'projects', 'materials'] as const;
export const SITE_COLUMNS = ['name', 'region', 'country', 'kind', 'stages', 'materials', 'status'] as const;

export type RegionColumn = (typeof REGION_COLUMNS)[number];
export type SiteColumn = (typeof SITE_COLUMNS)[number];

/** Which sites are looked at; null is all. */
export type Filter = { material: string | null; stage: string | null; running: Running | null; kind: string | null };

export type MapView = Filter & {
  /** Middle of the part that is looked at, in the plane. */
  middle: Point | null;
  /** Enlargement, from 1. */
  zoom: number;
  regions: Order<RegionColumn>;
  sites: Order<SiteColumn>;
};

/** Reads the view; whatever an address says that does not exist falls back to the default. */
export function mapView(query: URLSearchParams): MapView {
  const [x, y, zoom] = (query.get('view') ?? '').split(',').map(Number);
  const seen = x !== undefined && y !== undefined && zoom !== undefined && [x, y, zoom].every(Number.isFinite) && zoom > 1;
  return {
    material: query.get('material'),
    stage: query.get('stage'),
    running: RUNNING.find((one) => one.id === query.get('status'))?.id ?? null,
    kind: KINDS.find((one) => one.id === query.get('kind'))?.id ?? null,
    middle: seen ? [x, y] : null,
    zoom: seen ? zoom : 1,
    regions: order(query, 'regions', REGION_COLUMNS, { by: 'sites', direction: 'down' }),
    sites: order(query, 'sites', SITE_COLUMNS, { by: 'name', direction: 'up' }),
  };
}

/** `sites=status:down` in the address. */
function order<K extends string>(query: URLSearchParams, name: string, columns: readonly K[], otherwise: Order<K>): Order<K> {
  const [by, direction] = (query.get(name) ?? '').split(':');
  const column = columns.find((one) => one === by);
  return column === undefined ? otherwise : { by: column, direction: direction === 'up' ? 'up' : 'down' };
}

/** The middle and enlargement as the address writes them; the whole map needs no words. */
export function written(middle: Point, zoom: number): string | null {
  return zoom <= 1.001 ? null : `${Math.round(middle[0])},${Math.round(middle[1])},${Math.round(zoom * 100) / 100}`;
}
