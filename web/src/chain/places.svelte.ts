/** The regions of Europe: asked when the first page or search needs them, kept for the visit. */
import { Once } from '../api/once.svelte.ts';
import { regions } from './api.ts';
import type { RegionsAnswer } from './documents.ts';

/** A region as the search knows it. */
export type Named = { id: string; name: string; aliases: string[]; country: string; eu: boolean };

class Places extends Once<RegionsAnswer> {
  /** Regions of level 2, then of level 3; each also by its local name, its code and the name that REMIX gives it. */
  named = $derived.by((): Named[] => {
    const { regions = [], remix = [] } = this.answer ?? {};
    const called = new Map<string, string[]>();
    for (const one of remix) for (const code of one.codes) called.set(code, [...(called.get(code) ?? []), one.name]);
    return [...regions]
      .sort((a, b) => a.level - b.level)
      .map(({ code, name, local, country, eu }) => ({ id: code, name, aliases: [...(local == null ? [] : [local]), code, ...(called.get(code) ?? [])], country, eu }));
  });
}

export const places = new Places(regions);
