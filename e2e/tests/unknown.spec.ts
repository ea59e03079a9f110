// The server answers 404 here, which Chromium writes to its console: these tests stand outside the watched pages.
import { expect, test } from '@playwright/test';

test('an unknown material is said to be unknown, in the words of the server', async ({ page }) => {
  await page.goto(`${process.env.ADIT_URL}/risk/lithum`);
  await expect(page.getByRole('alert')).toContainText('lithum');
});

test('an unknown page says where the room begins', async ({ page }) => {
  await page.goto(`${process.env.ADIT_URL}/risk/lithium/more`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where did you want to go?');
});

test('an unknown case is said to be unknown, with a hint', async ({ page }) => {
  await page.goto(`${process.env.ADIT_URL}/outlook/eu-battery`);
  await expect(page.getByRole('alert')).toContainText('eu-battery');
  await expect(page.getByRole('link', { name: 'All cases' })).toHaveAttribute('href', '/outlook');
});

test('an unknown project and an unknown portfolio are said to be unknown', async ({ page }) => {
  for (const path of ['/project/unobtainium', '/choose/unobtainium', '/weigh/unobtainium']) {
    await page.goto(`${process.env.ADIT_URL}${path}`);
    await expect(page.getByRole('alert').first()).toContainText(/unobtainium/);
  }
});
