// How far is Europe from its four benchmarks: figure, three overall figures, road, projects that fail; by mouse and keyboard.
import type { Page } from '@playwright/test';
import { format } from '../../web/src/number/format.ts';
import { expect, expectShown, open, test } from './house.ts';

const MEASURES = ['extraction', 'processing', 'recycling'] as const;
const figure = (page: Page) => page.getByRole('group', { name: /^Benchmarks by material/ });
const overall = (page: Page, heading: RegExp) => page.getByRole('table', { name: heading });
const table = (page: Page) => page.getByRole('table', { name: /^The four benchmarks by material/ });
const byName = (materials: any[]) => [...materials].sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base', numeric: true }));

test('every strategic material is a row of the figure and of the table, with the numbers of the server', async ({ page, api }) => {
  const answer = await api.get('benchmarks');
  await open(page, '/benchmarks');
  await expect(table(page).locator('tbody tr')).toHaveCount(answer.materials.length);
  await expect(figure(page).locator('[data-cell]')).toHaveCount(answer.materials.length * 4);
  for (const material of answer.materials.filter((one: any) => one.processing !== null).slice(0, 3)) {
    const row = table(page).locator('tbody tr').filter({ has: page.getByRole('link', { name: material.name, exact: true }) });
    const reading = { value: material.processing, low: material.low.processing, high: material.high.processing, unit: 'share' };
    await expect(row.getByRole('button', { name: `Processing of ${material.name}: why?` })).toContainText(format(reading));
  }
  for (const material of answer.materials.filter((one: any) => one.extraction === null).slice(0, 2)) {
    await expect(figure(page).getByRole('img', { name: `${material.name}, extraction: unknown` })).toHaveCount(1);
  }
});

test('the overall figure stands three ways, never one without the others', async ({ page, api }) => {
  const { overall: found } = await api.get('benchmarks');
  await open(page, '/benchmarks');
  for (const [index, measure] of MEASURES.entries()) {
    const row = overall(page, /As the Act/).locator('tbody tr').nth(index);
    if (found.by_tonnes[measure] !== null) await expectShown(row.getByRole('button', { name: /by tonnes: why/ }), found.by_tonnes[measure] * 100);
    if (found.median[measure] !== null) await expectShown(row.getByRole('button', { name: /median: why/ }), found.median[measure] * 100);
    await expect(row).toContainText(`${found.met[measure]} of ${found.known[measure]}`);
  }
});

test('an overall figure opens its derivation', async ({ page }) => {
  await open(page, '/benchmarks');
  await overall(page, /As the Act/).getByRole('button', { name: /Processing, median: why/ }).click();
  await expect(page.locator('.drawer .tree')).toBeVisible();
  await expect(page).toHaveURL(/why=benchmark\.overall\/median\/processing\/2030/);
});

test('by keyboard alone: one stop in the figure, arrows between marks, enter to the reason and back', async ({ page, api }) => {
  const { materials } = await api.get('benchmarks');
  await open(page, '/benchmarks');
  const rows = byName(materials);
  const at = rows.findIndex((one: any) => one.why.processing);
  expect(at).toBeGreaterThan(-1);
  await figure(page).locator('[data-cell="0/0"]').focus();
  await expect(page.locator('.tip')).toBeVisible();
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const cell = figure(page).locator(`[data-cell="${at}/1"]`);
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAttribute('aria-label', new RegExp(`^${rows[at].name}, processing: `));
  expect(await figure(page).locator('[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('.drawer .tree')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
});

test('the year reaches 2040, the road with it, and the address keeps it', async ({ page, api }) => {
  await open(page, '/benchmarks');
  await expect(page.getByRole('heading', { name: 'The road to 2030' })).toBeVisible();
  await page.getByRole('button', { name: '2040', exact: true }).press('Enter');
  await expect(page).toHaveURL(/year=2040/);
  await expect(page.getByRole('heading', { name: 'The road to 2040' })).toBeVisible();
  const { overall: found } = await api.get('benchmarks?year=2040');
  await expectShown(overall(page, /As the Act/).getByRole('button', { name: 'Processing, by tonnes: why?' }), found.by_tonnes.processing * 100);
  await page.reload();
  await expect(page.getByLabel('By the year')).toHaveValue('2040');
});

test('the slider moves the figure year by year', async ({ page }) => {
  await open(page, '/benchmarks');
  await page.getByLabel('By the year').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/year=2031/);
  await expect(page.getByRole('group', { name: 'Benchmarks by material, now and in 2031' })).toBeVisible();
});

test('the Act and the proxies stand side by side', async ({ page, api }) => {
  const act = await api.get('benchmarks');
  const proxy = await api.get('benchmarks?definition=proxy');
  await open(page, '/benchmarks');
  await page.getByLabel('Both, side by side').check();
  await expect(page).toHaveURL(/definition=both/);
  await expect(overall(page, /By proxies/)).toBeVisible();
  const row = overall(page, /By proxies/).locator('tbody tr').first();
  await expectShown(row.getByRole('cell').first(), proxy.overall.by_tonnes.extraction * 100);
  const proxies = act.materials.flatMap((material: any) => material.proxies).filter((one: any) => one.figure.value !== null);
  await expect(figure(page).locator('path.proxy')).toHaveCount(proxies.length);
  expect(proxies.length).toBeGreaterThan(0);
});

test('what if a project fails: what is lost is said, and all figures follow', async ({ page, api }) => {
  const before = await api.get('benchmarks');
  const project = before.projects.find((one: any) => one.single_failure.length > 0);
  const after = await api.get(`benchmarks?without=${project.id}`);
  await open(page, '/benchmarks');
  await page.getByRole('checkbox', { name: `What if ${project.name} fails?` }).check();
  await expect(page).toHaveURL(new RegExp(`without=${project.id}`));
  const said = page.getByRole('region', { name: 'If these fail' });
  await expect(said).toContainText(`If ${project.name} fails`);
  await expect(said.getByRole('status')).toContainText(/benchmarks? (is|are) lost/);
  const [material, measure] = project.single_failure[0].split('/');
  const then = after.materials.find((one: any) => one.id === material);
  expect(then.met[measure]).toBe(false);
  await expect(figure(page).locator(`[aria-label^="${then.name}, ${measure}:"]`)).toHaveAttribute('aria-label', /not met/);
  await page.getByRole('button', { name: 'None fails' }).click();
  await expect(said).toHaveCount(0);
});

test('draws add chances, and say how many', async ({ page, api }) => {
  const { ensemble } = await api.get('benchmarks?draws=1000');
  await open(page, '/benchmarks');
  await page.getByLabel(/^Play 1000 draws/).check();
  await expect(page.getByText('percentile of 1000 draws')).toBeVisible();
  const chance = overall(page, /As the Act/).locator('tbody tr').nth(2).getByText(/^chance/);
  if (ensemble.probability.recycling !== null) await expectShown(chance, ensemble.probability.recycling * 100);
});

test('a heading sorts table and figure alike', async ({ page }) => {
  await open(page, '/benchmarks');
  await table(page).getByRole('columnheader', { name: 'Consumption' }).getByRole('button').press('Enter');
  await expect(page).toHaveURL(/sort=consumption/);
  const first = (await table(page).locator('tbody tr').first().getByRole('link').first().textContent())!;
  await expect(figure(page).locator('[data-cell="0/0"]')).toHaveAttribute('aria-label', new RegExp(`^${first},`));
});

test('on a phone one benchmark at a time', async ({ page, api }) => {
  const { materials } = await api.get('benchmarks');
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/benchmarks');
  await expect(figure(page).locator('[data-cell]')).toHaveCount(materials.length);
  await page.getByRole('radio', { name: 'Recycling' }).check();
  await expect(page).toHaveURL(/measure=recycling/);
  await expect(figure(page).locator('[data-cell="0/0"]')).toHaveAttribute('aria-label', /, recycling:/);
});

test('materials and projects leave as CSV and xlsx, of the year that is shown', async ({ page, request }) => {
  await open(page, '/benchmarks?year=2035');
  for (const heading of ['The same as a table', 'Which projects carry the benchmarks?']) {
    for (const [name, type] of [['CSV', 'text/csv'], ['xlsx', 'spreadsheetml']]) {
      const href = (await page.getByRole('link', { name: `${name} of: ${heading}` }).getAttribute('href'))!;
      expect(href).toContain('year=2035');
      const file = await request.get(href);
      expect(file.status()).toBe(200);
      expect(file.headers()['content-type']).toContain(type);
    }
  }
});
