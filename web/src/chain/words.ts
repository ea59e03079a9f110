/** Names of the API in words: `smelter-refinery` is a smelter or refinery. */
const SAYS: Record<string, string> = { 'smelter-refinery': 'smelter or refinery', 'ramp-up': 'ramping up', construction: 'being built' };

export function words(name: string): string {
  return SAYS[name] ?? name.replaceAll('-', ' ');
}

/** `1 site`, `2 sites`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a, b and c`. */
export function listed(all: readonly string[]): string {
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
