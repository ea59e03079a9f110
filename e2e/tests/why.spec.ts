import { expect, expectShown, open, test } from './house.ts';

const drawer = (page: import('@playwright/test').Page) => page.locator('.drawer');

test('a number opens down to facts with publisher, table, row and licence', async ({ page, api }) => {
  await open(page, '/risk/lithium');
  await page.getByRole('button', { name: /\d supply risk of Lithium: why\?/ }).click();
  await expect(page).toHaveURL(/why=risk\.sr\/lithium/);
  const tree = await api.get('why?id=risk.sr/lithium');
  await expectShown(drawer(page).getByRole('heading', { level: 2 }), tree.value);
  await expect(page.getByRole('heading', { name: /^Why/ })).toBeFocused();
  for (let closed = await drawer(page).locator('details:not([open])').count(); closed > 0; closed = await drawer(page).locator('details:not([open])').count()) {
    await drawer(page).locator('details:not([open]) > summary').first().click();
  }
  const facts: any[] = [];
  const walk = (node: any) => { if (node.fact) facts.push(node.fact); (node.inputs ?? []).forEach(walk); };
  walk(tree);
  expect(facts.length).toBeGreaterThan(10);
  await expect(drawer(page).locator('p.key')).toHaveCount(facts.length);
  for (const fact of facts.slice(0, 5)) {
    await expect(drawer(page)).toContainText(fact.locator);
    await expect(drawer(page)).toContainText(fact.licence);
  }
});

test('escape closes it and gives the focus back; so does the back button', async ({ page }) => {
  await open(page, '/risk');
  const number = page.getByRole('button', { name: /\d supply risk of Lithium: why\?/ });
  await number.focus();
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await expect(number).toBeFocused();
  await expect(page).not.toHaveURL(/why=/);
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toBeVisible();
  await page.goBack();
  await expect(drawer(page)).toHaveCount(0);
});

test('another number takes the place of the first', async ({ page }) => {
  await open(page, '/risk/lithium?why=risk.sr/lithium');
  await expect(drawer(page)).toBeVisible();
  await page.getByRole('button', { name: 'substitution index: why?' }).click();
  await expect(page).toHaveURL(/why=substitution\/ec-2023\/lithium\/si-sr/);
  await expect(drawer(page).locator('code').last()).toHaveText('adit why substitution/ec-2023/lithium/si-sr');
});

test('the command and the JSON are offered', async ({ page, request }) => {
  await open(page, '/risk/lithium?why=risk.sr/lithium/processing');
  await expect(drawer(page).getByText('adit why risk.sr/lithium/processing')).toBeVisible();
  const href = await drawer(page).getByRole('link', { name: 'The same as JSON' }).getAttribute('href');
  const tree = await (await request.get(href!)).json();
  expect(tree.id).toBe('risk.sr/lithium/processing');
  await drawer(page).getByRole('button', { name: 'Copy' }).click();
  await expect(drawer(page).getByRole('status')).toHaveText(/Copied|Selected/);
});

test('on a phone the page steps back while the drawer is open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/risk/lithium');
  await page.getByRole('button', { name: /\d supply risk of Lithium: why\?/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.locator('.page')).toHaveAttribute('inert', '');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: /\d supply risk of Lithium: why\?/ })).toBeFocused();
});

test('every number that opens on the three pages has a derivation with the same value', async ({ page, api }) => {
  test.setTimeout(120_000);
  for (const path of ['/risk', '/risk/lithium', '/risk/audit']) {
    await open(page, path);
    const buttons = await page.locator('main button.why[aria-expanded]').all();
    const few = buttons.filter((_, index) => index % Math.ceil(buttons.length / 12) === 0);
    for (const button of few) {
      if (!(await button.textContent())!.includes('why?')) continue;
      await button.click();
      const id = new URL(page.url()).searchParams.get('why') ?? '';
      const tree = await api.get(`why?id=${encodeURIComponent(id)}`);
      await expectShown(button, tree.unit === 'share' ? tree.value * 100 : tree.value);
      await page.keyboard.press('Escape');
    }
  }
});
