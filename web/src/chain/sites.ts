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
export type RegionCount = { code: string; sites: SiteDocument[]; projects: number; materials: string[] };

/** The sites of each region; a site of no known region is in none. */
export function byRegion(sites: readonly SiteDocument[]): Map<string, RegionCount> {
  const found = new Map<string, RegionCount>();
  for (const site of sites) {
    if (site.region == null) continue;
    const count = found.get(site.region) ?? { code: site.region, sites: [], projects: 0, materials: [] };
    count.sites.push(site);
    if (site.kind === 'project') count.projects += 1;
    for (const material of site.materials) if (!count.materials.includes(material)) count.materials.push(material);
    found.set(site.region, count);
  }
  return found;
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
    sites: sites.length,
    projects: sites.filter((site) => site.kind === 'project').length,
    regions: regions.size,
    countries: new Set(sites.map((site) => site.country)).size,
    unplaced: sites.filter((site) => site.lat == null || site.lon == null).length,
    most: [...regions.values()].sort((a, b) => b.sites.length - a.sites.length || (a.code < b.code ? -1 : 1)),
  };
}

/** Upper ends of the tints by number of sites; above the last is the darkest. */
export const TINTS = [2, 5] as const;

/** 0 for none, then 1 to 3 by number of sites. */
export function tint(count: number): 0 | 1 | 2 | 3 {
  if (count === 0) return 0;
  return count <= TINTS[0] ? 1 : count <= TINTS[1] ? 2 : 3;
}
