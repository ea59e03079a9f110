/** The view of an appraisal as its address says it, and what the API is asked. */
import type { AppraisalInput } from './documents.ts';

/** Draws behind the bands: enough for two digits of a band, few enough to follow a hand. */
export const DRAWS = 1000;

/** An input that is moved. */
export type Setting = { input: string; value: number };

export type ProjectView = {
  settings: Setting[];
  /** Discount rate of the basis; null: the answer's own. */
  discount: number | null;
  nominal: boolean;
  /** Price process; null: as calibrated. */
  process: 'geometric' | 'mean-reverting' | null;
  /** The year that is read; null: one that suits the project. */
  year: number | null;
};

/** `capital-cost:800` or `price/lithium:12000` as address and API write it; null where it cannot be meant. */
export function setting(text: string): Setting | null {
  const match = /^([a-z0-9/-]+)[:=](-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i.exec(text.trim());
  if (match === null) return null;
  const value = Number(match[2]);
  return Number.isFinite(value) ? { input: match[1] ?? '', value } : null;
}

export function written({ input, value }: Setting): string {
  return `${input}:${Number(value.toPrecision(9))}`;
}

/** Settings with one changed; null takes it away. Their order stays, so that an address does not dance. */
export function moved(settings: readonly Setting[], input: string, value: number | null): Setting[] {
  if (value === null) return settings.filter((one) => one.input !== input);
  const to = { input, value };
  return settings.some((one) => one.input === input) ? settings.map((one) => (one.input === input ? to : one)) : [...settings, to];
}

export function projectView(query: URLSearchParams): ProjectView {
  const settings: Setting[] = [];
  for (const text of query.getAll('set')) {
    const one = setting(text);
    if (one !== null && !settings.some((other) => other.input === one.input)) settings.push(one);
  }
  const rate = query.get('discount');
  const discount = rate === null || rate.trim() === '' ? Number.NaN : Number(rate);
  const process = query.get('process');
  const year = Number(query.get('year') ?? Number.NaN);
  return {
    settings,
    discount: Number.isFinite(discount) && discount > -1 && discount <= 10 ? discount : null,
    nominal: query.get('basis') === 'nominal',
    process: process === 'geometric' || process === 'mean-reverting' ? process : null,
    year: Number.isInteger(year) && year > 0 ? year : null,
  };
}

type Question = { set: string[]; discount: number | null; basis: string | null; process: string | null; draws: number };

/** The question to the project, for the API and for downloads. */
export function question(of: Omit<ProjectView, 'year'>): Question {
  return { set: of.settings.map(written), discount: of.discount, basis: of.nominal ? 'nominal' : null, process: of.process, draws: DRAWS };
}

/** Whether anything is moved that changes the figures. */
export function touched(of: Omit<ProjectView, 'year'>): boolean {
  return of.settings.length > 0 || of.discount !== null || of.process !== null;
}

/** The year that is read: the one asked for where the cash flow has it, else the first of full operation. */
export function yearOf(of: Pick<ProjectView, 'year'>, flows: readonly { year: number; phase: string }[]): number {
  const last = flows.at(-1)?.year ?? 0;
  const first = flows[0]?.year ?? 0;
  if (of.year !== null) return Math.min(Math.max(of.year, first), last);
  return flows.find((flow) => flow.phase === 'operation')?.year ?? first;
}

/** Inputs that a hand may move first, by the beginnings of their ids; what moves the value most follows. */
const FIRST = ['price', 'capex', 'capital', 'operating', 'delay'];
/** Has a slider of its own. */
const RATE = 'discount-rate';
const MOST = 6;

/** The inputs with a slider: price, capital, operating cost and delay, then those that matter most. */
export function handles(inputs: readonly AppraisalInput[], matters: readonly { input: string }[], settings: readonly Setting[]): AppraisalInput[] {
  const found: AppraisalInput[] = [];
  const add = (input: AppraisalInput | undefined) => {
    if (input !== undefined && input.id !== RATE && !found.includes(input)) found.push(input);
  };
  for (const start of FIRST) add(inputs.find((one) => one.id.startsWith(start) || one.id.endsWith(`-${start}`)));
  for (const one of matters) if (found.length < MOST) add(inputs.find((input) => input.id === one.input));
  for (const one of settings) add(inputs.find((input) => input.id === one.input));
  return found;
}

/** From where to where a slider goes, in steps that a hand can hit. Bounds that are known; otherwise half to twice. */
export function range(input: Pick<AppraisalInput, 'value' | 'low' | 'high' | 'unit'>, set: number | null): { low: number; high: number; step: number } {
  const { value } = input;
  let low = input.low ?? (value > 0 ? value / 2 : value < 0 ? value * 2 : 0);
  let high = input.high ?? (value > 0 ? value * 2 : value < 0 ? value / 2 : 1);
  // A range that is narrow to the eye leaves no room to ask what if; half as much again on both sides does.
  const room = (high - low) / 2;
  low = low >= 0 ? Math.max(0, low - room) : low - room;
  high = input.unit === 'share' && high <= 1 ? Math.min(1, high + room) : high + room;
  low = Math.min(low, value, set ?? value);
  high = Math.max(high, value, set ?? value);
  const step = stepOf(high - low, input.unit === 'a');
  return { low: Number((Math.floor(low / step) * step).toPrecision(9)), high: Number((Math.ceil(high / step) * step).toPrecision(9)), step };
}

/** A hundredth of the span or less, as 1, 2 or 5 times a power of ten; whole years where years are counted. */
function stepOf(span: number, whole: boolean): number {
  if (!(span > 0)) return 1;
  const rough = span / 100;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power * 10;
  return whole ? Math.max(1, step) : Number(step.toPrecision(3));
}
