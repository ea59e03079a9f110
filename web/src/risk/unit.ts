/** The unit in which a fact is shown, by the last part of its key: shares and rates in percent, the rest as indices. */
const IN_PERCENT = new Set(['share', 'ir', 'eol-rir']);

export function unitOf(key: string): 'share' | 'index' {
  return IN_PERCENT.has(key.split('?')[0]?.split('/').at(-1) ?? '') ? 'share' : 'index';
}
