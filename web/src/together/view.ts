/** The view of the game as its address says it, and what the API is asked. */

export const MEASURES = [
  { id: 'sr', says: 'Supply risk', low: 'supply risk', target: 'a supply risk of', unit: 'index' },
  { id: 'extraction', says: 'Extraction benchmark', low: 'extraction', target: 'an extraction of', unit: 'share' },
  { id: 'processing', says: 'Processing benchmark', low: 'processing', target: 'a processing of', unit: 'share' },
  { id: 'recycling', says: 'Recycling benchmark', low: 'recycling', target: 'a recycling of', unit: 'share' },
  { id: 'single-country', says: 'Largest third country', low: 'largest third country', target: 'a largest third country of', unit: 'share' },
] as const;
export type Measure = (typeof MEASURES)[number]['id'];

export const STAGES = [
  { id: 'official', says: 'the higher stage, as the official figure' },
  { id: 'extraction', says: 'extraction' },
  { id: 'processing', says: 'processing' },
] as const;
export type Stage = (typeof STAGES)[number]['id'];

export const DISPLACEMENTS = [
  { id: 'proportional', says: 'from all suppliers alike' },
  { id: 'largest-first', says: 'from the largest third country first' },
  { id: 'worst-governed-first', says: 'from the worst governed first' },
  { id: 'imports-only', says: 'from all imports alike' },
] as const;
export type Displacement = (typeof DISPLACEMENTS)[number]['id'];

export const FIRST_YEAR = 2025;
export const LAST_YEAR = 2040;

const USUAL = { material: 'lithium', measure: 'sr', stage: 'processing', year: 2030, displacement: 'proportional', regions: ['FI1D', 'ES43', 'CZ04', 'FRK1', 'DE71', 'DEB3', 'PT11'] } as const;

export type View = {
  material: string;
  measure: Measure;
  stage: Stage;
  year: number;
  displacement: Displacement;
  /** Regions on the list, in their order. */
  listed: string[];
  /** Those of them that are switched off. */
  off: string[];
  /** Projects that are switched off. */
  without: string[];
  /** As if every project were built and ran. */
  built: boolean;
  /** EU supply as the reader states it, tonnes; null: as the answer has it. */
  supply: number | null;
  /** The figure to be reached; null: none asked for. */
  target: number | null;
};

function known<T extends string>(list: readonly { id: T }[], id: string | null, usual: T): T {
  return list.find((one) => one.id === id)?.id ?? usual;
}

function positive(text: string | null): number | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value > 0 ? value : null;
}

function codes(text: string | null): string[] {
  return [...new Set((text ?? '').split(',').map((code) => code.trim().toUpperCase()).filter((code) => code !== ''))];
}

/** Reads the view; whatever an address says that cannot be meant falls back to the default. */
export function view(query: URLSearchParams): View {
  const material = query.get('material') ?? USUAL.material;
  const named = query.get('regions');
  const listed = named !== null ? codes(named) : material === USUAL.material ? [...USUAL.regions] : [];
  const year = Number(query.get('year') ?? USUAL.year);
  return {
    material,
    measure: known(MEASURES, query.get('measure'), USUAL.measure),
    stage: known(STAGES, query.get('stage'), USUAL.stage),
    year: Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : USUAL.year,
    displacement: known(DISPLACEMENTS, query.get('displacement'), USUAL.displacement),
    listed,
    off: codes(query.get('off')).filter((code) => listed.includes(code)),
    without: query.getAll('without').filter((id) => id !== ''),
    built: query.get('built') === 'all',
    supply: positive(query.get('supply')),
    target: positive(query.get('target')),
  };
}

/** Regions that play. */
export function playing(of: View): string[] {
  return of.listed.filter((code) => !of.off.includes(code));
}

/** What the API is asked about one measure. Only supply risk and the largest country have a stage to choose. */
export function question(of: View, measure: Measure): Record<string, string | number | string[] | null> {
  const staged = measure === 'sr' || measure === 'single-country';
  return {
    regions: playing(of).join(','),
    material: of.material,
    measure,
    stage: staged && of.stage !== 'official' ? of.stage : null,
    year: of.year,
    displacement: of.displacement,
    supply: of.supply,
    built: of.built ? 'all' : null,
    target: of.measure === measure ? of.target : null,
    without: of.without,
  };
}

/** What switching a region, or a project, changes in the address. */
export function switched(list: readonly string[], id: string, on: boolean): string[] {
  return on ? list.filter((other) => other !== id) : [...list.filter((other) => other !== id), id];
}
