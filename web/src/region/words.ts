/** How a dossier says things to people, and what it finds in its own parts. Pure, so that it can be tested. */
import type { RegionAnswer, RegionChange, RegionChain, RegionStage, SiteDocument } from '../chain/documents.ts';
import { counted, listed } from '../chain/words.ts';

const MEASURES: Record<string, string> = {
  sr: 'Supply risk',
  extraction: 'Extraction over consumption',
  processing: 'Processing over consumption',
  recycling: 'Recycling over consumption',
  'single-country': 'Largest third country over consumption',
};

export function measureSays(measure: string): string {
  return MEASURES[measure] ?? measure;
}

/** The unit of a measure, as numbers are written with it. */
export function unitOf(measure: string): 'index' | 'share' {
  return measure === 'sr' ? 'index' : 'share';
}

/** The aims of Art. 5(1) of the Act, fractions of annual consumption; supply risk has its threshold of 1. */
const AIMS: Record<string, number> = { sr: 1, extraction: 0.1, processing: 0.4, recycling: 0.25, 'single-country': 0.65 };

export function aimOf(measure: string): number | null {
  return AIMS[measure] ?? null;
}

/** Better, worse, or too little to be seen: a change below this is written as almost nothing. */
export const ALMOST = 0.0005;

export type Way = 'better' | 'worse' | 'almost nothing' | 'unknown';

export function way(change: RegionChange): Way {
  const by = change.better_by.value;
  if (by == null) return 'unknown';
  if (Math.abs(by) < ALMOST) return 'almost nothing';
  return by > 0 ? 'better' : 'worse';
}

export function changesSay(changes: readonly RegionChange[], projects: number): string {
  if (changes.length === 0) return projects === 0 ? 'Nothing: it has no project that we know of.' : 'Not known: tonnes or starts of its projects are missing.';
  const of = (which: Way) => changes.filter((change) => way(change) === which).length;
  const parts = [
    of('better') > 0 ? `${of('better')} better` : '',
    of('worse') > 0 ? `${of('worse')} worse` : '',
    of('almost nothing') > 0 ? `${of('almost nothing')} almost not at all` : '',
    of('unknown') > 0 ? `${of('unknown')} unknown` : '',
  ].filter((part) => part !== '');
  return `Of ${counted(changes.length, 'official number')}, by the region's projects alone: ${listed(parts)}.`;
}

export function sitesSay(stages: readonly RegionStage[]): string {
  const all = new Set(stages.flatMap((stage) => stage.sites.map((site) => site.id)));
  if (all.size === 0) return 'No site that we know of. That is a gap in what is known, not proof that there is none.';
  const parts = stages.filter((stage) => stage.sites.length > 0).map((stage) => `${stage.sites.length} at ${stageSays(stage.stage)}`);
  return `${counted(all.size, 'site')}: ${listed(parts)}.`;
}

/** `deposit` is in the ground; the rest are stages. */
export function stageSays(stage: string): string {
  return stage === 'deposit' ? 'deposits' : stage.replaceAll('-', ' ');
}

export function chainsSay(chains: readonly RegionChain[]): string {
  if (chains.length === 0) return 'None that we know of.';
  const whole = chains.filter((chain) => chain.missing_links.length === 0).length;
  return `${counted(chains.length, 'chain')}; in ${whole === 0 ? 'none of them' : whole === chains.length ? 'all of them' : `${whole} of them`} the region has every link itself.`;
}

/** The address of the same projects in the coalition game. */
export function togetherWith(region: Pick<RegionAnswer, 'code' | 'similar'>): string {
  return `/together?regions=${[region.code, ...region.similar.slice(0, 2).map((one) => one.code)].join(',')}`;
}

/** A link that the region lacks: its stage, and what the answer says of it (`recycling: elsewhere in the Union`). */
export type Lacking = { stage: string; says: string };

export function lacking(links: readonly string[]): Lacking[] {
  return links.map((link) => {
    const [stage = link, ...rest] = link.split(': ');
    return { stage, says: rest.length === 0 ? stage : `${stage} (${rest.join(': ')})` };
  });
}

/** Sites of which more is known than name, place and material come first. */
export function bare(site: Pick<SiteDocument, 'status' | 'kind' | 'capacities'>): boolean {
  return site.status === 'unknown' && site.kind !== 'project' && site.capacities.every((one) => one.contained_t == null || one.from_memory);
}

/** A likeness to whole percents: its parts are no measurements. */
export function likeness(value: number): number {
  return Math.round(value * 100) / 100;
}
