/** The rows of the timeline. Years are whole; `until` is the last year of a part. */
import type { MarkStage } from '../map/marks.ts';
import type { PortfolioCandidate, PortfolioChosen } from './documents.ts';
import { stageOf } from './spots.ts';
import { plain } from './words.ts';

export type Part = { phase: 'construction' | 'ramp-up' | 'operation'; from: number; until: number };
export type Bar = {
  project: string;
  name: string;
  stage: MarkStage;
  parts: Part[];
  /** First year in the answer before, where that was another; null otherwise. */
  was: number | null;
  /** The row in words. */
  says: string;
};

type Chosen = Pick<PortfolioChosen, 'project' | 'name' | 'start' | 'size' | 'instrument'>;
type Candidate = Pick<PortfolioCandidate, 'project' | 'stages' | 'build_years' | 'ramp_years' | 'region'>;

/** The parts of a project that begins in a year; where its years of construction are unknown all of it is one part. */
export function parts(start: number, candidate: Pick<Candidate, 'build_years' | 'ramp_years'> | undefined, last: number): Part[] {
  const build = Math.round(candidate?.build_years ?? 0);
  const ramp = Math.round(candidate?.ramp_years ?? 0);
  return ([
    { phase: 'construction', from: start, until: start + build - 1 },
    { phase: 'ramp-up', from: start + build, until: start + build + ramp - 1 },
    { phase: 'operation', from: start + build + ramp, until: last },
  ] as const).map((part) => ({ ...part, until: Math.min(part.until, last) })).filter((part) => part.from <= part.until);
}

/** One row for each chosen project: by stage along the chain, then by start. Those that only stood before are not drawn. */
export function bars(chosen: readonly Chosen[], candidates: readonly Candidate[], before: readonly Chosen[] | null, last: number): Bar[] {
  const order: MarkStage[] = ['extraction', 'processing', 'manufacturing', 'recycling', 'other'];
  const of = new Map(candidates.map((one) => [one.project, one]));
  return chosen
    .map((one) => {
      const candidate = of.get(one.project);
      const was = before?.find((other) => other.project === one.project) ?? null;
      const made = parts(one.start, candidate, last);
      const runs = made.find((part) => part.phase !== 'construction');
      const where = candidate?.region == null ? '' : `, ${candidate.region.name}`;
      const size = one.size < 0.995 ? `, at ${Math.round(one.size * 100)}\u2009% of its size` : '';
      const money = one.instrument === 'none' || one.instrument === '' ? ', without public money' : `, with ${plain(one.instrument)}`;
      return { project: one.project, name: one.name, stage: stageOf(candidate?.stages ?? []), parts: made, was: was !== null && was.start !== one.start ? was.start : null, start: one.start, says: `${one.name}${where}: starts in ${one.start}${runs !== undefined && runs.from > one.start ? `, runs from ${runs.from}` : ''}${size}${money}` };
    })
    .sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || a.start - b.start || (a.name < b.name ? -1 : 1));
}

/** What came in and what left between two sets, by name. */
export function difference(before: readonly Chosen[], after: readonly Chosen[]): { comes: string[]; leaves: string[]; moves: string[] } {
  return {
    comes: after.filter((one) => !before.some((other) => other.project === one.project)).map((one) => one.name),
    leaves: before.filter((one) => !after.some((other) => other.project === one.project)).map((one) => one.name),
    moves: after.filter((one) => before.some((other) => other.project === one.project && (other.start !== one.start || other.instrument !== one.instrument || Math.abs(other.size - one.size) > 0.005))).map((one) => one.name),
  };
}
