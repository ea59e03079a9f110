/** What regions have to offer, by the sites and projects that stand on the map. */
import type { SiteDocument, TogetherProject } from '../chain/documents.ts';

type Offered = Pick<SiteDocument, 'id' | 'name' | 'region' | 'kind' | 'materials'>;

/** Regions with sites or projects of a material, those with projects first. */
export function regionsOf(sites: readonly Offered[], material: string): string[] {
  const of = sites.filter((site) => site.materials.includes(material));
  const ranked = [...of.filter((site) => site.kind === 'project'), ...of.filter((site) => site.kind !== 'project')];
  return [...new Set(ranked.flatMap((site) => (site.region == null ? [] : [site.region])))];
}

/** Projects of a region that are switched off and therefore in no answer: their names as the map has them. */
export function switchedOff(sites: readonly Offered[], region: string, without: readonly string[], shown: readonly string[]): { id: string; name: string }[] {
  const of = sites.filter((site) => site.region === region && site.kind === 'project' && without.includes(site.id) && !shown.includes(site.id));
  return [...new Map(of.map((site) => [site.id, { id: site.id, name: site.name }])).values()];
}

/** A region's projects, each once with its stages. */
export function byProject(projects: readonly TogetherProject[]): { id: string; name: string; stages: TogetherProject[] }[] {
  const found = new Map<string, { id: string; name: string; stages: TogetherProject[] }>();
  for (const one of projects) {
    const project = found.get(one.id) ?? { id: one.id, name: one.name, stages: [] };
    project.stages.push(one);
    found.set(one.id, project);
  }
  return [...found.values()];
}
