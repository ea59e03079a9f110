import { expect, open, PAGES, test } from './house.ts';

test('search is a combobox that works by keyboard and knows other names', async ({ page, api }) => {
  await open(page, '/risk');
  const { materials } = await api.get('materials');
  const named = materials.find((one: any) => one.aliases.some((alias: string) => alias.length > 5 && !one.name.toLowerCase().includes(alias.toLowerCase())));
  const alias = named.aliases.find((one: string) => one.length > 5 && !named.name.toLowerCase().includes(one.toLowerCase()));
  const box = page.getByRole('combobox', { name: 'Find a material or region' });
  await box.fill(alias);
  await expect(page.getByRole('option').filter({ hasText: named.name }).first()).toBeVisible();
  await box.fill('lith');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  const active = await box.getAttribute('aria-activedescendant');
  await expect(page.locator(`#${active}`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/risk\/lithium$/);
  await box.fill('unobtainium');
  await expect(page.getByText('No material or region of that name')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('No material or region of that name')).toHaveCount(0);
});

test('the language of numbers changes what is shown and is remembered', async ({ page }) => {
  await open(page, '/risk/lithium');
  const number = page.getByRole('button', { name: /\d supply risk of Lithium: why\?/ });
  const english = (await number.textContent())!;
  expect(english).toMatch(/\d\.\d/);
  await page.getByLabel('Language of numbers').selectOption('continental');
  await expect(number).toHaveText(english.replace('.', ','));
  await page.reload();
  await expect(number).toHaveText(english.replace('.', ','));
});

test('the theme can be set against the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, '/risk');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByLabel('Theme').selectOption('dark');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await paper()).toBe(dark);
});

test('the first stop is a way past the frame', async ({ page }) => {
  await open(page, '/risk');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('rooms that are not ready are no links', async ({ page }) => {
  await open(page, '/risk');
  const rooms = page.getByRole('navigation', { name: 'Rooms' });
  await expect(rooms.getByRole('link')).toHaveText(['Risk', 'Chain', 'Choose', 'Promises']);
  await expect(rooms).toContainText('Stress not yet');
  await rooms.getByRole('link', { name: 'Promises' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Records of projects');
});

test('the footer names sources, licences and the data', async ({ page, api }) => {
  await open(page, '/risk');
  const meta = await api.get('meta');
  const footer = page.locator('footer');
  await expect(footer).toContainText(meta.data_hash);
  await expect(footer).toContainText('World Bank');
  await expect(footer).toContainText(/CC.BY.4\.0/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says where the same answers are, and they are there', async ({ page, request }) => {
    await page.goto('/risk');
    await expect(page.getByRole('heading', { name: 'The same answers, without script' })).toBeVisible();
    const links = await page.locator('noscript a, .noscript a').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    expect(links.length).toBeGreaterThan(8);
    for (const link of new Set(links)) expect((await request.get(link)).status(), link).toBe(200);
    await page.getByRole('link', { name: 'all materials' }).click();
    await expect(page.getByRole('table').first()).toBeVisible();
  });
});

for (const { name, path } of PAGES) {
  test(`${name}: one question as title and heading`, async ({ page }) => {
    await open(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const question = (await page.getByRole('heading', { level: 1 }).textContent())!;
    expect(question).toMatch(/\?$/);
    await expect(page).toHaveTitle(`${question} · adit`);
  });

  test(`${name}: no sideways scrolling on a phone, no text under 13 px`, async ({ page }) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await open(page, path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const small = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const parent = node.parentElement;
          if (parent === null || node.textContent!.trim() === '' || parent.closest('script, style, noscript') !== null) continue;
          if (parseFloat(getComputedStyle(parent).fontSize) < 13) found.push(node.textContent!.trim());
        }
        return found;
      });
      expect(small).toEqual([]);
    }
  });

  test(`${name}: on paper there is white, no control, and the addresses of the sources`, async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await open(page, path);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    for (const control of await page.locator('select, input, .button, header nav').all()) await expect(control).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const source = page.locator('footer a[href^="http"]').first();
    expect(await source.evaluate((link) => getComputedStyle(link, '::after').content)).toContain('http');
  });
}
