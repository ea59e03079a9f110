/** The regions that can be asked for: those of the REMIX project first, then the others of the Union. */
import type { RegionsAnswer } from '../chain/documents.ts';

export type Choice = { code: string; name: string };

const names = new Intl.Collator('en', { sensitivity: 'base' });

export function offered(of: Pick<RegionsAnswer, 'regions' | 'remix'>): { remix: Choice[]; others: Choice[] } {
  const known = new Map(of.regions.map((one) => [one.code, one]));
  const remix = new Map<string, Choice>();
  for (const region of of.remix) {
    for (const code of region.codes) {
      const one = known.get(code);
      if (one !== undefined) remix.set(code, { code, name: one.name });
    }
  }
  const by = (a: Choice, b: Choice) => names.compare(a.name, b.name) || a.code.localeCompare(b.code);
  const others = of.regions.filter((one) => one.eu && one.level === 2 && !remix.has(one.code)).map(({ code, name }) => ({ code, name }));
  return { remix: [...remix.values()].sort(by), others: others.sort(by) };
}
