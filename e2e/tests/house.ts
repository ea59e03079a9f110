/**
 * What every test stands on: a page of the real server that fails its test when it talks to another host, breaks the
 * content-security policy, or throws; and the API, to hold what a page shows against what the server says.
 */
import { test as base, expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';

type House = { api: Api; watched: void };

export class Api {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  async get(path: string): Promise<any> {
    const answer = await this.#request.get(`/api/v1/${path}`);
    expect(answer.status(), path).toBe(200);
    return answer.json();
  }
}

export const test = base.extend<House>({
  baseURL: async ({}, use) => use(process.env.ADIT_URL),
  api: async ({ request }, use) => use(new Api(request)),
  watched: [
    async ({ page, baseURL }, use) => {
      const wrong: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL}/`)) wrong.push(`asked ${request.url()}`);
      });
      page.on('pageerror', (error) => wrong.push(`threw ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
      });
      await use();
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The pages that every test of the frame walks through. */
export const PAGES = [
  { name: 'matrix', path: '/risk' },
  { name: 'material', path: '/risk/lithium' },
  { name: 'audit', path: '/risk/audit' },
  { name: 'map', path: '/chain' },
  { name: 'region', path: '/region/FI1D' },
  { name: 'chain', path: '/chain/copper' },
  { name: 'benchmarks', path: '/benchmarks' },
  { name: 'together', path: '/together' },
  { name: 'outlook', path: '/outlook/eu-batteries' },
  { name: 'portfolios', path: '/choose' },
  { name: 'portfolio', path: '/choose/lithium-six-regions' },
  { name: 'project', path: '/project/keliber' },
  { name: 'weigh', path: '/weigh/lithium-six-regions' },
] as const;

/** Opens a page and waits until its figure is drawn. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('figure svg').first()).toBeVisible();
  await expect(page.locator('footer > p code').first()).toBeVisible();
}

/** The number that a text shows, whatever its marks. */
export function numberIn(text: string | null): number {
  const match = /[\u2212-]?\d[\d\u2009]*(?:\.\d+)?/.exec(text ?? '');
  if (match === null) throw new Error(`no number in "${text}"`);
  return Number(match[0].replaceAll('\u2009', '').replace('\u2212', '-'));
}

/** Half a unit of the last digit that a text shows: how far the number may be from the one behind it. */
export function roundingOf(text: string | null): number {
  const fraction = /\.(\d+)/.exec(text ?? '')?.[1] ?? '';
  return 0.5000001 * 10 ** -fraction.length;
}

/** Expects that a place shows a number, rounded as it is. */
export async function expectShown(place: Locator, value: number): Promise<void> {
  await expect(async () => {
    const text = await place.textContent();
    expect(Math.abs(numberIn(text) - value), `${text} shows ${value}`).toBeLessThanOrEqual(roundingOf(text));
  }).toPass({ timeout: 5_000 });
}
