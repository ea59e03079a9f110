/** Addresses of the workbench, and what they mean. Pure, so that it can be tested without a browser. */

/** The page that an address names. */
export type Page =
  | { name: 'risk' }
  | { name: 'audit' }
  | { name: 'material'; id: string }
  | { name: 'unknown' };

/** Reads a path. `/` is the Risk room, the only one so far. */
export function page(path: string): Page {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0 || (parts.length === 1 && parts[0] === 'risk')) return { name: 'risk' };
  const [room, rest] = parts;
  if (room !== 'risk' || rest === undefined || parts.length > 2) return { name: 'unknown' };
  return rest === 'audit' ? { name: 'audit' } : { name: 'material', id: decode(rest) };
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

/** A path with its query; a colon, a comma and a slash stay readable, as RFC 3986 allows in a query. */
export function address(path: string, query: URLSearchParams): string {
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%2C', ',');
  return text === '' ? path : `${path}?${text}`;
}

/** The address of a material's page. */
export function materialPage(id: string): string {
  return `/risk/${encodeURIComponent(id)}`;
}
