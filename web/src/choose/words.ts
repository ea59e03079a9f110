/** Words and readings that the pages of the Choose room share. */
import type { Reading } from '../number/format.ts';

/** A value to three digits: what an estimate deserves where nothing bounds it. */
export function reading(value: number | null | undefined, unit: string): Reading {
  if (value == null) return { value: null, unit };
  const half = Math.abs(value) * 0.005;
  return half === 0 ? { value, unit } : { value, low: value - half, high: value + half, unit };
}

/** A value as it was stated: all its digits, up to four. */
export function stated(value: number | null | undefined, unit: string): Reading {
  return { value: value ?? null, unit };
}

/** A share in whole per cent: its bounds lie just so far away that they support no more. */
export function percent(share: number): Reading {
  return { value: share, low: share - 0.039, high: share + 0.039, unit: 'share' };
}

/** `mine`, `mine and refinery`, `mine, refinery and recycler`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 project`, `3 projects`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** An id as people read it: `public-cost` is public cost. */
export function plain(id: string): string {
  return id.replaceAll(/[-_]/g, ' ');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
