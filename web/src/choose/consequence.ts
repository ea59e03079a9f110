/** What moved inputs change, in words, and what the cash flow shows. */
import type { Reading } from '../number/format.ts';
import type { AppraisalAnswer } from './documents.ts';
import { unitSays } from './money.ts';
import { percent, reading } from './words.ts';

type Write = (reading: Reading) => string;
type Worth = Pick<AppraisalAnswer, 'npv' | 'irr' | 'break_even' | 'payback' | 'chance_positive' | 'money'>;

/** Changes smaller than this share are none that anyone would act on. */
const NOTHING = 0.002;

function same(was: number | null | undefined, is: number | null | undefined): boolean {
  if (was == null || is == null) return (was ?? null) === (is ?? null);
  return Math.abs(is - was) <= NOTHING * Math.max(Math.abs(was), Math.abs(is));
}

/** A rate to a tenth of a per cent. */
function tenth(share: number): Reading {
  return { value: share, low: share - 0.0039, high: share + 0.0039, unit: 'share' };
}

/** The sentences, the most important first. */
export function consequence(before: Worth, after: Worth, write: Write): string[] {
  const unit = unitSays(after.money.unit);
  const said: string[] = [];
  const [was, is] = [before.npv.base ?? null, after.npv.base ?? null];
  if (is !== null && was !== null) {
    if (same(was, is)) said.push(`Its net present value stays at ${write(reading(is, unit))}.`);
    else {
      const turned = was < 0 !== is < 0 ? (is < 0 ? ' It loses money now.' : ' It earns its money now.') : '';
      said.push(`Net present value: ${write(reading(is, unit))} instead of ${write(reading(was, ''))}.${turned}`);
    }
  }
  if (!same(before.irr.base, after.irr.base)) {
    if (after.irr.base == null) said.push(after.irr.says);
    else said.push(`Internal rate of return: ${write(tenth(after.irr.base))}${before.irr.base == null ? '; before there was none' : ` instead of ${write(tenth(before.irr.base))}`}.`);
  }
  if (!same(before.break_even.base, after.break_even.base) && after.break_even.base != null && before.break_even.base != null) said.push(`It breaks even at ${write(reading(after.break_even.base, after.break_even.unit))} instead of ${write(reading(before.break_even.base, ''))}.`);
  if (!same(before.chance_positive, after.chance_positive) && after.chance_positive != null && before.chance_positive != null) said.push(`Chance of a positive value: ${write(percent(after.chance_positive))} instead of ${write(percent(before.chance_positive))}, an estimate.`);
  return said;
}

/** What the cash flow shows, in one sentence: how much goes in, from when it comes back, and when all of it is back. */
export function finding(of: Pick<AppraisalAnswer, 'cash_flow' | 'money' | 'project'>, write: Write): string {
  const unit = unitSays(of.money.unit);
  const deepest = of.cash_flow.reduce<{ year: number; cumulative: number } | null>((low, flow) => (low === null || flow.cumulative < low.cumulative ? flow : low), null);
  const last = of.cash_flow.at(-1);
  if (deepest === null || last === undefined) return `Nothing is paid or received for ${of.project.name}.`;
  if (deepest.cumulative >= 0) return `${of.project.name} never has money out: all its years bring in more than they cost.`;
  const out = `Up to ${deepest.year}, ${write(reading(-deepest.cumulative, unit))} more go out than come in`;
  if (last.cumulative < 0) return `${out}, and not all of it ever comes back.`;
  const back = of.cash_flow.findLast((flow) => flow.cumulative < 0);
  return `${out}; ${back === undefined ? 'it is' : `by ${back.year + 1} it is`} back, and over its life ${write(reading(last.cumulative, unit))} are left, undiscounted.`;
}
