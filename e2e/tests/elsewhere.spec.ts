// Signing in by another house (OpenID Connect), held against a real provider on this machine. The program has it when it was
// built with the feature `oidc`; without it these tests skip themselves, and `make soak` runs them with it.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { Page } from '@playwright/test';
import Provider from 'oidc-provider';
import { openMina } from '../mina.mjs';
import { binary, start } from '../server.mjs';
import { expect, test } from './house.ts';
import { expectAccessible } from './accessible.ts';

const PASSWORD = 'quartz lantern under the hill';
const SECRET = 'a secret between two houses';
const HAS_IT = execFileSync(binary(), ['serve', '--help'], { encoding: 'utf8' }).includes('--oidc-issuer');

/** A port that nobody listens on. */
const freePort = () => new Promise<number>((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    server.close(() => found(port));
  });
});

/** A provider that lets anybody in under the name they type, and a server that trusts it. */
async function houses() {
  const [ours, theirs] = [await freePort(), await freePort()];
  const site = `http://127.0.0.1:${ours}`;
  const issuer = `http://127.0.0.1:${theirs}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'adit', client_secret: SECRET, redirect_uris: [`${site}/sign-in/back`], response_types: ['code'], grant_types: ['authorization_code'] }],
    cookies: { keys: ['of this test only'] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  const listening = provider.listen(theirs, '127.0.0.1');
  process.env.ADIT_OIDC_SECRET = SECRET;
  const { address, database, folder, stop } = await start(undefined, ['--addr', `127.0.0.1:${ours}`, '--oidc-issuer', issuer, '--oidc-client', 'adit', '--site', site]);
  const adit = (words: string[], input = '') => execFileSync(binary(), [...words, '--db', database], { encoding: 'utf8', input, cwd: folder });
  openMina(adit, folder);
  const closed = () => new Promise<void>((done) => { listening.closeAllConnections(); listening.close(() => done()); });
  return { address, adit, stop: () => stop().finally(closed) };
}

/** Says at the other house who one is, and that it may say so. */
async function vouched(page: Page, name: string): Promise<void> {
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('whatever');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test.skip(!HAS_IT, 'this build has no OpenID Connect');

test('somebody whom another house knows chooses a pseudonym, takes part, and comes back as the same', async ({ browser }) => {
  const { address, stop } = await houses();
  try {
    const page = await (await browser.newContext({ baseURL: address, viewport: { width: 390, height: 844 } })).newPage();
    await page.goto('/sign-in?next=/records/mina/join');
    await expectAccessible(page, 'sign-in');
    await page.getByRole('link', { name: 'Sign in by 127.0.0.1' }).click();
    await vouched(page, 'anna');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a pseudonym');
    await expectAccessible(page, 'pseudonym');
    await page.getByLabel('Pseudonym').fill('x');
    await page.getByRole('button', { name: 'Make my account' }).click();
    await expect(page.getByRole('alert')).toContainText('2 to 40');
    await page.getByLabel('Pseudonym').fill('Heron');
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.getByRole('button', { name: 'Take part as Heron' }).click();
    await page.goto('/account');
    await expect(page.locator('main')).toContainText('participant (project:mina)');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();

    // The same person, in another browser, is the same account.
    const other = await (await browser.newContext({ baseURL: address })).newPage();
    await other.goto('/sign-in');
    await other.getByRole('link', { name: 'Sign in by 127.0.0.1' }).click();
    await vouched(other, 'anna');
    await expect(other.locator('main')).toContainText('You speak here as Heron');
  } finally {
    await stop();
  }
});

test('an office lets its identity sign in to the account that it has', async ({ browser }) => {
  const { address, adit, stop } = await houses();
  try {
    adit(['people', 'add', 'clerk-ana', '--role', 'clerk', '--project', 'mina'], `${PASSWORD}\n`);
    const page = await (await browser.newContext({ baseURL: address })).newPage();
    await page.goto('/sign-in');
    await page.getByLabel('Sign-in name').fill('clerk-ana');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Let my identity' }).click();
    await vouched(page, 'ana at the town hall');
    await expect(page.locator('main')).toContainText('An identity of another house signs in');
    const other = await (await browser.newContext({ baseURL: address })).newPage();
    await other.goto('/sign-in');
    await other.getByRole('link', { name: 'Sign in by 127.0.0.1' }).click();
    await vouched(other, 'ana at the town hall');
    await expect(other.locator('main')).toContainText('clerk (project:mina)');
  } finally {
    await stop();
  }
});

test('a way in that another browser began, or that was used, is refused', async ({ browser, request }) => {
  const { address, stop } = await houses();
  try {
    // Mallory begins, and has somebody else finish: that one is not signed in, neither as themselves nor as mallory.
    const begun = await request.get(`${address}/sign-in/elsewhere`, { maxRedirects: 0 });
    expect(begun.status()).toBe(303);
    const page = await (await browser.newContext({ baseURL: address })).newPage();
    await page.goto(begun.headers().location!);
    await vouched(page, 'anna');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not allowed');
    await page.goto('/account');
    await expect(page).toHaveURL(/sign-in/);
    // A way in is good once.
    const backs: string[] = [];
    page.on('request', (one) => { if (one.url().includes('/sign-in/back?')) backs.push(one.url()); });
    await page.getByRole('link', { name: 'Sign in by 127.0.0.1' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a pseudonym');
    expect((await page.goto(backs[0]!))!.status()).toBe(403);
    expect((await request.get(`${address}/sign-in/back?state=x&code=y`)).status()).toBe(403);
    expect((await request.get(`${address}/sign-in/back?error=access_denied`)).status()).toBe(403);
  } finally {
    await stop();
  }
});
