/** Which study a page is about: its edition, and the years over which governance is averaged. */
import { address } from '../frame/address.ts';

/** What the house says of editions and years; the fields used here. */
export type Editions = {
  default_edition: string;
  editions: readonly { id: string; year: number; computable: boolean }[];
  governance: { default: string; first: number; last: number };
};

/** A study as the API is asked for it: only what differs from the default is said. */
export type Study = { edition: string; governance?: string };

/** The edition named by an address if its inputs are there, else the default one. */
export function study(query: URLSearchParams, house: Editions): Study {
  const named = house.editions.find((one) => one.id === query.get('edition') && one.computable);
  const years = governance(query, house);
  return { edition: named?.id ?? house.default_edition, ...(years === house.governance.default ? {} : { governance: years }) };
}

/** The years of an address if there are such years, else the default ones. */
export function governance(query: URLSearchParams, house: Editions): string {
  const { default: usual, first, last } = house.governance;
  const match = /^(\d{4})-(\d{4})$/.exec(query.get('governance') ?? '');
  if (match === null) return usual;
  const [from, until] = [Number(match[1]), Number(match[2])];
  return from >= first && until <= last && from <= until ? match[0] : usual;
}

/** A link to another page about the same study. */
export function carried(path: string, query: URLSearchParams, extra: Record<string, string> = {}): string {
  const next = new URLSearchParams(extra);
  for (const name of ['edition', 'governance']) {
    const value = query.get(name);
    if (value !== null) next.set(name, value);
  }
  return address(path, next);
}

/** A key that is the same for the same question. */
export function keyOf(question: object): string {
  return JSON.stringify(question);
}
