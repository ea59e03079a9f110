/** The view of a case as its address says it, and what the API is asked. */

/** Draws behind the bands: enough for a smooth band, few enough to follow a hand. */
export const DRAWS = 1000;
/** Rows of the sample matrices behind "what matters most". */
export const SAMPLES = 256;

/**
 * What the figure can show; lines are the server's ids. The band is that of `band` where none is chosen, and lines that
 * are `quiet` are drawn only when they are asked for.
 */
export const GROUPS: readonly Group[] = [
  { id: 'supply', says: 'Need and supply', lines: ['put-into-use', 'consumption', 'secondary-supply', 'recycling-capacity', 'benchmark'], band: 'secondary-supply', quiet: [] },
  { id: 'return', says: 'What comes back', lines: ['end-of-life', 'feed', 'secondary-potential', 'secondary-supply', 'recycling-capacity', 'manufacturing-scrap', 'scrap-supply'], band: 'end-of-life', quiet: [] },
  { id: 'losses', says: 'What is lost', lines: ['used-export', 'uncollected', 'not-dismantled', 'scrap-export', 'untreated', 'recovery-loss'], band: 'used-export', quiet: [] },
  { id: 'stock', says: 'What is in use', lines: ['stock'], band: 'stock', quiet: [] },
  { id: 'shares', says: 'Shares', lines: ['capacity-share', 'secondary-share', 'eol-rir', 'eol-rr', 'union-share'], band: 'secondary-share', quiet: ['union-share'] },
  { id: 'risk', says: 'Supply risk', lines: ['supply-risk'], band: 'supply-risk', quiet: [] },
];
export type Group = { id: string; says: string; lines: readonly string[]; band: string; quiet: readonly string[] };

const FIRST = GROUPS[0] as Group;

/** A lever that is moved: to which value, by which year (null: the lever's own). */
export type Setting = { lever: string; value: number; year: number | null };

export type View = {
  settings: Setting[];
  /** Material; null: the case's first. */
  material: string | null;
  group: Group;
  /** The line whose band is drawn and whose causes are asked for. */
  line: string;
  /** Lines of the group that are not drawn. */
  hidden: string[];
  /** The year that figures and flows are read at; null: one that suits the case. */
  year: number | null;
  /** A region by NUTS code; null: none asked for. */
  region: string | null;
  /** Kind of assumption that is listed; null: all. */
  kind: string | null;
  /** Whether the flows of each year are drawn as large as they can be. */
  large: boolean;
};

/** `collection:0.9@2035` as address and API write it; null where it cannot be meant. */
export function setting(text: string): Setting | null {
  const match = /^([a-z0-9-]+)[:=](-?\d+(?:\.\d+)?(?:e-?\d+)?)(?:@(\d{4}))?$/i.exec(text.trim());
  if (match === null) return null;
  const value = Number(match[2]);
  return Number.isFinite(value) ? { lever: match[1] ?? '', value, year: match[3] === undefined ? null : Number(match[3]) } : null;
}

export function written({ lever, value, year }: Setting): string {
  return `${lever}:${tidy(value)}${year === null ? '' : `@${year}`}`;
}

/** Takes the dust of binary fractions away: 0.30000000000000004 is 0.3. */
export function tidy(value: number): number {
  return Number(value.toPrecision(9));
}

/** Settings with one of them changed; null takes it away. Their order stays, so that an address does not dance. */
export function moved(settings: readonly Setting[], lever: string, to: Setting | null): Setting[] {
  if (to === null) return settings.filter((one) => one.lever !== lever);
  return settings.some((one) => one.lever === lever) ? settings.map((one) => (one.lever === lever ? to : one)) : [...settings, to];
}

/** Reads the view; whatever an address says that cannot be meant falls back to the default. */
export function view(query: URLSearchParams): View {
  const settings: Setting[] = [];
  for (const text of query.getAll('set')) {
    const one = setting(text);
    if (one !== null && !settings.some((other) => other.lever === one.lever)) settings.push(one);
  }
  const group = GROUPS.find((one) => one.id === query.get('show')) ?? FIRST;
  const asked = query.get('line');
  const line = asked !== null && group.lines.includes(asked) ? asked : group.band;
  const hidden = query.get('hide')?.split(',') ?? group.quiet;
  const year = Number(query.get('year') ?? Number.NaN);
  return {
    settings,
    material: word(query.get('material')),
    group,
    line,
    hidden: hidden.filter((id) => id !== line && group.lines.includes(id)),
    year: Number.isInteger(year) && year > 0 ? year : null,
    region: word(query.get('region')),
    kind: word(query.get('kind')),
    large: query.get('scale') === 'year',
  };
}

function word(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}

/** What the address says of a choice of group: a line or a gap of another group is no news here. */
export function grouped(id: string): Record<string, string | null> {
  return { show: id === FIRST.id ? null : id, line: null, hide: null };
}

/** What the address says of the lines that are not drawn; `none` where all are and some would be quiet by themselves. */
export function hiding(group: Group, hidden: readonly string[]): string | null {
  const [now, usual] = [[...hidden].sort().join(), [...group.quiet].sort().join()];
  return now === usual ? null : now === '' ? 'none' : hidden.join(',');
}

/** The question to the case, for the API and for downloads. */
export function question(of: Pick<View, 'settings'>, material: string | null): { set: string[]; material: string | null; draws: number } {
  return { set: of.settings.map(written), material, draws: DRAWS };
}

/** The year that is read: the one asked for where the case has it, else 2040, the nearest it has. */
export function yearOf(of: Pick<View, 'year'>, years: readonly number[]): number {
  const wanted = of.year ?? 2040;
  const first = years[0];
  if (first === undefined) return wanted;
  return years.reduce((best, year) => (Math.abs(year - wanted) < Math.abs(best - wanted) ? year : best), first);
}
