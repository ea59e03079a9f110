// A material's chain: the drawing by mouse and keyboard, its years, its tables, and the same on a phone.
import type { Page } from '@playwright/test';
import { format } from '../../web/src/number/format.ts';
import { expect, open, test } from './house.ts';

const drawing = (page: Page) => page.getByRole('group', { name: /^Lithium in \d{4}, by stage$/ });
const known = (links: any[]) => links.filter((one) => one.tonnes.value !== null && one.tonnes.value > 0);
const stop = (page: Page, id: string) => drawing(page).locator(`[data-stop="${id}"]`);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-stop') ?? null);
const key = (link: any) => `link:${link.from}>${link.to}>${link.kind}`;

test('every link with tonnes is drawn, every link stands in the table', async ({ page, api }) => {
  const chain = await api.get('chain/lithium');
  await open(page, '/chain/lithium');
  await expect(drawing(page).locator('[data-stop^="link:"]')).toHaveCount(known(chain.links).length);
  const table = page.getByRole('table', { name: /^Links of the chain/ });
  await expect(table.locator('tbody tr')).toHaveCount(chain.links.length);
  const [largest] = known(chain.links).sort((a, b) => b.tonnes.value - a.tonnes.value);
  await expect(table.locator('tbody tr').first()).toContainText(format({ ...largest.tonnes, unit: 't' }));
  await expect(page.locator('.answer')).toHaveText(chain.says);
});

test('a link opens where its tonnes come from, and gives the focus back', async ({ page, api }) => {
  const chain = await api.get('chain/lithium');
  const link = known(chain.links).find((one) => one.tonnes.why !== null);
  expect(link).toBeDefined();
  await open(page, '/chain/lithium');
  await stop(page, key(link)).focus();
  await expect(page.locator('.tip')).toContainText(format({ ...link.tonnes, unit: 't' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.drawer .tree')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(stop(page, key(link))).toBeFocused();
});

test('by keyboard alone: one stop, then with the flow and between neighbours', async ({ page, api }) => {
  const chain = await api.get('chain/lithium');
  await open(page, '/chain/lithium');
  await page.getByRole('slider', { name: /^Year/ }).focus();
  await page.keyboard.press('Tab');
  const first = await focused(page);
  expect(first).toMatch(/^node:/);
  await page.keyboard.press('ArrowLeft');
  const drawn = known(chain.links).map(key);
  expect(drawn).toContain(await focused(page));
  await page.keyboard.press('ArrowLeft');
  const source = await focused(page);
  expect(source).toMatch(/^node:/);
  expect(source).not.toBe(first);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe(source);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/at=/);
  await expect(page.getByRole('region', { name: /^Flows of / })).toBeVisible();
  expect(await drawing(page).locator('[tabindex="0"]').count()).toBe(1);
});

test('the pointer tells, and a click on a node lists its flows', async ({ page, api }) => {
  const chain = await api.get('chain/lithium');
  const node = chain.nodes.find((one: any) => one.eu && known(chain.links).some((link: any) => link.to === one.id));
  await open(page, '/chain/lithium');
  await stop(page, `node:${node.id}`).hover();
  await expect(page.locator('.tip')).toContainText(node.label);
  await page.keyboard.press('Escape');
  await expect(page.locator('.tip')).toHaveCount(0);
  await stop(page, `node:${node.id}`).click();
  const list = page.getByRole('region', { name: new RegExp(`^Flows of ${node.label}`) });
  const touching = known(chain.links).filter((link: any) => link.from === node.id || link.to === node.id);
  await expect(list.getByRole('definition')).toHaveCount(touching.length);
});

test('what comes back runs below everything else, and opens too', async ({ page, api }) => {
  const chain = await api.get('chain/copper');
  const back = known(chain.links).find((one: any) => one.kind === 'recycling');
  expect(back).toBeDefined();
  await open(page, '/chain/copper');
  const link = page.locator(`[data-stop="${key(back)}"]`);
  const ribbon = (await link.locator('.back').boundingBox())!;
  const nodes = await page.locator('[data-stop^="node:"] .box').all();
  const floor = Math.max(...(await Promise.all(nodes.map(async (one) => { const box = (await one.boundingBox())!; return box.y + box.height; }))));
  expect(ribbon.y + ribbon.height).toBeGreaterThan(floor);
  await link.press('Enter');
  await expect(page.locator('.drawer .tree')).toBeVisible();
});

/** Every height of the Union's use that was drawn while the year changed. */
async function heights(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const box = document.querySelector('.node.eu .box')!;
    const seen = new Set([box.getAttribute('y')]);
    const observer = new MutationObserver(() => seen.add(box.getAttribute('y')));
    observer.observe(box, { attributes: true, attributeFilter: ['y'] });
    const slider = document.querySelector<HTMLInputElement>('#year')!;
    slider.value = String(Number(slider.value) - 1);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 1200));
    observer.disconnect();
    return seen.size;
  });
}

test('the years glide, and the address keeps the year', async ({ page, api }) => {
  const { years } = await api.get('chain/lithium');
  test.skip(years.length < 2, 'only one year has facts');
  await open(page, '/chain/lithium');
  await page.waitForLoadState('networkidle');
  expect(await heights(page)).toBeGreaterThan(3);
  await expect(page).toHaveURL(/year=\d{4}/);
  const year = Number(new URL(page.url()).searchParams.get('year'));
  await page.reload();
  await expect(page.getByRole('group', { name: `Lithium in ${year}, by stage` })).toBeVisible();
  const chain = await api.get(`chain/lithium?year=${year}`);
  await expect(page.locator('.answer')).toHaveText(chain.says);
});

test('the years jump at once for readers who want less motion', async ({ page, api }) => {
  const { years } = await api.get('chain/lithium');
  test.skip(years.length < 2, 'only one year has facts');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/chain/lithium');
  await page.waitForLoadState('networkidle');
  expect(await heights(page)).toBeLessThanOrEqual(2);
});

test('the balance shows import reliance beside the official one, and why they differ', async ({ page, api }) => {
  const { stages } = await api.get('chain/lithium');
  await open(page, '/chain/lithium');
  const table = page.getByRole('table', { name: /^Balance of the European Union/ });
  for (const [index, stage] of stages.entries()) {
    for (const [says, figure] of [['Import reliance, computed here', stage.import_reliance], ['Import reliance, official', stage.import_reliance_official]] as const) {
      const cell = table.getByRole('row').filter({ hasText: says }).getByRole('cell').nth(index);
      await expect(cell).toContainText(figure.value === null ? 'unknown' : format({ ...figure, unit: 'share' }));
    }
    for (const reason of stage.differs_by) await expect(page.getByText(reason, { exact: true }).first()).toBeVisible();
  }
});

test('regions that take part lead to their dossiers', async ({ page, api }) => {
  const { regions } = await api.get('chain/lithium');
  expect(regions.length).toBeGreaterThan(0);
  await open(page, '/chain/lithium');
  const section = page.getByRole('region', { name: 'Which regions take part?' });
  const more = page.getByRole('button', { name: `${regions.length - 10} more`, exact: true });
  if (regions.length > 10) await more.click();
  await expect(section.locator('tbody tr')).toHaveCount(regions.length);
  await expect(section.getByRole('link', { name: regions[0].name, exact: true })).toHaveAttribute('href', `/region/${regions[0].code}`);
});

test('another material is shown by its button, the year goes along', async ({ page, api }) => {
  const { years } = await api.get('chain/lithium');
  await open(page, `/chain/lithium?year=${years[0]}`);
  await page.getByLabel('Material', { exact: true }).selectOption('copper');
  await expect(page).toHaveURL(/\/chain\/lithium/);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(new RegExp(`/chain/copper\\?year=${years[0]}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How does copper reach Europe, and what comes back?');
});

test('on a phone the chain is a list of bars with the same tonnes', async ({ page, api }) => {
  const chain = await api.get('chain/lithium');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/chain/lithium');
  await expect(page.locator('figure table').first()).toBeVisible();
  await expect(drawing(page)).toHaveCount(0);
  await expect(page.locator('figure tbody tr')).toHaveCount(known(chain.links).length);
  const [largest] = known(chain.links).sort((a, b) => b.tonnes.value - a.tonnes.value);
  await expect(page.locator('figure tbody tr').filter({ hasText: format({ ...largest.tonnes, unit: 't' }) }).first()).toBeVisible();
});

test('links and balances leave as CSV and xlsx, of the year that is shown', async ({ page, request, api }) => {
  const { years } = await api.get('chain/copper');
  const year = years[years.length - 2];
  await open(page, `/chain/copper?year=${year}`);
  for (const heading of ['The same as a table', "How does the Union's balance come out?"]) {
    for (const [name, type] of [['CSV', 'text/csv'], ['xlsx', 'spreadsheetml']]) {
      const href = (await page.getByRole('link', { name: `${name} of: ${heading}` }).getAttribute('href'))!;
      expect(href).toContain(String(year));
      const file = await request.get(href);
      expect(file.status()).toBe(200);
      expect(file.headers()['content-type']).toContain(type);
    }
  }
});
