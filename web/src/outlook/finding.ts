/** What the band figure shows, in one sentence. */
import type { Reading } from '../number/format.ts';
import { reading } from './consequence.ts';
import type { OutlookLine } from './documents.ts';
import { capital, valueAt } from './lines.ts';

type Write = (reading: Reading) => string;
type Seen = { name: string; all: readonly OutlookLine[]; chosen: OutlookLine | undefined; years: readonly number[]; year: number; base: number };

/** Supply beside consumption where both are known in the year that is read; else where the chosen line comes from and goes to. */
export function finding({ name, all, chosen, years, year, base }: Seen, write: Write): string {
  const index = years.indexOf(year);
  const at = (id: string) => {
    const line = all.find((one) => one.id === id);
    return line === undefined ? null : valueAt(line, index, year);
  };
  const [secondary, capacity] = [at('secondary-share'), at('capacity-share')];
  if (chosen?.id === 'secondary-supply' && secondary?.value != null) {
    const beside = capacity?.value != null ? `; recyclers could take ${write(capacity)}` : '';
    return `In ${year}, ${chosen.name} of ${name} is ${write(secondary)} of what EU undertakings consume${beside}.`;
  }
  if (chosen === undefined) return `Nothing is known of ${name}.`;
  const [from, until] = [chosen.values[years.indexOf(base)] ?? null, chosen.values.at(-1) ?? null];
  const last = years.at(-1);
  if (from === null && until === null) return `${capital(chosen.name)} of ${name} is unknown in ${base} and in ${last}.`;
  if (from === null) return `${capital(chosen.name)} of ${name}: ${write(reading(until, chosen.unit))} in ${last}.`;
  return `${capital(chosen.name)} of ${name}: from ${write(reading(from, chosen.unit))} in ${base} to ${write(reading(until, chosen.unit))} in ${last}.`;
}
