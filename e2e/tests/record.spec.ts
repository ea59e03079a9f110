// The record of a project as the people in it meet it, on both databases: a citizen with a phone and a code, a clerk, the
// company, the authority; a promise that goes overdue; an export that proves itself.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { startPostgres } from '../postgres.mjs';
import { openMina } from '../mina.mjs';
import { binary, start } from '../server.mjs';
import { expect, test } from './house.ts';
import { expectAccessible, WIDTHS } from './accessible.ts';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled: false };
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false };
const CODE = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;
const PASSWORD = 'quartz lantern under the hill';
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

type House = { address: string; database: string; folder: string; adit: (words: string[], input?: string) => string };

/** A server with a record that is open, and an account for each office. */
async function house(database?: string): Promise<House & { stop: () => Promise<void> }> {
  const { address, database: db, folder, stop } = await start(database);
  const adit = (words: string[], input = '') => execFileSync(binary(), [...words, '--db', db], { encoding: 'utf8', input, cwd: folder });
  openMina(adit, folder, `[project]
name = "Mina do Barranco"
stages = ["extraction"]
country = "PT"
strategic = true
status = "new"
recognised = 2025-03-25
[[event]]
date = 2026-01-15
kind = "completeness-acknowledged"
`);
  for (const [name, role] of [['clerk-ana', 'clerk'], ['company-lda', 'company'], ['agency-pt', 'authority']]) {
    adit(['people', 'add', name!, '--role', role!, '--project', 'mina', '--pseudonym', name!], `${PASSWORD}\n`);
  }
  return { address, database: db, folder, adit, stop };
}

/** A person with a browser of their own, which talks to nobody else. */
async function person(browser: Browser, { address }: House, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...options, baseURL: address, locale: 'en-GB' });
  const page = await context.newPage();
  page.on('request', (request) => expect(request.url().startsWith(`${address}/`), request.url()).toBe(true));
  return page;
}

async function signedIn(browser: Browser, at: House, name: string): Promise<Page> {
  const page = await person(browser, at, DESK);
  await page.goto('/records/mina/desk');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your desk for Mina do Barranco');
  return page;
}

/** Fills the fields of a form by their names and sends it. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`form.round #${name}`);
    if ((await field.getAttribute('type')) === 'checkbox') await field.check();
    else if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  await page.locator('form.round button[type=submit]').click();
}

/** The number of the entry on whose page we are. */
const entryOf = (page: Page) => Number(/entries\/(\d+)/.exec(page.url())![1]);

async function story(browser: Browser, at: House): Promise<void> {
  // A citizen without an account reads.
  const citizen = await person(browser, at, PHONE);
  await citizen.goto('/records');
  await citizen.getByRole('link', { name: 'Mina do Barranco' }).click();
  await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('What was promised at Mina do Barranco, and was it kept?');
  await expect(citizen.locator('.lead')).toHaveText('Nobody has said anything yet; nothing is promised yet.');
  await expect(citizen.getByText('15 April 2028')).toBeVisible();

  // The clerk hands out a code at a meeting.
  const clerk = await signedIn(browser, at, 'clerk-ana');
  await clerk.getByRole('link', { name: 'Make codes to hand out' }).click();
  await clerk.getByLabel('How many', { exact: true }).fill('2');
  await clerk.getByRole('button', { name: 'Make them' }).click();
  const code = (await clerk.locator('.slips .code').first().textContent())!;
  expect(code).toMatch(CODE);

  // The citizen writes a concern in Portuguese, with markup in it that nobody runs.
  await citizen.getByRole('link', { name: 'Say what worries you' }).click();
  const words = 'O poço da minha avó <b>secou</b> em agosto.\nQuem responde?';
  await fill(citizen, { topic: 'água', words, language: 'pt', place: 'Covas do Barroso', consent: 'yes', name: 'Vizinha', code });
  await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('Thank you. It is in the record.');
  const receipt = (await citizen.locator('#code').textContent())!;
  await citizen.reload();
  await expect(citizen.locator('#code'), 'sent twice, recorded once').toHaveText(receipt);

  // Until a clerk has looked, only the code opens it.
  await citizen.goto('/records/mina');
  await expect(citizen.getByText('secou')).toHaveCount(0);
  await citizen.goto('/records/mina/receipt');
  await citizen.getByLabel('Your code').fill(receipt.toLowerCase());
  await citizen.getByRole('button', { name: 'Look' }).click();
  await expect(citizen.locator('.words').first()).toContainText('<b>secou</b>');
  await clerk.goto('/records/mina/desk');
  await clerk.getByRole('button', { name: /^Show entry/ }).click();
  await expect(clerk.getByText('Nothing waits.')).toBeVisible();
  await citizen.goto('/records/mina');
  await expect(citizen.locator('article.entry .words').first()).toContainText('O poço da minha avó <b>secou</b> em agosto.');
  await expect(citizen.locator('article.entry .words').first()).toHaveAttribute('lang', 'pt');
  await expect(citizen.getByText('confirmed by a code')).toBeVisible();

  // The company adds evidence and answers with it. It may not judge, nor look at what waits.
  const company = await signedIn(browser, at, 'company-lda');
  await expect(company.getByRole('link', { name: 'Withhold an entry' })).toHaveCount(0);
  await company.getByRole('link', { name: 'Add evidence' }).click();
  const levels = 'week,level m\n34,2.10\n35,1.92\n';
  await company.locator('#file').setInputFiles({ name: 'levels of well 3.csv', mimeType: 'text/csv', buffer: Buffer.from(levels) });
  await fill(company, { title: 'Levels of well 3', words: 'Measured weekly since May.', source: 'Company, monitoring report 2026-08', language: 'en' });
  const evidence = entryOf(company);
  await company.goto('/records/mina/desk');
  await company.getByRole('link', { name: 'answer', exact: true }).click();
  await fill(company, { words: 'The well is measured each week; the report shows the levels.', evidence: `${evidence}`, language: 'en' });
  await expect(company.locator('.words').first()).toContainText('measured each week');
  const given = await citizen.request.get(`${at.address}/records/mina/files/${evidence}`);
  expect(await given.text()).toBe(levels);
  expect(given.headers()['content-disposition']).toContain('attachment');
  expect((await company.goto('/records/mina/desk/withheld?entry=2'))!.status()).toBe(403);

  // The authority promises with a day, and it goes overdue.
  const authority = await signedIn(browser, at, 'agency-pt');
  await authority.getByRole('link', { name: 'Make a promise' }).click();
  const promise = { by: 'Water agency', to: 'the village', what: 'Publish the levels of all wells each month', test: 'Twelve tables on the site of the agency', language: 'en' };
  await fill(authority, { ...promise, test: ' ', due: day(3) });
  await expect(authority.getByRole('alert')).toContainText('this is empty');
  await expect(authority.locator('#what'), 'nothing typed is lost').toHaveValue(promise.what);
  await fill(authority, { ...promise, due: day(3) });
  const promised = entryOf(authority);
  await authority.goto(`/records/mina/desk/status?promise=${promised}`);
  await fill(authority, { state: 'kept', words: 'We say so ourselves.', evidence: `${evidence}`, language: 'en' });
  await expect(authority.getByRole('heading', { level: 1 }), 'whoever promised does not judge').toHaveText('This is not allowed');
  await citizen.goto('/records/mina');
  await expect(citizen.locator('.promise strong')).toHaveText('3 days left');
  await citizen.goto(`/records/mina?as-of=${day(4)}`);
  await expect(citizen.locator('.promise strong')).toContainText('overdue since');
  await expect(citizen.locator('.lead')).toContainText('one promise is made, and one is overdue');
  await citizen.goto(`/overdue?as-of=${day(4)}`);
  await expect(citizen.getByRole('row', { name: /Water agency/ })).toBeVisible();

  // The monthly letter and the feed say so.
  await citizen.goto(`/records/mina/letter?month=${day(4).slice(0, 7)}&as-of=${day(4)}`);
  await expect(citizen.locator('.letter')).toContainText('Publish the levels of all wells each month (Water agency): overdue since');
  const feed = await (await citizen.request.get(`/records/mina/feed.atom?as-of=${day(4)}`)).text();
  expect(feed).toContain('<title>Overdue: Water agency</title>');
  expect(feed).toContain('&lt;b&gt;secou&lt;/b&gt;');
  expect(await (await citizen.request.get('/records/mina/calendar.ics')).text()).toContain(`DTSTART;VALUE=DATE:${day(3).replaceAll('-', '')}`);
  await citizen.goto('/records/mina?lang=fi');
  await expect(citizen.locator('html')).toHaveAttribute('lang', 'fi');
  await expect(citizen.locator('.promise strong')).toHaveText('3 päivää jäljellä');

  // The export verifies offline, and one changed byte is found.
  const file = join(at.folder, 'export.jsonl');
  writeFileSync(file, await (await citizen.request.get('/records/mina/export')).text());
  const verify = (path: string) => spawnSync(binary(), ['voice', 'verify', path], { encoding: 'utf8', cwd: at.folder });
  expect(verify(file).status, verify(file).stderr).toBe(0);
  writeFileSync(file, readFileSync(file, 'utf8').replace('avó', 'avô'));
  const broken = verify(file);
  expect(broken.status).toBe(1);
  expect(broken.stdout + broken.stderr).toMatch(/entry 2|line 3/);
  expect(at.adit(['voice', 'verify', 'mina'])).toMatch(/holds|nothing/i);
}

test('a record from the first concern to an overdue promise, on SQLite', async ({ browser }) => {
  test.slow();
  const at = await house();
  try {
    await story(browser, at);
  } finally {
    await at.stop();
  }
});

test('a record from the first concern to an overdue promise, on PostgreSQL', async ({ browser }) => {
  test.slow();
  const postgres = await startPostgres();
  try {
    const at = await house(postgres.database);
    try {
      await story(browser, at);
    } finally {
      await at.stop();
    }
  } finally {
    postgres.stop();
  }
});

test('pages of the record and of the law are accessible at both widths', async ({ browser }) => {
  test.slow();
  const at = await house();
  try {
    const clerk = await signedIn(browser, at, 'clerk-ana');
    await clerk.getByRole('link', { name: 'Write down what somebody else says' }).click();
    await fill(clerk, { topic: 'dust', words: 'Dust on the washing.', language: 'en', consent: 'yes', how: 'said at the market, 3 March' });
    await expect(clerk.locator('#code')).toHaveText(CODE);
    for (const width of WIDTHS) {
      const context = await browser.newContext({ baseURL: at.address, viewport: { width, height: 900 } });
      const page = await context.newPage();
      for (const path of ['/records', '/records/mina', '/records/mina/concern', '/records/mina/receipt', '/records/mina/entries/2', '/records/mina/letter', '/overdue', '/clocks', '/clocks/late-report', '/obligations', '/sign-in']) {
        await page.goto(path);
        await expectAccessible(page, `${path} at ${width}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} is not wider than the screen`).toBeLessThanOrEqual(width);
      }
      await context.close();
    }
    for (const path of ['/records/mina/desk', '/records/mina/desk/promise', '/records/mina/desk/concern', '/records/mina/desk/codes']) {
      await clerk.goto(path);
      expect(await clerk.locator('h1').count(), path).toBe(1);
    }
  } finally {
    await at.stop();
  }
});
