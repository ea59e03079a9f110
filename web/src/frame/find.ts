/** Finding a material or a region by what people call it. */

type Named = { id: string; name: string; aliases: readonly string[] };

/** What was found and, where it was found under another name, that name. */
export type Hit<M extends Named> = { item: M; alias: string | null };

/** Letters that no accent makes, as people without their keyboard write them. */
const LETTERS: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' };

/** Small letters without accents, so that `Rhénium` finds rhenium and `lodzkie` finds Łódzkie. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().trim().replace(/[łøđðßæœþı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** 0 begins with, 1 a word begins with, 2 contains; nothing if absent. */
function closeness(name: string, sought: string): number | null {
  const text = plain(name);
  if (text.startsWith(sought)) return 0;
  if (text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(sought))) return 1;
  return text.includes(sought) ? 2 : null;
}

/** The best hits first: own names before other names, beginnings before middles, then as listed. */
export function find<M extends Named>(all: readonly M[], text: string, most: number): Hit<M>[] {
  const sought = plain(text);
  if (sought === '') return [];
  const found: { hit: Hit<M>; rank: number }[] = [];
  for (const item of all) {
    const own = closeness(item.name, sought) ?? closeness(item.id, sought);
    let best: { hit: Hit<M>; rank: number } | null = own === null ? null : { hit: { item, alias: null }, rank: own * 2 };
    for (const alias of item.aliases) {
      const by = closeness(alias, sought);
      if (by !== null && (best === null || by * 2 + 1 < best.rank)) best = { hit: { item, alias }, rank: by * 2 + 1 };
    }
    if (best !== null) found.push(best);
  }
  return found.sort((a, b) => a.rank - b.rank).slice(0, most).map((entry) => entry.hit);
}
