// Statements that people vote on, as they meet them: on a phone, without script; and what everybody sees when it is over.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { binary } from '../server.mjs';
import { expect, test } from './house.ts';
import { expectAccessible, WIDTHS } from './accessible.ts';

const EXAMPLE = readFileSync(new URL('../../examples/rounds/barranco-2026.toml', import.meta.url), 'utf8');
const IDS = [...EXAMPLE.matchAll(/^\[\[statement\]\]\nid = "(.+)"/gm)].map((found) => found[1]!);
const adit = (...words: string[]) => execFileSync(binary(), ['round', ...words, '--db', process.env.ADIT_DB!], { encoding: 'utf8' });
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Opens the example as a round of its own, with statements of its own: what one round tells limits what the next may tell. */
function openRound(name: string): string {
  const id = `${name}-${Date.now().toString(36)}-${Math.floor(Math.random() * 1e6)}`;
  const file = join(mkdtempSync(join(tmpdir(), 'adit-votes-')), 'round.toml');
  writeFileSync(file, EXAMPLE.replace(/^id = .*$/m, `id = "${id}"`).replace(/^opens = .*$/m, `opens = "${day(-1)}"`)
    .replace(/^closes = .*$/m, `closes = "${day(2)}"`).replace(/^(project|entry) = .*\n/gm, '').replace(/^(text = ".*)"$/gm, `$1 (${id})"`));
  adit('open', file);
  return id;
}

const statement = (page: Page, words: string) => page.getByRole('group', { name: words });

test('a phone without script: votes are sent, looked up by code, changed, and told by group when all is over', async ({ browser, request }) => {
  const id = openRound('votes');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, javaScriptEnabled: false, baseURL: process.env.ADIT_URL });
  const page = await context.newPage();
  await page.goto(`/rounds/${id}`);
  await page.getByRole('button', { name: 'Send my votes' }).click();
  await expect(page.getByRole('alert')).toContainText('at least one statement');
  const order = await page.locator('fieldset.statement legend').allTextContents();
  await statement(page, 'No ore lorry').getByRole('radio', { name: 'Agree', exact: true }).check();
  await statement(page, 'young people leave').getByRole('radio', { name: 'Pass' }).check();
  expect(await page.locator('fieldset.statement legend').allTextContents(), 'the order stays').toEqual(order);
  await page.getByRole('button', { name: 'Send my votes' }).click();
  const code = (await page.locator('#code').textContent())!;

  await page.goto(`/rounds/${id}/receipt`);
  await page.getByLabel('Your code').fill(code);
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.locator('dl.criteria')).toContainText('left out');
  await page.getByRole('button', { name: 'Change my answer' }).click();
  await expect(statement(page, 'No ore lorry').getByRole('radio', { name: 'Agree', exact: true })).toBeChecked();
  await statement(page, 'young people leave').getByRole('radio', { name: 'Disagree' }).check();
  await page.getByRole('button', { name: 'Send my votes' }).click();
  await expect(page.locator('#code')).not.toHaveText(code);

  // Two camps, through the interface of programs: with the phone's vote on two statements, 33 answers.
  for (let one = 0; one < 32; one += 1) {
    const votes = Object.fromEntries(IDS.map((of, at) => [of, at < 2 || (at < 5) === (one < 20) ? 'agree' : 'disagree']));
    expect((await request.post(`/api/v1/rounds/${id}/ballots`, { data: { form: 'votes', votes } })).status()).toBe(201);
  }
  expect((await request.get(`/api/v1/rounds/${id}/result`)).status()).toBe(409);
  adit('close', id);
  await page.goto(`/rounds/${id}`);
  await expect(page.getByText('At least 30 answers count.')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'A', exact: true })).toBeVisible();
  const shared = page.locator('article', { hasText: 'full year of water measurements' });
  await expect(shared.locator('dd').first()).toContainText('32 agree, 0 pass, 0 disagree');
  await expect(page.locator('article').first()).toContainText(/full year of water|level of every well/);
  await expect(page.locator('article')).toHaveCount(IDS.length);
});

for (const width of WIDTHS) {
  test(`accessible: ${width} px`, async ({ browser, request }) => {
    test.slow();
    const id = openRound('votes-access');
    const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: process.env.ADIT_URL });
    const page = await context.newPage();
    const check = async (what: string) => {
      await expectAccessible(page, what);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what} is not wider than the screen`).toBeLessThanOrEqual(width);
    };
    await page.goto(`/rounds/${id}`);
    await check('form');
    await page.getByRole('button', { name: 'Send my votes' }).click();
    await check('form with what is wrong');
    for (let one = 0; one < 36; one += 1) {
      const votes = Object.fromEntries(IDS.slice(0, 7).map((of, at) => [of, at === 0 || (at < 4) === (one < 20) ? 'agree' : one % 3 === 0 ? 'pass' : 'disagree']));
      expect((await request.post(`/api/v1/rounds/${id}/ballots`, { data: { form: 'votes', votes } })).status()).toBe(201);
    }
    adit('close', id);
    await page.goto(`/rounds/${id}`);
    await expect(page.getByText('It stands here as it was said.')).toBeVisible();
    await check('result');
    if (process.env.ADIT_LOOK) {
      await page.emulateMedia({ colorScheme: width === 390 ? 'dark' : 'light' });
      await page.screenshot({ path: `${process.env.ADIT_LOOK}/result-${width}.png`, fullPage: true });
    }
  });
}
