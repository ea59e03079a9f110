/** Units as people read them. */

const UNITS: Record<string, string> = {
  MEUR: 'million EUR', 'MEUR/a': 'million EUR a year', EUR: 'EUR', 'EUR/t': 'EUR/t', a: 'years', '1': '', share: 'share', t: 't', 't/a': 't/a',
  'm3/t': 'm³/t', 'm2/t': 'm²/t', 'm3/a': 'm³ a year', 'm2/a': 'm² a year', 't/t': 't/t', 'GJ/t': 'GJ/t', 'GJ/a': 'GJ a year', m3: 'm³', m2: 'm²',
};

/** A unit behind a heading: ` (million EUR)`, or nothing where what is counted has none. */
export function inUnit(unit: string): string {
  return unitSays(unit) === '' ? '' : ` (${unitSays(unit)})`;
}

/** `MEUR` is million EUR; what is not known here is written as it came. */
export function unitSays(unit: string): string {
  return UNITS[unit] ?? unit;
}
