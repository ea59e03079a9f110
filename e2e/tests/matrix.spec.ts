import { expect, expectShown, open, test } from './house.ts';

test('every entry of the assessment is a point and a row, with the numbers of the server', async ({ page, api }) => {
  await open(page, '/risk');
  const risk = await api.get('risk');
  const entries = risk.materials.filter((one: any) => one.group === null);
  await expect(page.getByRole('row')).toHaveCount(entries.length + 1);
  await expect(page.locator('svg a[data-id]')).toHaveCount(entries.filter((one: any) => one.sr !== null && one.ei !== null).length);
  for (const id of ['magnesium', 'lithium', 'copper']) {
    const one = entries.find((material: any) => material.id === id);
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: one.name, exact: true }) });
    await expectShown(row.getByRole('cell').first(), one.sr);
  }
});

test('magnesium comes out at 4.1 and its point tells the bounds', async ({ page }) => {
  await open(page, '/risk');
  const point = page.locator('svg a[data-id="magnesium"]');
  await expect(point).toHaveAttribute('aria-label', /Magnesium: supply risk 4\.1\d?, .*strategic/);
  await point.hover();
  const tip = page.locator('.tip');
  await expect(tip).toContainText('Magnesium');
  await expect(tip).toContainText(/\d–\d/);
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
});

test('a click on a point opens its page', async ({ page }) => {
  await open(page, '/risk');
  await page.locator('svg a[data-id="magnesium"]').click();
  await expect(page).toHaveURL(/\/risk\/magnesium$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('magnesium');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which raw materials could Europe lose?');
});

test('by keyboard alone: one stop in the figure, arrows between points, enter to the page', async ({ page }) => {
  await open(page, '/risk');
  await page.locator('.answer a').focus();
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? null);
  const first = await focused();
  expect(first).not.toBeNull();
  await expect(page.locator('.tip')).toBeVisible();
  const position = (id: string | null) => page.locator(`svg a[data-id="${id}"]`).boundingBox();
  const before = await position(first);
  await page.keyboard.press('ArrowLeft');
  const second = await focused();
  expect(second).not.toBe(first);
  expect((await position(second))!.x).toBeLessThanOrEqual(before!.x + 1);
  await page.keyboard.press('ArrowDown');
  expect((await position(await focused()))!.y).toBeGreaterThanOrEqual((await position(second))!.y - 1);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Edition of the assessment')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  const back = await focused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/risk/${back}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('the edition slider shows the published figures of older assessments and the address keeps it', async ({ page, api }) => {
  await open(page, '/risk');
  await page.getByLabel('Edition of the assessment').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/edition=ec-2020/);
  await expect(page.locator('.answer')).toContainText('2020 assessment as published');
  const figure = await api.get('figures/matrix?edition=ec-2020&basis=published');
  const lithium = figure.body.points.find((one: any) => one.id === 'lithium');
  await expectShown(page.getByRole('row').filter({ hasText: 'Lithium' }).getByRole('cell').first(), lithium.y.value);
  await page.reload();
  await expect(page.locator('.answer')).toContainText('2020 assessment as published');
  await expect(page.getByLabel('Edition of the assessment')).toHaveValue('3');
});

/** Every place at which lithium's point was drawn while the edition changed. */
async function places(page: import('@playwright/test').Page): Promise<string[]> {
  return page.evaluate(async () => {
    const point = document.querySelector('svg a[data-id="lithium"]')!.parentElement!;
    const seen = new Set([point.getAttribute('transform')!]);
    const observer = new MutationObserver(() => seen.add(point.getAttribute('transform')!));
    observer.observe(point, { attributes: true, attributeFilter: ['transform'] });
    const slider = document.querySelector<HTMLInputElement>('#edition')!;
    slider.value = '3';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 1500));
    observer.disconnect();
    return [...seen];
  });
}

test('points glide to the other edition', async ({ page }) => {
  await open(page, '/risk');
  expect((await places(page)).length).toBeGreaterThan(3);
});

test('points jump at once for readers who want less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/risk');
  expect(await places(page)).toHaveLength(2);
});

test('filters narrow figure and table, say how many remain, and stand in the address', async ({ page, api }) => {
  await open(page, '/risk');
  await page.getByLabel('Status').selectOption('strategic');
  const strategic = (await api.get('risk')).materials.filter((one: any) => one.group === null && one.strategic);
  await expect(page.getByRole('row')).toHaveCount(strategic.length + 1);
  await expect(page).toHaveURL(/status=strategic/);
  await page.getByLabel('Name').fill('mag');
  await expect(page.getByText('1 shown')).toBeVisible();
  await expect(page).toHaveURL(/find=mag/);
  await page.reload();
  await expect(page.locator('svg a[data-id]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page).toHaveURL(/\/risk$/);
});

test('only what does not follow from its inputs', async ({ page, api }) => {
  await open(page, '/risk?gaps=true');
  const audit = await api.get('audit/ec-2023');
  const names = new Map((await api.get('risk')).materials.map((one: any) => [one.id, one]));
  const adrift = new Set(audit.stages.filter((row: any) => row.within_rounding === false && (names.get(row.material) as any)?.group === null).map((row: any) => row.material));
  expect(adrift.size).toBeGreaterThan(0);
  await expect(page.getByRole('row')).toHaveCount(adrift.size + 1);
});

test('a heading sorts its column and says so', async ({ page }) => {
  await open(page, '/risk');
  const heading = page.getByRole('columnheader', { name: 'Economic importance' });
  await heading.getByRole('button').press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  const first = page.getByRole('row').nth(1).getByRole('rowheader');
  const top = await first.textContent();
  await heading.getByRole('button').press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await expect(first).not.toHaveText(top!);
});

test('the table leaves as CSV, xlsx and JSON', async ({ page, request }) => {
  await open(page, '/risk');
  for (const [name, type] of [['CSV', 'text/csv'], ['xlsx', 'spreadsheetml'], ['JSON', 'application/json']]) {
    const link = page.getByRole('link', { name: `${name} of: The same as a table` });
    const answer = await request.get((await link.getAttribute('href'))!);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toContain(type);
    expect((await answer.body()).length).toBeGreaterThan(500);
  }
});

test('the years of governance are chosen, reach the numbers, and go along to a material', async ({ page, api }) => {
  await open(page, '/risk');
  await page.getByLabel('First year of governance').selectOption('2018');
  await expect(page).toHaveURL(/governance=2018-2020/);
  const [lithium] = (await api.get('risk/lithium?governance=2018-2020')).materials;
  const [usual] = (await api.get('risk/lithium')).materials;
  expect(lithium.sr).not.toBe(usual.sr);
  await page.getByRole('row').getByRole('link', { name: 'Lithium', exact: true }).click();
  await expect(page).toHaveURL(/\/risk\/lithium\?governance=2018-2020$/);
  await expectShown(page.locator('.answer button').first(), lithium.sr);
});
