/** The rows of the timeline. Years are whole; `until` is the last year of a part. */
import type { MarkStage } from '../map/marks.ts';

export type Part = { phase: 'construction' | 'ramp-up' | 'operation' | 'closure'; from: number; until: number };
export type Bar = {
  project: string;
  name: string;
  stage: MarkStage;
  parts: Part[];
  /** First year of the row in the answer before; null where that is no other or there was none. */
  was: number | null;
  wasUntil: number | null;
  /** The row in words. */
  says: string;
};
