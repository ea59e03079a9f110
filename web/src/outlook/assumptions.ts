/** The assumptions of a case by kind, and the sources that carry most of them. */
import type { OutlookAssumption } from './documents.ts';

export const KINDS = [
  { id: 'published', says: 'Published' },
  { id: 'derived', says: 'Derived' },
  { id: 'assumption', says: 'Assumed' },
] as const;

export type Choice = { id: string; says: string; count: number };

/** All, then every kind that occurs, each with how many there are. */
export function choices(all: readonly Pick<OutlookAssumption, 'kind'>[]): Choice[] {
  const counted = KINDS.map((kind) => ({ ...kind, count: all.filter((one) => one.kind === kind.id).length }));
  return [{ id: 'all', says: 'All', count: all.length }, ...counted.filter((one) => one.count > 0)];
}

export function ofKind<T extends Pick<OutlookAssumption, 'kind'>>(all: readonly T[], kind: string | null): T[] {
  return kind === null || !KINDS.some((one) => one.id === kind) ? [...all] : all.filter((one) => one.kind === kind);
}

/** A source by its publisher and edition, as the house knows it; else as the document names it. */
export function sourceName(sources: readonly { id: string; publisher: string; title: string; edition?: string | null | undefined }[], id: string): string {
  const source = sources.find((one) => one.id === id);
  if (source === undefined) return id;
  return `${source.publisher}: ${source.title}${source.edition ? `, ${source.edition}` : ''}`;
}

/** A path over the years, or a single value: what stands together in the list of assumptions. */
export type Path<T> = { of: string; lever: string | null; rows: T[] };

/** Rows of one parameter in one list, in the order of the first of them. */
export function paths<T extends Pick<OutlookAssumption, 'parameter' | 'of' | 'lever'>>(all: readonly T[]): Path<T>[] {
  const found = new Map<string, Path<T>>();
  for (const row of all) {
    const key = `${row.parameter}/${row.of}`;
    const path = found.get(key);
    if (path === undefined) found.set(key, { of: row.of, lever: row.lever ?? null, rows: [row] });
    else path.rows.push(row);
  }
  return [...found.values()];
}

/** The sources that most figures rest on, the most used first; what is chosen by adit is no source. */
export function mostUsed(all: readonly Pick<OutlookAssumption, 'kind' | 'source'>[], most: number): string[] {
  const used = new Map<string, number>();
  for (const one of all) if (one.kind !== 'assumption') used.set(one.source, (used.get(one.source) ?? 0) + 1);
  const ranked = [...used].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([source]) => source);
  const rest = ranked.length - most;
  return rest > 0 ? [...ranked.slice(0, most), `${rest} more, each with its figure below`] : ranked;
}
