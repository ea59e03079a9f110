/**
 * The questions of the Chain room, each answered with one document of the API.
 *
 * Until the server's description has them, the addresses are written here by hand.
 */
import { api, document } from '../api/client.ts';
import { drawn } from '../map/boundaries.ts';
import type { BenchmarksAnswer, ChainAnswer, TogetherAnswer } from './documents.ts';

/** What is asked besides the path; null is not asked. */
export type Asked = Record<string, string | number | readonly string[] | null | undefined>;

/** A document at a path below /api/v1. */
export async function get<T>(path: string, asked: Asked, signal: AbortSignal): Promise<T> {
  return document<T>(fetched<T>(path, asked, signal));
}

async function fetched<T>(path: string, asked: Asked, signal: AbortSignal): Promise<{ data?: T; error?: unknown; response: Response }> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value === null || value === undefined) continue;
    for (const one of typeof value === 'string' || typeof value === 'number' ? [value] : value) query.append(name, String(one));
  }
  const text = query.toString();
  const response = await fetch(`/api/v1/${path}${text === '' ? '' : `?${text}`}`, { signal });
  const body: unknown = await response.json().catch(() => null);
  return response.ok ? { data: body as T, response } : { error: body, response };
}

export const regions = (signal: AbortSignal) => document(api.GET('/api/v1/regions', { signal }));
export const sites = (signal: AbortSignal) => document(api.GET('/api/v1/sites', { signal }));
export const region = (code: string, signal: AbortSignal) => document(api.GET('/api/v1/region/{region}', { params: { path: { region: code } }, signal }));
export const chain = (material: string, asked: Asked, signal: AbortSignal) => get<ChainAnswer>(`chain/${encodeURIComponent(material)}`, asked, signal);
export const benchmarks = (asked: Asked, signal: AbortSignal) => get<BenchmarksAnswer>('benchmarks', asked, signal);
export const together = (asked: Asked, signal: AbortSignal) => get<TogetherAnswer>('together', asked, signal);

/** The official boundaries that the workspace brought along; 404 where it has none. */
export const boundaries = async (signal: AbortSignal) => drawn(await get<unknown>('boundaries', {}, signal));
