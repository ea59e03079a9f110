/** A what-if about one material, as the address and the API say it: `add=FI:0.25&without=CN&recycling=0.2`. */

export type Added = { place: string; share: number };

export type WhatIf = {
  added: Added[];
  without: string[];
  /** End-of-life recycling input rate as a fraction; nothing where it stays as it is. */
  recycling: number | null;
  governanceError: boolean;
};

export function read(query: URLSearchParams): WhatIf {
  const sources: Added[] = [];
  for (const text of query.getAll('add')) {
    const [place = '', share = ''] = text.split(':');
    const fraction = number(share);
    if (place !== '' && fraction !== null && !sources.some((one) => one.place === place)) sources.push({ place, share: fraction });
  }
  return {
    added: within(sources),
    without: query.getAll('without').filter((place) => place !== ''),
    recycling: number(query.get('recycling') ?? ''),
    governanceError: query.get('governance_error') === 'true',
  };
}

function number(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 && value <= 1 ? value : null;
}

/** Added shares cannot pass 100 % together: later ones give way. */
function within(sources: readonly Added[]): Added[] {
  let room = 1;
  return sources.map((one) => {
    const share = Math.min(one.share, room);
    room = tidy(room - share);
    return { ...one, share };
  });
}

/** The room that the other added sources leave for one of them. */
export function room(sources: readonly Added[], place: string): number {
  return tidy(1 - sources.reduce((sum, one) => (one.place === place ? sum : sum + one.share), 0));
}

/** The added sources as address and API write them. */
export function added(whatIf: WhatIf): string[] {
  return whatIf.added.map((one) => `${one.place}:${tidy(one.share)}`);
}

/** What the address says of a what-if. */
export function written(whatIf: WhatIf): Record<string, string | string[] | null> {
  return {
    add: added(whatIf),
    without: whatIf.without,
    recycling: whatIf.recycling === null ? null : String(tidy(whatIf.recycling)),
    governance_error: whatIf.governanceError ? 'true' : null,
  };
}

/** Whether anything but the width of the bounds is changed. */
export function changes(whatIf: WhatIf): boolean {
  return whatIf.added.length > 0 || whatIf.without.length > 0 || whatIf.recycling !== null;
}

/** Takes the dust of binary fractions away: 0.30000000000000004 is 0.3. */
function tidy(share: number): number {
  return Number(share.toFixed(4));
}

/** Where a figure stands against a threshold, as far as its bounds allow to say. */
export type Standing = 'above' | 'below' | 'on' | 'unknown';

export function standing(risk: { sr?: number | null | undefined; sr_low?: number | null | undefined; sr_high?: number | null | undefined }, threshold: number): Standing {
  if (risk.sr == null || risk.sr_low == null || risk.sr_high == null) return 'unknown';
  if (risk.sr_low >= threshold) return 'above';
  return risk.sr_high < threshold ? 'below' : 'on';
}
