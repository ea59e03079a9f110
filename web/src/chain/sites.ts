/** Which sites a view selects, and what they add up to. */
import { markStage, running } from '../map/marks.ts';
import type { SiteDocument } from './documents.ts';
import type { Filter } from './mapview.ts';

export function passes(site: SiteDocument, filter: Filter): boolean {
  return (
    (filter.material === null || site.materials.includes(filter.material)) &&
    (filter.stage === null || (filter.stage === 'deposit' ? markStage(site) === 'deposit' : site.stages.includes(filter.stage))) &&
    (filter.running === null || running(site.status) === filter.running) &&
    (filter.kind === null || site.kind === filter.kind)
  );
}

/** What a region has of the sites that are looked at. */
export type RegionCount = {
  code: string;
  sites: SiteDocument[];
  /** How many; a project that stands there at several stages counts once. */
  number: number;
  projects: number;
  materials: string[];
};

/** How many sites these are, each counted once. */
export function distinct(sites: readonly SiteDocument[]): number {
  return new Set(sites.map((site) => site.id)).size;
}

const projectsOf = (sites: readonly SiteDocument[]) => distinct(sites.filter((site) => site.kind === 'project'));

/** The sites of each region; a site of no known region is in none. */
export function byRegion(sites: readonly SiteDocument[]): Map<string, RegionCount> {
  const found = new Map<string, SiteDocument[]>();
  for (const site of sites) {
    if (site.region == null) continue;
    const own = found.get(site.region);
    if (own === undefined) found.set(site.region, [site]);
    else own.push(site);
  }
  return new Map(
    [...found].map(([code, own]) => {
      const materials = [...new Set(own.flatMap((site) => site.materials))];
      return [code, { code, sites: own, number: distinct(own), projects: projectsOf(own), materials }];
    }),
  );
}

export type Totals = {
  sites: number;
  projects: number;
  regions: number;
  countries: number;
  /** Sites without a position: counted, listed, not drawn. */
  unplaced: number;
  /** The regions with most, first to last. */
  most: RegionCount[];
};

export function totals(sites: readonly SiteDocument[]): Totals {
  const regions = byRegion(sites);
  return {
    sites: distinct(sites),
    projects: projectsOf(sites),
    regions: regions.size,
    countries: new Set(sites.map((site) => site.country)).size,
    unplaced: distinct(sites.filter((site) => site.lat == null || site.lon == null)),
    most: [...regions.values()].sort((a, b) => b.number - a.number || (a.code < b.code ? -1 : 1)),
  };
}

/** Upper ends of the tints by number of sites; above the last is the darkest. */
export const TINTS = [2, 5] as const;

/** 0 for none, then 1 to 3 by number of sites. */
export function tint(count: number): 0 | 1 | 2 | 3 {
  if (count === 0) return 0;
  return count <= TINTS[0] ? 1 : count <= TINTS[1] ? 2 : 3;
}
