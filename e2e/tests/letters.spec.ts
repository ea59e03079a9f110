// Letters by e-mail, through a real mail server that the test starts: to join, to have a new password, to keep an address.
import { execFileSync } from 'node:child_process';
import type { Browser, Page } from '@playwright/test';
import { SMTPServer } from 'smtp-server';
import { openMina } from '../mina.mjs';
import { binary, start } from '../server.mjs';
import { expect, test } from './house.ts';
import { expectAccessible, WIDTHS } from './accessible.ts';

const PASSWORD = 'quartz lantern under the hill';
const NEW = 'nine owls over the quarry';
const USER = { name: 'record', password: 'letters and nothing else' };

type Letter = { to: string; text: string };

/** A mail server that takes letters from one user and keeps them. */
async function mailServer(): Promise<{ port: number; letters: Letter[]; stop: () => Promise<void> }> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === USER.name && password === USER.password ? done(null, { user: username }) : done(new Error('who are you?')),
    onData: (stream, session, done) => {
      let text = '';
      stream.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map((one) => one.address).join(), text });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as { port: number };
  return { port, letters, stop: () => new Promise((done) => server.close(() => done())) };
}

/** A server with a record and a mail server of its own. */
async function house() {
  const mail = await mailServer();
  process.env.ADIT_SMTP_PASSWORD = USER.password;
  const words = ['--smtp', `smtp://127.0.0.1:${mail.port}`, '--smtp-user', USER.name, '--mail-from', 'Town hall <record@example.org>'];
  const { address, database, folder, stop } = await start(undefined, words);
  const adit = (words: string[], input = '') => execFileSync(binary(), [...words, '--db', database], { encoding: 'utf8', input, cwd: folder });
  openMina(adit, folder);
  return { address, adit, letters: mail.letters, stop: () => stop().finally(mail.stop) };
}

/** The code of the newest letter, once there are so many. */
async function codeOf(letters: Letter[], count: number): Promise<string> {
  await expect.poll(() => letters.length).toBe(count);
  const { text } = letters[count - 1]!;
  expect(text).toContain('Auto-Submitted: auto-generated');
  expect(text, 'a letter holds no link').not.toMatch(/https?:/);
  return /Your code: (\S+)/.exec(text)?.[1] ?? 'no code';
}

async function person(browser: Browser, address: string, width = 390): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, javaScriptEnabled: false, baseURL: address });
  return context.newPage();
}

async function ask(page: Page, path: string, address: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a code' }).click();
}

test('an address joins, speaks, forgets its password and has a new one; other addresses learn nothing', async ({ browser }) => {
  const { address, letters, stop } = await house();
  try {
    const page = await person(browser, address);
    await page.goto('/records/mina');
    await page.getByRole('link', { name: 'Take part under a name of your own' }).click();
    await ask(page, '/records/mina/join', 'anna at example');
    await expect(page.getByRole('alert')).toContainText('is no e-mail address');
    await expect(page.getByLabel('E-mail address')).toHaveValue('anna at example');
    await ask(page, '/records/mina/join', 'anna@example.org');
    const code = await codeOf(letters, 1);
    expect(letters[0]!.to).toBe('anna@example.org');
    expect(letters[0]!.text).toContain('From: "Town hall" <record@example.org>');
    await page.getByLabel('Code').fill(code.toLowerCase());
    await page.getByLabel('Pseudonym').fill('Heron');
    await page.getByLabel('Sign-in name').fill('anna');
    await page.getByLabel('Password, at least').fill('short');
    await page.getByLabel('Password once more').fill('short');
    await page.getByRole('button', { name: 'Make my account' }).click();
    await expect(page.getByRole('alert')).toContainText('at least 12');
    await page.getByLabel('Password, at least').fill(PASSWORD);
    await page.getByLabel('Password once more').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make my account' }).click();
    await expect(page).toHaveURL(/\/records\/mina$/);
    await page.goto('/account');
    await expect(page.locator('main')).toContainText('You speak here as Heron');
    await expect(page.locator('main')).toContainText('participant (project:mina)');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();

    // A second time the same address is told that it has an account; nobody else is told so.
    await ask(page, '/records/mina/join', 'Anna@example.org');
    await expect(page.locator('main')).toContainText('A code is on its way');
    await expect.poll(() => letters.length).toBe(2);
    expect(letters[1]!.text).toContain('There is an account');

    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Have a new password' }).click();
    await ask(page, '/recover', 'nobody@example.org');
    const toNobody = await page.locator('main').textContent();
    await ask(page, '/recover', 'anna@example.org');
    expect(await page.locator('main').textContent()).toBe(toNobody);
    const again = await codeOf(letters, 3);
    expect(letters[2]!.text).toContain('Your sign-in name: anna');
    await page.getByLabel('Code').fill(again);
    await page.getByLabel('New password, at least').fill(NEW);
    await page.getByLabel('New password once more').fill(NEW);
    await page.getByRole('button', { name: 'Take this password' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your password is changed');
    for (const [password, where] of [[PASSWORD, /sign-in/], [NEW, /account/]] as const) {
      await page.goto('/sign-in');
      await page.getByLabel('Sign-in name').fill('anna');
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL(where);
    }
  } finally {
    await stop();
  }
});

test('an account keeps an address, and a letter on paper does without', async ({ browser }) => {
  const { address, adit, letters, stop } = await house();
  try {
    adit(['people', 'add', 'clerk-ana', '--role', 'clerk', '--project', 'mina'], `${PASSWORD}\n`);
    const paper = adit(['people', 'letter', 'clerk-ana']);
    const page = await person(browser, address);
    await page.goto('/recover');
    await page.getByLabel('Code').fill(/Code: (\S+)/.exec(paper)![1]!);
    await page.getByLabel('New password, at least').fill(NEW);
    await page.getByLabel('New password once more').fill(NEW);
    await page.getByRole('button', { name: 'Take this password' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Sign-in name').fill('clerk-ana');
    await page.getByLabel('Password').fill(NEW);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail address').fill('ana@example.org');
    await page.getByLabel('Your password').first().fill(NEW);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code').fill(await codeOf(letters, 1));
    await page.getByRole('button', { name: 'Keep the address' }).click();
    await expect(page.locator('main')).toContainText('kept as a keyed hash');
  } finally {
    await stop();
  }
});

for (const width of WIDTHS) {
  test(`accessible: ${width} px`, async ({ browser }) => {
    const { address, stop } = await house();
    try {
      const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: address });
      const page = await context.newPage();
      const check = async (what: string) => {
        await expectAccessible(page, what);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what} is not wider than the screen`).toBeLessThanOrEqual(width);
      };
      for (const path of ['/recover', '/records/mina/join']) {
        await page.goto(path);
        await check(path);
        await ask(page, path, 'nowhere');
        await check(`${path} with what is wrong`);
        await ask(page, path, 'somebody@example.org');
        await check(`${path} after the letter`);
      }
      if (process.env.ADIT_LOOK) await page.screenshot({ path: `${process.env.ADIT_LOOK}/join-${width}.png`, fullPage: true });
    } finally {
      await stop();
    }
  });
}
