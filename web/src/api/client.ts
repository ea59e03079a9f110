/** One door to the API. Every call answers with a document or throws a `Problem` in the server's own words. */
import createClient from 'openapi-fetch';
import type { paths } from './schema.d.ts';

/** What went wrong, as RFC 9457 says it. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;

  /** How to mend it, where the server knows. */
  readonly hint: string | null;

  constructor(status: number, title: string, detail: string, hint: string | null = null) {
    super(detail);
    this.status = status;
    this.title = title;
    this.hint = hint;
  }
}

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // `add=FI:0.25&add=DE:0.25`, as the command line repeats `--add`.
  querySerializer: { array: { style: 'form', explode: true } },
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** Unwraps an answer of the client. */
export async function document<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (data !== undefined) return data;
  throw problem(response, error);
}

function problem(response: Response, body: unknown): Problem {
  const said = typeof body === 'object' && body !== null ? (body as { title?: unknown; detail?: unknown; hint?: unknown }) : {};
  const title = typeof said.title === 'string' ? said.title : 'The server could not answer';
  const detail = typeof said.detail === 'string' ? said.detail : `HTTP status ${response.status}`;
  return new Problem(response.status, title, detail, typeof said.hint === 'string' ? said.hint : null);
}

/** A thrown value in words, for people. */
export function words(thrown: unknown): string {
  if (thrown instanceof Problem) return `${thrown.title}: ${thrown.message}${thrown.hint === null ? '' : ` (${thrown.hint})`}`;
  return 'The server does not answer. Is `adit serve` still running?';
}
