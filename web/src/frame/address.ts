/** Addresses of the workbench, and what they mean. Pure, so that it can be tested without a browser. */

/** The page that an address names; `id` says of which material, region, case, portfolio or project. */
export type Page =
  | { name: 'risk' }
  | { name: 'audit' }
  | { name: 'material'; id: string }
  | { name: 'map' }
  | { name: 'chain'; id: string }
  | { name: 'region'; id: string }
  | { name: 'benchmarks' }
  | { name: 'together' }
  | { name: 'outlooks' }
  | { name: 'outlook'; id: string }
  | { name: 'portfolios' }
  | { name: 'portfolio'; id: string }
  | { name: 'project'; id: string }
  | { name: 'weigh'; id: string }
  | { name: 'unknown' };

export type PageName = Page['name'];

/** Rooms that have pages, by the first part of their addresses' names in the API. */
export type Room = 'risk' | 'chain' | 'choose';

const ROOMS: Record<PageName, Room | null> = {
  risk: 'risk', audit: 'risk', material: 'risk',
  map: 'chain', chain: 'chain', region: 'chain', benchmarks: 'chain', together: 'chain', outlooks: 'chain', outlook: 'chain',
  portfolios: 'choose', portfolio: 'choose', project: 'choose', weigh: 'choose',
  unknown: null,
};

/** The room that a page is in. */
export function roomOf(name: PageName): Room | null {
  return ROOMS[name];
}

/** Reads a path. `/` is the Risk room. */
export function page(path: string): Page {
  const [first = 'risk', second, ...more] = path.split('/').filter((part) => part !== '');
  if (more.length > 0) return { name: 'unknown' };
  const id = second === undefined ? null : decode(second);
  switch (first) {
    case 'risk':
      return id === null ? { name: 'risk' } : second === 'audit' ? { name: 'audit' } : { name: 'material', id };
    case 'chain':
      return id === null ? { name: 'map' } : { name: 'chain', id };
    case 'region':
    case 'project':
    case 'weigh':
      return id === null ? { name: 'unknown' } : { name: first, id };
    case 'benchmarks':
    case 'together':
      return id === null ? { name: first } : { name: 'unknown' };
    case 'outlook':
      return id === null ? { name: 'outlooks' } : { name: 'outlook', id };
    case 'choose':
      return id === null ? { name: 'portfolios' } : { name: 'portfolio', id };
    default:
      return { name: 'unknown' };
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a change of the query sets: a value, several, or nothing (`null` and empty lists take the name away). */
export type Changes = Record<string, string | readonly string[] | null>;

/** The query after some changes; names not mentioned stay as they are. */
export function changed(query: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    if (value === null) continue;
    for (const one of typeof value === 'string' ? [value] : value) next.append(name, one);
  }
  return next;
}

/** A path with its query; a colon, a comma, a slash and an at sign stay readable, as RFC 3986 allows in a query. */
export function address(path: string, query: URLSearchParams): string {
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%40', '@');
  return text === '' ? path : `${path}?${text}`;
}

/** The address of a material's page. */
export function materialPage(id: string): string {
  return `/risk/${encodeURIComponent(id)}`;
}

/** The address of a material's chain. */
export function chainPage(id: string): string {
  return `/chain/${encodeURIComponent(id)}`;
}

/** The address of a region's dossier. */
export function regionPage(code: string): string {
  return `/region/${encodeURIComponent(code)}`;
}

/** The address of a case of the Outlook. */
export function outlookPage(id: string): string {
  return `/outlook/${encodeURIComponent(id)}`;
}

/** The address of a portfolio's page. */
export function portfolioPage(id: string): string {
  return `/choose/${encodeURIComponent(id)}`;
}

/** The address of a project's appraisal. */
export function projectPage(id: string): string {
  return `/project/${encodeURIComponent(id)}`;
}

/** The address of the page that says whose priorities a portfolio serves. */
export function weighPage(id: string): string {
  return `/weigh/${encodeURIComponent(id)}`;
}
