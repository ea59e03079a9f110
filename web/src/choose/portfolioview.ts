/** The view of a portfolio as its address says it, and what the API is asked. */
import type { PortfolioBudget } from './documents.ts';

/** While a hand is on a slider the answer has to come in two seconds, with the gap that it has by then. */
export const QUICK = { time_limit: 2, gap: 0.01 } as const;
/** Once the hand rests it may be proved. */
export const PROVED = { time_limit: 20 } as const;

/** A budget that is moved: of a fund in one year, or of all its years in proportion. */
export type BudgetMove = { fund: string; meur: number; year: number | null };
/** A rule that is moved, or dropped: null. */
export type RuleMove = { name: string; limit: number | null };
/** Which set is drawn: the best, a point of the front, or an alternative; counted from 1. */
export type Set = { of: 'front' | 'near'; number: number } | null;

export type PortfolioView = {
  budgets: BudgetMove[];
  rules: RuleMove[];
  with: string[];
  without: string[];
  /** Two measures of the front; null: not asked for. */
  front: { first: string; second: string } | null;
  near: boolean;
  robust: boolean;
  set: Set;
};

/** `jtf:200` or `jtf:200@2028`; null where it cannot be meant. */
export function budgetMove(text: string): BudgetMove | null {
  const match = /^([^:=]+)[:=](\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?:@(\d{4}))?$/i.exec(text.trim());
  if (match === null) return null;
  const meur = Number(match[2]);
  return Number.isFinite(meur) ? { fund: (match[1] ?? '').trim(), meur, year: match[3] === undefined ? null : Number(match[3]) } : null;
}

export function writtenBudget({ fund, meur, year }: BudgetMove): string {
  return `${fund}:${Number(meur.toPrecision(9))}${year === null ? '' : `@${year}`}`;
}

/** `carbon:900` or `carbon:off`; a name may have spaces and colons, the limit stands behind the last. */
export function ruleMove(text: string): RuleMove | null {
  const at = Math.max(text.lastIndexOf(':'), text.lastIndexOf('='));
  const name = text.slice(0, Math.max(at, 0)).trim();
  const limit = text.slice(at + 1).trim();
  if (at < 0 || name === '' || limit === '') return null;
  if (limit === 'off') return { name, limit: null };
  return Number.isFinite(Number(limit)) ? { name, limit: Number(limit) } : null;
}

export function writtenRule({ name, limit }: RuleMove): string {
  return `${name}:${limit === null ? 'off' : Number(limit.toPrecision(9))}`;
}

function known<T>(all: readonly string[], read: (text: string) => T | null, key: (one: T) => string): T[] {
  const found = new Map<string, T>();
  for (const text of all) {
    const one = read(text);
    if (one !== null && !found.has(key(one))) found.set(key(one), one);
  }
  return [...found.values()];
}

export function portfolioView(query: URLSearchParams): PortfolioView {
  const [first = '', second = ''] = (query.get('front') ?? '').split(',').map((one) => one.trim());
  const set = /^(front|near)\.(\d+)$/.exec(query.get('set') ?? '');
  return {
    budgets: known(query.getAll('budget'), budgetMove, (one) => `${one.fund}@${one.year}`),
    rules: known(query.getAll('rule'), ruleMove, (one) => one.name),
    with: [...new Set(query.getAll('with').filter((one) => one !== ''))],
    without: [...new Set(query.getAll('without').filter((one) => one !== ''))],
    front: first !== '' && second !== '' && first !== second ? { first, second } : null,
    near: query.get('near') === 'yes',
    robust: query.get('robust') === 'yes',
    set: set === null ? null : { of: set[1] === 'near' ? 'near' : 'front', number: Number(set[2]) },
  };
}

export type Question = { budget: string[]; rule: string[]; with: string[]; without: string[] };

/** What shapes the chosen set. */
export function question(of: PortfolioView): Question {
  return { budget: of.budgets.map(writtenBudget), rule: of.rules.map(writtenRule), with: of.with, without: of.without };
}

export function touched(of: PortfolioView): boolean {
  return of.budgets.length + of.rules.length + of.with.length + of.without.length > 0;
}

/** Moves with one changed; null takes it away. A fund that is moved as a whole forgets what was said of its years. */
export function movedBudget(moves: readonly BudgetMove[], fund: string, year: number | null, meur: number | null): BudgetMove[] {
  const left = moves.filter((one) => one.fund !== fund || (year !== null && one.year !== year));
  return meur === null ? left : [...left, { fund, meur, year }];
}

export function movedRule(moves: readonly RuleMove[], name: string, limit: number | null | undefined): RuleMove[] {
  const left = moves.filter((one) => one.name !== name);
  return limit === undefined ? left : [...left, { name, limit }];
}

/** A list with a name in it or not. */
export function switched(list: readonly string[], id: string, on: boolean): string[] {
  return on ? [...list.filter((one) => one !== id), id] : list.filter((one) => one !== id);
}

/** A fund with its budgets: of all years together, or year by year. */
export type Fund = { id: string; name: string; used: number; limit: number; stated: number; low: number; high: number; price: number | null; years: PortfolioBudget[] };

/** The funds in the order of the portfolio; those with a budget for each year are summed, and can be moved year by year. */
export function funds(budgets: readonly PortfolioBudget[]): Fund[] {
  const found = new Map<string, Fund>();
  const add = (sum: number, value: number) => sum + value;
  for (const id of new Set(budgets.map((one) => one.fund))) {
    const own = budgets.filter((one) => one.fund === id);
    const whole = own.find((one) => one.year == null);
    const years = own.filter((one) => one.year != null);
    const of = whole === undefined ? years : [whole];
    const total = (pick: (one: PortfolioBudget) => number) => of.map(pick).reduce(add, 0);
    found.set(id, { id, name: own[0]?.name ?? id, used: total((one) => one.used), limit: total((one) => one.limit), stated: total((one) => one.stated), low: total((one) => one.slider_low), high: total((one) => one.slider_high), price: whole?.price ?? (years.length === 1 ? (years[0]?.price ?? null) : null), years });
  }
  return [...found.values()];
}

/** A step that a hand can hit: about a two hundredth of the range, as 1, 2 or 5 times a power of ten. */
export function stepOf(span: number): number {
  if (!(span > 0)) return 1;
  const rough = span / 200;
  const power = 10 ** Math.floor(Math.log10(rough));
  return Number(([1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power * 10).toPrecision(3));
}
