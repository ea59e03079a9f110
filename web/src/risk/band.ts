/** The two bands of a supply risk: what rounding leaves open, and what the shares missing from the study could add. */

export type Banded = {
  sr?: number | null | undefined;
  sr_low?: number | null | undefined;
  sr_high?: number | null | undefined;
  sr_low_rounding?: number | null | undefined;
  sr_high_rounding?: number | null | undefined;
};

/** A published figure for display: half a unit of its last digit either way, so that it appears as printed. */
export function printed(value: number | null | undefined, half: number | null | undefined): { value: number | null; low: number | null; high: number | null } {
  if (value == null) return { value: null, low: null, high: null };
  return { value, low: half == null ? null : value - half, high: half == null ? null : value + half };
}

/** Less than this is no news beside the band of rounding. */
const VISIBLE = 0.05;

/** A supply risk for display. Its digits are those that rounding supports; the wider band is said beside it. */
export function reading(of: Banded): { value: number | null; low: number | null; high: number | null } {
  return { value: of.sr ?? null, low: of.sr_low_rounding ?? of.sr_low ?? null, high: of.sr_high_rounding ?? of.sr_high ?? null };
}

/** How far missing shares could carry the figure, if visibly farther than rounding. */
export function reaches(of: Banded): number | null {
  if (of.sr_high == null || of.sr_high_rounding == null) return null;
  return of.sr_high - of.sr_high_rounding > VISIBLE ? of.sr_high : null;
}
