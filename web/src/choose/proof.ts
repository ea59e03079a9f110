/** How sure an answer of the portfolio is, in words. */
import type { Reading } from '../number/format.ts';
import type { PortfolioAnswer } from './documents.ts';
import { unitSays } from './money.ts';
import { reading } from './words.ts';

type Write = (reading: Reading) => string;
type Proved = Pick<PortfolioAnswer, 'status' | 'objective' | 'bound' | 'gap' | 'aim' | 'checked' | 'check_findings'>;

/** A gap to two digits; one below a tenth of a per mille is none. */
export function gapSays(gap: number, write: Write): string {
  return gap < 5e-5 ? 'no gap' : `a gap of ${write({ value: gap, low: gap * 0.9, high: gap * 1.1, unit: 'share' })}`;
}

export function proof(of: Proved, write: Write): string {
  const unit = unitSays(of.aim.unit);
  const gap = of.gap == null ? '' : gapSays(of.gap, write);
  switch (of.status) {
    case 'optimal':
      return of.gap != null && of.gap >= 5e-5 ? `Proved within ${gap}: no set under these rules is better than ${write(reading(of.bound, unit))}.` : 'Proved best: no set under these rules is better.';
    case 'optimal-of-linearisation':
      return `Best of the linearised problem${gap === '' ? '' : `, with ${gap}`}: supply risk is cubic in the choice, so the set is checked again exactly below.`;
    case 'time-limit':
      return of.objective == null ? 'No set was found within the time.' : `The best set found within the time, with ${gap || 'an unknown gap'}: nothing under these rules is better than ${write(reading(of.bound, unit))}.`;
    case 'infeasible':
      return 'No set keeps all of these rules.';
    default:
      return 'No answer was found.';
  }
}

/** What our own check of the set found. */
export function checkSays(of: Pick<Proved, 'checked' | 'check_findings' | 'objective'>): string {
  if (of.objective == null) return '';
  return of.checked ? 'Checked again by code of our own: the set keeps every rule and has this value.' : `Our own check found: ${of.check_findings.join('; ')}.`;
}
