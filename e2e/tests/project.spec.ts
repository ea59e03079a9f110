// An appraisal: sliders by mouse and keyboard, figure, readings and table, what opens, what leaves as a workbook.
import type { Page } from '@playwright/test';
import { format } from '../../web/src/number/format.ts';
import { expect, open, test } from './house.ts';
import { reading } from '../../web/src/choose/words.ts';
import { unitSays } from '../../web/src/choose/money.ts';
import { expectAccessible, WIDTHS } from './accessible.ts';

const DRAWS = 'draws=1000';

/** A project that the server can appraise: the first of a list that is not empty. */
async function ready(api: any): Promise<any> {
  const { projects } = await api.get('appraise');
  const one = projects.find((project: any) => project.ready);
  expect(one, 'a project that can be appraised').toBeDefined();
  return one;
}

const sliders = (page: Page) => page.getByRole('region', { name: 'What would change it?' }).getByRole('slider');
const tile = (page: Page, name: string) => page.locator('dl div').filter({ has: page.getByText(name, { exact: true }) });
const twin = (page: Page) => page.getByRole('table', { name: /^Cash flow of .* by year$/ });

/** Opens an appraisal and waits until everything below the figure is there too. */
async function whole(page: Page, path: string): Promise<void> {
  await open(page, path);
  await expect(page.getByRole('heading', { name: 'What does it rest on?' })).toBeVisible({ timeout: 25_000 });
}

test('the list leads to every project that can be appraised, and says what the others lack', async ({ page, api }) => {
  const { projects } = await api.get('appraise');
  await open(page, '/choose');
  const table = page.getByRole('table', { name: 'Projects with what is known of them' });
  await expect(table.locator('tbody tr')).toHaveCount(projects.length);
  await expect(table.locator('tbody a[href^="/project/"]')).toHaveCount(projects.filter((one: any) => one.ready).length);
  const lacking = projects.find((one: any) => !one.ready);
  if (lacking !== undefined) await expect(table.getByRole('row').filter({ hasText: lacking.name }).first()).toContainText(lacking.missing[0]);
  await table.getByRole('button', { name: 'Project' }).click();
  await expect(page).toHaveURL(/sort=name:up/);
});

test('tiles, figure and table say what the server says', async ({ page, api }) => {
  const { id } = await ready(api);
  const answer = await api.get(`appraise/${id}?${DRAWS}`);
  await whole(page, `/project/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(answer.project.name);
  await expect(page.locator('.answer')).toContainText(answer.says[0].replaceAll('\u2009', '\u202f'));
  await expect(tile(page, 'Net present value')).toContainText(format(reading(answer.npv.base, unitSays(answer.npv.unit))));
  await expect(twin(page).locator('tbody tr')).toHaveCount(answer.cash_flow.length);
  for (const flow of [answer.cash_flow[0], answer.cash_flow[Math.floor(answer.cash_flow.length / 2)], answer.cash_flow.at(-1)]) {
    const row = twin(page).locator('tbody tr').filter({ has: page.getByRole('rowheader', { name: String(flow.year), exact: true }) });
    await expect(row).toContainText(format(reading(flow.net, '')));
    await expect(row).toContainText(format(reading(flow.cumulative, '')));
  }
  await twin(page).getByRole('button', { name: 'Year' }).click();
  await expect(twin(page).getByRole('rowheader').first()).toHaveText(String(answer.cash_flow.at(-1).year));
});

test('facts and assumptions are told apart, counted and filtered', async ({ page, api }) => {
  const { id } = await ready(api);
  const { inputs } = await api.get(`appraise/${id}?${DRAWS}`);
  await whole(page, `/project/${id}`);
  const table = page.getByRole('table', { name: 'Inputs with value, bounds, kind and source' });
  await expect(table.locator('[data-input]')).toHaveCount(inputs.length);
  await expect(table.locator('.mark.fact')).toHaveCount(inputs.filter((one: any) => one.kind === 'fact').length);
  await page.getByRole('radio', { name: /^Assumption/ }).check();
  await expect(page).toHaveURL(/kind=assumption/);
  await expect(table.locator('[data-input]')).toHaveCount(inputs.filter((one: any) => one.kind === 'assumption').length);
  await expect(table.locator('.mark.fact')).toHaveCount(0);
});

test('a hand on a slider moves the value, and the address keeps it', async ({ page, api }) => {
  const { id } = await ready(api);
  await whole(page, `/project/${id}`);
  const slider = sliders(page).first();
  const path = page.locator('path.net');
  const before = await path.getAttribute('d');
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const [low, high, from] = [Number(await slider.getAttribute('min')), Number(await slider.getAttribute('max')), Number(await slider.inputValue())];
  const x = (value: number) => box.x + 8 + ((value - low) / (high - low)) * (box.width - 16);
  await page.mouse.move(x(from), box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x(high), box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/set=/);
  await expect.poll(() => path.getAttribute('d')).not.toBe(before);
  await expect(page.locator('path.ghost').first()).toBeVisible();
  const set = new URL(page.url()).searchParams.get('set')!;
  const answer = await api.get(`appraise/${id}?${DRAWS}&set=${set}`);
  await expect(tile(page, 'Net present value')).toContainText(format(reading(answer.npv.base, unitSays(answer.npv.unit))), { timeout: 15_000 });
  await expect(page.getByRole('region', { name: 'Then' })).toContainText(/instead of|stays/);
  await page.reload();
  await expect(slider).toHaveValue(set.split(':')[1]!);
  await page.getByRole('button', { name: 'All as it was' }).click();
  await expect(page).toHaveURL(new RegExp(`/project/${id}$`));
  await expect(page.locator('path.ghost')).toHaveCount(0);
});

test('by keyboard alone: a slider, the year that is read, the discount rate, an instrument', async ({ page, api }) => {
  const { id } = await ready(api);
  await whole(page, `/project/${id}`);
  await sliders(page).first().focus();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/set=/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/set=/);
  const year = page.getByLabel('Year that is read');
  await year.focus();
  const read = Number(await year.inputValue());
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(`year=${read + 1}`));
  await page.getByRole('slider', { name: 'Discount rate' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page).toHaveURL(/discount=/);
});

test('a number of the account opens down to an input', async ({ page, api }) => {
  const { id } = await ready(api);
  await whole(page, `/project/${id}`);
  const number = tile(page, 'Net present value').getByRole('button', { name: /why\?/ });
  await number.click();
  await expect(page.locator('.drawer .tree')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(number).toBeFocused();
});

test('instruments stand side by side with their cost and the rules that they break', async ({ page, api }) => {
  const { id } = await ready(api);
  const { instruments } = await api.get(`appraise/${id}?${DRAWS}`);
  await whole(page, `/project/${id}`);
  for (const one of instruments) {
    const row = page.locator(`[data-instrument="${one.kind}"]`);
    if (one.public_cost != null) await expect(row).toContainText(format(reading(one.public_cost, '')));
    await expect(row).toContainText(one.breaches.length > 0 ? `breaks ${one.breaches.length} rule` : one.kept.length > 0 ? `keeps ${one.kept.length}` : 'none applies');
  }
  const breaking = instruments.find((one: any) => one.breaches.length > 0) ?? instruments.find((one: any) => one.terms.length > 0);
  if (breaking === undefined) return;
  await page.locator(`[data-instrument="${breaking.kind}"]`).getByRole('button', { name: /terms, payments and rules/ }).click();
  await expect(page.locator('tr.detail')).toContainText(breaking.breaches[0]?.paragraph ?? breaking.terms[0].name, { ignoreCase: true });
  await expect(page).toHaveURL(new RegExp(`open=${breaking.kind}`));
});

test('impacts stand beside imports, and what is unknown is said to be', async ({ page, api }) => {
  const { id } = await ready(api);
  const { impacts } = await api.get(`appraise/${id}?${DRAWS}`);
  await whole(page, `/project/${id}`);
  for (const [index, one] of impacts.entries()) {
    const row = page.locator('[data-impact]').nth(index);
    if (one.project.value == null || one.imports.value == null) await expect(row).toContainText('unknown');
    else await expect(row).toContainText(/less than imports|more than imports|the bounds do not tell/);
  }
});

test('the account leaves as CSV, xlsx and a workbook with live formulas', async ({ page, api, request }) => {
  const { id } = await ready(api);
  await whole(page, `/project/${id}?discount=0.1`);
  const section = page.locator('.section').filter({ has: twin(page) });
  for (const kind of ['CSV', 'xlsx']) {
    const href = (await section.getByRole('link', { name: new RegExp(`^${kind} of`) }).getAttribute('href'))!;
    expect(href).toContain('discount=0.1');
    expect((await request.get(href)).status()).toBe(200);
  }
  const book = await request.get((await page.getByRole('link', { name: /live formulas/ }).getAttribute('href'))!);
  expect(book.status()).toBe(200);
  expect((await book.body()).subarray(0, 2).toString()).toBe('PK');
});

test('a phone shows all of it without sideways scrolling', async ({ page, api }) => {
  const { id } = await ready(api);
  await page.setViewportSize({ width: 390, height: 844 });
  await whole(page, `/project/${id}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await sliders(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('path.net')).toBeInViewport();
});

test('paper shows the figure and the table, and no controls', async ({ page, api }) => {
  const { id } = await ready(api);
  await whole(page, `/project/${id}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('path.net')).toBeVisible();
  await expect(twin(page)).toBeVisible();
  await expect(page.getByRole('slider')).toHaveCount(0);
});

for (const width of WIDTHS) {
  test(`everything of an appraisal is accessible, ${width} px`, async ({ page, api }) => {
    test.slow();
    const { id } = await ready(api);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await whole(page, `/project/${id}?discount=0.1&open=grant&kind=assumption`);
    await expectAccessible(page);
  });
}
