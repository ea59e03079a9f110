// A round of weighing as its participants meet it: on a phone, without script; and what the others see of it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { binary } from '../server.mjs';
import { expect, test } from './house.ts';
import { expectAccessible, WIDTHS } from './accessible.ts';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const CODE = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;
const CRITERIA = ['carbon', 'jobs', 'water'] as const;

const adit = (...words: string[]) => execFileSync(binary(), ['round', ...words, '--db', process.env.ADIT_DB!], { encoding: 'utf8' });
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Opens a round of its own for a test. */
function openRound(name: string): string {
  const id = `${name}-${Date.now().toString(36)}-${Math.floor(Math.random() * 1e6)}`;
  const file = join(mkdtempSync(join(tmpdir(), 'adit-round-')), 'round.toml');
  // Rounds with the same criteria limit what the later may show: each test weighs criteria of a portfolio of its own.
  writeFileSync(file, `format = 1
id = "${id}"
title = "Which lithium projects first?"
question = "The region cannot support every lithium project at once. What should count most when it chooses?"
who_asks = "Regional development agency"
opens = "${day(-1)}"
closes = "${day(2)}"
group = [
  { id = "municipality", name = "A municipality" },
  { id = "company", name = "A company" },
  { id = "resident", name = "People who live there" },
]
[[criterion]]
id = "carbon"
name = "Climate"
means = "Greenhouse gases released for each tonne of lithium carbonate"
unit = "t CO2e/t"
better = "lower"
[[criterion]]
id = "jobs"
name = "Jobs"
means = "People employed in the region while the plant runs"
unit = "people"
better = "higher"
[[criterion]]
id = "water"
name = "Water"
means = "Fresh water used for each tonne of lithium carbonate"
unit = "m3/t"
better = "lower"
[[criterion]]
id = "of-${id}"
name = "Speed"
means = "Years until the first tonne"
unit = "years"
better = "lower"
[[alternative]]
id = "north"
name = "Northern mine"
values = { carbon = 14.0, jobs = 300, water = 40.0, of-${id} = 9 }
[[alternative]]
id = "south"
name = "Southern brine"
values = { carbon = 6.0, jobs = 120, water = 90.0, of-${id} = 6 }
[[alternative]]
id = "recycling"
name = "Recycling works"
values = { carbon = 9.0, jobs = 180, water = 20.0, of-${id} = 3 }
`);
  adit('open', file);
  return id;
}

/** A page that fails the test where it asks another host or breaks the policy. */
async function phone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, baseURL: process.env.ADIT_URL, locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.on('request', (request) => expect(request.url().startsWith(`${process.env.ADIT_URL}/`), request.url()).toBe(true));
  page.on('console', (message) => expect(message.text()).not.toContain('Content Security Policy'));
  page.on('pageerror', (error) => expect(error.message).toBe(''));
  return page;
}

type Way = 'Points' | 'An order' | 'Steps';
const FIELD: Record<Way, string> = { Points: 'points', 'An order': 'ranking', Steps: 'swing' };

/** Fills in what a participant says, in the order of the criteria; an empty text leaves a field empty. */
async function fill(page: Page, id: string, way: Way, said: string[], group: string): Promise<void> {
  await page.getByRole('radio', { name: way }).check();
  for (const [at, criterion] of [...CRITERIA, `of-${id}`].entries()) await page.locator(`#${FIELD[way]}-${criterion}`).fill(said[at]!);
  await page.getByRole('radio', { name: group }).check();
}

async function answer(page: Page, id: string, way: Way, said: string[], group: string): Promise<string> {
  await page.goto(`/rounds/${id}`);
  await fill(page, id, way, said, group);
  await page.getByRole('button', { name: 'Send my answer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. Your answer is recorded.');
  const code = await page.locator('#code').textContent();
  expect(code).toMatch(CODE);
  return code!;
}

const SAID: { way: Way; said: string[]; group: string }[] = [
  ...[['80', '10', '10', '0'], ['60', '20', '20', '0'], ['100', '0', '50', '0'], ['70,5', '9.5', '20', '0'], ['40', '40', '20', '0']].map(
    (said) => ({ way: 'Points' as Way, said, group: 'A municipality' })),
  { way: 'Steps', said: ['100', '50', '25', '25'], group: 'A municipality' },
  ...[['5', '90', '5', '0'], ['0', '100', '0', '0'], ['10', '80', '0', '10'], ['20', '60', '20', '0']].map(
    (said) => ({ way: 'Points' as Way, said, group: 'A company' })),
  { way: 'Steps', said: ['25', '100', '0', '0'], group: 'A company' },
  { way: 'Points', said: ['10', '70', '10', '10'], group: 'A company' },
];

/** The mean of shares, computed here: each answer over its own sum. */
function meanOf(said: string[][]): number[] {
  const shares = said.map((numbers) => numbers.map((text) => Number(text.replace(',', '.'))))
    .map((numbers) => numbers.map((number) => number / numbers.reduce((sum, one) => sum + one, 0)));
  return shares[0]!.map((_, at) => shares.reduce((sum, one) => sum + one[at]!, 0) / shares.length);
}

test('several participants in two groups, on a phone without script, and the result by group', async ({ browser, request }) => {
  test.slow();
  const id = openRound('phone');
  const page = await phone(browser, { javaScriptEnabled: false });
  for (const one of SAID) await answer(page, id, one.way, one.said, one.group);

  // Before it is closed: whole fives, and no result anywhere.
  const before = await (await request.get(`/api/v1/rounds/${id}`)).json();
  expect([before.state, before.answers_at_least]).toEqual(['open', 10]);
  expect((await request.get(`/api/v1/rounds/${id}/result`)).status()).toBe(409);

  adit('close', id);
  const result = await (await request.get(`/api/v1/rounds/${id}/result`)).json();
  const groups = ['A municipality', 'A company'];
  for (const name of groups) {
    const group = result.groups.find((one: any) => one.name === name);
    const own = meanOf(SAID.filter((one) => one.group === name).map((one) => one.said));
    expect(group.answers, name).toBe(SAID.filter((one) => one.group === name).length);
    for (const [at, share] of own.entries()) expect(group.weights[at], `${name}, criterion ${at}`).toBeCloseTo(share, 12);
  }
  expect(result.groups.find((group: any) => group.id === 'resident').answers).toBeNull();

  await page.goto(`/rounds/${id}`);
  const rows = page.locator('table').first().locator('tbody tr');
  await expect(rows).toHaveText([/A municipality\s*6/, /A company\s*6/, /People who live there\s*not shown/, /Would rather not say\s*not shown/, /All\s*12/]);
  const cells = page.locator('table').nth(1).locator('tbody tr').first().locator('td');
  for (const [at, name] of groups.entries()) {
    const climate = meanOf(SAID.filter((one) => one.group === name).map((one) => one.said))[0]!;
    await expect(cells.nth(at), `${name} in whole percent`).toContainText(`${Math.round(climate * 100)}\u2009%`);
  }
});

test('what is wrong stands beside its field, and nothing typed is lost', async ({ browser }) => {
  const id = openRound('wrong');
  const page = await phone(browser);
  await page.goto(`/rounds/${id}`);
  await page.getByRole('radio', { name: 'Points' }).check();
  await page.locator('#points-carbon').fill('plenty');
  await page.locator('#points-jobs').fill('120');
  await page.locator('#points-water').fill('30');
  await page.getByRole('button', { name: 'Send my answer' }).click();
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveCount(4);
  await expect(page.locator('#points-carbon')).toHaveValue('plenty');
  await expect(page.locator('#points-jobs')).toHaveValue('120');
  await expect(page.locator('#points-water')).toHaveValue('30');
  await expect(page.locator('#points-carbon')).toHaveAccessibleDescription(/in digits/);
  await page.getByRole('link', { name: 'Jobs' }).click();
  await expect(page).toHaveURL(/#points-jobs$/);
  // Mended, and sent twice by an impatient finger: it is recorded once.
  await fill(page, id, 'Points', ['1', '2', '3', '4'], 'I would rather not say');
  await page.getByRole('button', { name: 'Send my answer' }).click();
  await expect(page.locator('#code')).toHaveText(CODE);
  const code = await page.locator('#code').textContent();
  await page.reload();
  await expect(page.locator('#code')).toHaveText(code!);
});

test('each way shows its own fields only', async ({ browser }) => {
  const id = openRound('ways');
  const page = await phone(browser, { javaScriptEnabled: false });
  await page.goto(`/rounds/${id}`);
  for (const [way, field] of Object.entries(FIELD)) {
    await page.getByRole('radio', { name: way }).check();
    await expect(page.locator('fieldset.way:visible')).toHaveCount(1);
    await expect(page.locator(`#${field}-carbon`)).toBeVisible();
  }
});

test('a code finds its answer, changes it once, and withdraws it', async ({ browser, request }) => {
  const id = openRound('receipt');
  const page = await phone(browser, { javaScriptEnabled: false });
  const first = await answer(page, id, 'Points', ['10', '20', '30', '40'], 'A company');
  const look = async (code: string) => {
    await page.goto(`/rounds/${id}/receipt`);
    await page.getByLabel('Your code').fill(code);
    await page.getByRole('button', { name: 'Look' }).click();
  };
  await look(first.toLowerCase().replaceAll('-', ' '));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your answer is in the record');
  await page.getByRole('button', { name: 'Change my answer' }).click();
  await expect(page.locator('#points-jobs')).toHaveValue('20');
  await fill(page, id, 'An order', ['', '1', '2', ''], 'A municipality');
  await page.getByRole('button', { name: 'Send my answer' }).click();
  const second = (await page.locator('#code').textContent())!;
  expect(second).not.toBe(first);
  await look(first);
  await expect(page.getByText('Another answer took its place')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change my answer' })).toHaveCount(0);
  await look(second);
  await expect(page.getByText('place 1')).toBeVisible();
  await page.getByText('Withdraw my answer').click();
  await page.getByRole('button', { name: 'Yes, withdraw it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your answer is withdrawn');
  await look('0000-0000-0000-0000');
  await expect(page.locator('#code-error')).toContainText('No answer of this round');
  expect(JSON.parse(adit('verify', id, '--format', 'json')).holds).toBe(true);
  expect((await (await request.get(`/api/v1/rounds/${id}`)).json()).answers_at_least).toBeNull();
});

test('a page of another site cannot send an answer', async ({ request }) => {
  const id = openRound('other-site');
  const form = { way: 'points', group: '', 'points-carbon': '1', 'points-jobs': '1', 'points-water': '1', [`points-of-${id}`]: '1' };
  const sent = await request.post(`/rounds/${id}`, { form, headers: { origin: 'https://elsewhere.example' } });
  expect(sent.status()).toBe(403);
  expect((await request.post(`/rounds/${id}`, { form })).status()).toBe(200);
});

for (const width of WIDTHS) {
  test(`accessible: ${width} px`, async ({ browser, request }) => {
    test.slow();
    const id = openRound('access');
    const page = await phone(browser, { viewport: { width, height: 900 }, isMobile: width < 500 });
    const check = async (what: string) => {
      await expectAccessible(page, what);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what} is not wider than the screen`).toBeLessThanOrEqual(width);
    };
    await page.goto('/rounds');
    await check('list');
    await page.goto(`/rounds/${id}`);
    await check('form');
    await page.getByText('What happens with your answer?').click();
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await check('form with what is wrong');
    const code = await answer(page, id, 'Steps', ['100', '50', '0', '0'], 'A company');
    await page.getByText('Your receipt').click();
    await check('thanks');
    await page.goto(`/rounds/${id}/receipt`);
    await page.getByLabel('Your code').fill(code);
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByText('Salt, stored text and entry').click();
    await check('receipt');
    const points = { carbon: 1, jobs: 2, water: 3, [`of-${id}`]: 4 };
    for (let more = 0; more < 5; more += 1) {
      const sent = await request.post(`/api/v1/rounds/${id}/ballots`, { data: { group: 'company', form: 'points', points } });
      expect(sent.status()).toBe(201);
    }
    adit('close', id);
    await page.goto(`/rounds/${id}`);
    await check('result');
  });
}
