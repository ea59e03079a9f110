/** What the band figure shows, in one sentence. */
import type { Reading } from '../number/format.ts';
import { reading } from './consequence.ts';
import type { OutlookLine } from './documents.ts';
import { capital, low, valueAt } from './lines.ts';

type Write = (reading: Reading) => string;
type Seen = { name: string; all: readonly OutlookLine[]; chosen: OutlookLine | undefined; years: readonly number[]; year: number; base: number };

/**
 * Secondary supply beside the 25 % line and capacity in the year that is read; of any other line where it comes from and
 * goes to.
 */
export function finding({ name, all, chosen, years, year, base }: Seen, write: Write): string {
  if (chosen === undefined) return `Nothing is known of ${name}.`;
  const index = years.indexOf(year);
  const at = (id: string) => {
    const line = all.find((one) => one.id === id);
    return line === undefined ? null : valueAt(line, index, year);
  };
  const [is, aim, capacity] = [chosen.values[index] ?? null, at('benchmark'), at('recycling-capacity')];
  if (chosen.id === 'secondary-supply' && is !== null && aim?.value != null) {
    const recyclers = capacity?.value == null ? 'recycling capacity is not known' : `recycling capacity is ${write(capacity)}`;
    return `In ${year}, ${low(chosen.name)} of ${name} is ${write(valueAt(chosen, index, year))}; 25\u2009% of consumption would be ${write(aim)}, and ${recyclers}.`;
  }
  const [from, until] = [chosen.values[years.indexOf(base)] ?? null, chosen.values.at(-1) ?? null];
  const last = years.at(-1);
  if (from === null && until === null) return `${capital(chosen.name)} of ${name} is unknown in ${base} and in ${last}.`;
  if (from === null) return `${capital(chosen.name)} of ${name}: ${write(reading(until, chosen.unit))} in ${last}.`;
  return `${capital(chosen.name)} of ${name}: from ${write(reading(from, chosen.unit))} in ${base} to ${write(reading(until, chosen.unit))} in ${last}.`;
}
