/** How a site looks: its shape says the stage, its fill whether it runs, a ring around it that it is a project. */
import { symbol, symbolCircle, symbolCross, symbolDiamond2, symbolSquare, symbolTriangle, symbolWye, type SymbolType } from 'd3-shape';
import type { SiteDocument } from '../chain/documents.ts';

/** The first of a site's stages along the chain, or `deposit`. */
export type MarkStage = 'deposit' | 'extraction' | 'processing' | 'manufacturing' | 'recycling' | 'other';

/** What the fill says. */
export type Running = 'running' | 'coming' | 'stopped' | 'unknown';

export const MARK_STAGES: readonly { id: MarkStage; says: string }[] = [
  { id: 'deposit', says: 'deposit' },
  { id: 'extraction', says: 'extraction' },
  { id: 'processing', says: 'processing' },
  { id: 'manufacturing', says: 'manufacturing' },
  { id: 'recycling', says: 'recycling' },
  { id: 'other', says: 'another stage' },
];

export const RUNNING: readonly { id: Running; says: string }[] = [
  { id: 'running', says: 'running' },
  { id: 'coming', says: 'planned or being built' },
  { id: 'stopped', says: 'stopped' },
  { id: 'unknown', says: 'status unknown' },
];

/** Sizes in square units for a mark of radius about 1, so that all shapes weigh the same to the eye. */
const SYMBOLS: Record<MarkStage, { type: SymbolType; size: number }> = {
  deposit: { type: symbolCross, size: 2.2 },
  extraction: { type: symbolTriangle, size: 2.5 },
  processing: { type: symbolSquare, size: 2.7 },
  manufacturing: { type: symbolDiamond2, size: 2.7 },
  recycling: { type: symbolCircle, size: 3 },
  other: { type: symbolWye, size: 2.2 },
};

const STATUSES: Record<string, Running> = {
  operating: 'running', 'ramp-up': 'running',
  announced: 'coming', permitting: 'coming', permitted: 'coming', financed: 'coming', construction: 'coming', planned: 'coming',
  paused: 'stopped', closed: 'stopped', insolvent: 'stopped', cancelled: 'stopped',
};

/** The outline of a stage's mark around the origin, of radius about 1, as an SVG path. */
export function markPath(stage: MarkStage): string {
  const { type, size } = SYMBOLS[stage];
  return symbol(type, size).digits(2)() ?? '';
}

export function markStage(site: Pick<SiteDocument, 'kind' | 'stages'>): MarkStage {
  if (site.kind === 'deposit') return 'deposit';
  return MARK_STAGES.find((one) => site.stages.includes(one.id))?.id ?? 'other';
}

export function running(status: string): Running {
  return STATUSES[status] ?? 'unknown';
}
