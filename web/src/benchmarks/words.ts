/** The benchmarks' words for people. */
import type { BenchmarksAnswer } from '../chain/documents.ts';
import { aim, MEASURES, point, type Measure, type Point, type Verdict } from './points.ts';

export const MEASURE_SAYS: Record<Measure, string> = {
  extraction: 'Extraction',
  processing: 'Processing',
  recycling: 'Recycling',
  'single-country': 'One third country',
};

export const VERDICT_SAYS: Record<Verdict, string> = { met: 'met', unmet: 'not met', unknown: 'unknown' };

type Write = (reading: { value: number | null; low?: number | null; high?: number | null; unit: string }) => string;

export function aimSays(targets: BenchmarksAnswer['targets'], measure: Measure, write: Write): string {
  return `${measure === 'single-country' ? 'at most' : 'at least'} ${write({ value: aim(targets, measure), unit: 'share' })}`;
}

/** A share without bounds of its own: no more digits than a reader can use. */
export function share(value: number | null): { value: number | null; low: number | null; high: number | null; unit: 'share' } {
  // Nothing is nothing, with no decimals to it.
  const half = value === 0 ? 0 : 0.002;
  return { value, low: value === null ? null : value - half, high: value === null ? null : value + half, unit: 'share' };
}

/** A share with its own bounds where it has any, else as many digits as a reader can use. */
export function reading(of: Pick<Point, 'value' | 'low' | 'high'>): { value: number | null; low: number | null; high: number | null; unit: 'share' } {
  return of.low === null && of.high === null ? share(of.value) : { value: of.value, low: of.low, high: of.high, unit: 'share' };
}

/** The whole answer in one sentence: how many materials reach each aim, of how many known. */
export function answer(of: BenchmarksAnswer, write: Write): string {
  const { met, known } = of.overall;
  const parts = MEASURES.flatMap((measure) => (measure === 'single-country' ? [] : [
    known[measure] === 0 ? `${measure} is known for no material` : `${measure} reaches its ${write({ value: aim(of.targets, measure), unit: 'share' })} for ${met[measure]} of the ${known[measure]} materials for which it is known`,
  ]));
  const most = write({ value: of.targets.single_country, unit: 'share' });
  const single = known.single_country === 0
    ? `whether one third country holds more than ${most} of what the Union uses is known for none`
    : `for ${met.single_country} of ${known.single_country} no third country holds more than ${most} of what the Union uses`;
  return `By ${of.year}, with the projects we know of, ${parts.join(', ')}; ${single}.`;
}

/** Who meets all and who none of the benchmarks known for it, in one sentence. */
export function finding(of: BenchmarksAnswer): string {
  const standing = of.materials.map((material) => ({ name: material.name.toLowerCase(), verdicts: MEASURES.map((measure) => point(material, measure).verdict).filter((verdict) => verdict !== 'unknown') })).filter((one) => one.verdicts.length > 1);
  const all = standing.filter((one) => one.verdicts.every((verdict) => verdict === 'met')).map((one) => one.name);
  const none = standing.filter((one) => one.verdicts.every((verdict) => verdict === 'unmet')).map((one) => one.name);
  return `In ${of.year}, ${listed(all)} ${all.length < 2 ? 'meets' : 'meet'} every benchmark that is known for ${all.length < 2 ? 'it' : 'them'}; ${listed(none)} ${none.length < 2 ? 'meets' : 'meet'} none of those known.`;
}

/** A few names, or how many there are. */
function listed(names: readonly string[]): string {
  if (names.length === 0) return 'no material';
  if (names.length > FEW) return `${names.length} materials`;
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
const FEW = 6;

/** Everything that a point says, for a voice. */
export function spoken(of: Point, year: number, targets: BenchmarksAnswer['targets'], write: Write): string {
  const what = `${of.name}, ${MEASURE_SAYS[of.measure].toLowerCase()}`;
  if (of.value === null) return `${what}: unknown`;
  const now = of.now === null ? '' : `now ${write(share(of.now))}, `;
  const who = of.country === null ? '' : `${of.country.name}, ${of.country.stage}, `;
  return `${what}: ${who}${now}${of.measure === 'single-country' ? '' : `in ${year} `}${of.least ? 'at least ' : ''}${write(reading(of))}, aim ${aimSays(targets, of.measure, write)}, ${VERDICT_SAYS[of.verdict]}${of.certain || of.verdict === 'unknown' ? '' : ', though its bounds leave it open'}`;
}
