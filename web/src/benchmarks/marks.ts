/** The marks of the benchmarks: what is met, what is not, what is a proxy; told apart by shape as well as by colour. */
import type { Verdict } from './points.ts';

/** Outlines around the origin, as SVG paths. */
export const SHAPES: Record<Exclude<Verdict, 'unknown'>, string> = {
  met: 'M-5.5,0a5.5,5.5,0,1,0,11,0a5.5,5.5,0,1,0,-11,0z',
  unmet: 'M-6,-5H6L0,6z',
};

/** A reading in use elsewhere. */
export const PROXY = 'M-4.5,-4.5h9v9h-9z';
