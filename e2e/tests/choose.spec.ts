// A portfolio: the best set with its proof, budgets that re-solve by mouse and keyboard, rules, reasons, front, print, phone.
import type { Page } from '@playwright/test';
import { format } from '../../web/src/number/format.ts';
import { funds } from '../../web/src/choose/portfolioview.ts';
import { reading } from '../../web/src/choose/words.ts';
import { expect, open, test } from './house.ts';
import { expectAccessible, WIDTHS } from './accessible.ts';

/** What the page asks for once the hand rests. */
const PROVED = 'time_limit=20';
/** A budget that is moved has to be answered in two seconds; the debug build of a test has some more. */
const PATIENCE = { timeout: 30_000 };

/** The first portfolio that has a budget to move. */
async function portfolio(api: any): Promise<any> {
  const { portfolios } = await api.get('portfolios');
  expect(portfolios.length).toBeGreaterThan(0);
  return portfolios[0];
}

const chosenRows = (page: Page) => page.getByRole('table', { name: /^Chosen projects/ }).locator('tbody tr[data-project]');
const bars = (page: Page) => page.getByRole('group', { name: 'What is built and runs when' }).locator('a[data-project]');
const projectsOf = async (page: Page) => (await chosenRows(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-project')!))).sort();

/** Opens a portfolio and waits for the proved answer. */
async function proved(page: Page, path: string): Promise<void> {
  await open(page, path);
  await expect(page.locator('.proof')).toHaveAttribute('aria-busy', 'false', PATIENCE);
}

test('portfolios stand with what they ask and lead to their pages', async ({ page, api }) => {
  const { portfolios } = await api.get('portfolios');
  await open(page, '/choose');
  await expect(page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Choose' })).toHaveAttribute('aria-current', 'page');
  for (const one of portfolios) await expect(page.getByRole('link', { name: one.name, exact: true })).toHaveAttribute('href', `/choose/${one.id}`);
  await page.getByRole('link', { name: portfolios[0].name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${portfolios[0].name}: which set, under these rules?`, PATIENCE);
});

test('the set, its proof, its rules and its reasons are those of the server', async ({ page, api }) => {
  test.slow();
  const { id } = await portfolio(api);
  const answer = await api.get(`choose/${id}?${PROVED}`);
  await proved(page, `/choose/${id}`);
  expect(await projectsOf(page)).toEqual(answer.chosen.map((one: any) => one.project).sort());
  await expect(bars(page)).toHaveCount(answer.chosen.length);
  await expect(page.locator('.proof')).toContainText(format(reading(answer.objective, '')));
  await expect(page.locator('.proof').getByText(/Checked again by code of our own/)).toBeVisible();
  for (const one of answer.limits) {
    const row = page.locator(`[data-limit="${one.name}"]`);
    await expect(row).toHaveCount(1);
    if (one.used != null) await expect(row).toContainText(format(reading(one.used, '')));
  }
  for (const one of answer.rejected) await expect(page.locator(`[data-rejected="${one.project}"]`)).toContainText(one.why_not.slice(0, 40));
  for (const one of answer.chosen) await expect(chosenRows(page).filter({ has: page.locator(`a[href="/project/${one.project}"]`) })).toContainText(String(one.start));
});

test('a moved budget is solved anew, keeps the set before in sight, and stands in the address', async ({ page, api }) => {
  test.slow();
  const { id } = await portfolio(api);
  const before = await api.get(`choose/${id}?${PROVED}`);
  const [fund] = funds(before.budgets);
  test.skip(fund === undefined, 'this portfolio has no budget');
  await proved(page, `/choose/${id}`);
  const slider = page.getByRole('slider', { name: fund!.name, exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const [low, high] = [Number(await slider.getAttribute('min')), Number(await slider.getAttribute('max'))];
  const x = (value: number) => box.x + 8 + ((value - low) / (high - low)) * (box.width - 16);
  await page.mouse.move(x(Number(await slider.inputValue())), box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x(low), box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/budget=/);
  const budget = new URL(page.url()).searchParams.get('budget')!;
  const answer = await api.get(`choose/${id}?${PROVED}&budget=${budget}`);
  await expect(page.locator('.proof')).toHaveAttribute('aria-busy', 'false', PATIENCE);
  expect(await projectsOf(page)).toEqual(answer.chosen.map((one: any) => one.project).sort());
  await expect(page.getByRole('region', { name: 'Then' })).toContainText(/instead of|The same projects|No set keeps/);
  await page.reload();
  await expect(page.getByRole('slider', { name: fund!.name, exact: true })).toHaveValue(budget.split(':')[1]!, PATIENCE);
  await page.getByRole('button', { name: 'All as it was' }).click();
  await expect(page).toHaveURL(new RegExp(`/choose/${id}$`));
});

test('by keyboard alone: a budget, a project left out, and let in again', async ({ page, api }) => {
  test.slow();
  const { id } = await portfolio(api);
  await proved(page, `/choose/${id}`);
  const slider = page.getByRole('complementary', { name: 'Money to move' }).getByRole('slider').first();
  if ((await slider.count()) > 0) {
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page).toHaveURL(/budget=/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(/budget=/);
  }
  const first = chosenRows(page).first();
  const project = (await first.getAttribute('data-project'))!;
  await first.getByRole('button', { name: /^leave out/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`without=${project}`));
  await expect(page.locator(`[data-rejected="${project}"]`)).toBeVisible(PATIENCE);
  await expect(chosenRows(page).and(page.locator(`[data-project="${project}"]`))).toHaveCount(0);
  await page.locator(`[data-rejected="${project}"]`).getByRole('button', { name: /^let it stand again/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/without=/);
});

test('a point of the front shows its set, by mouse and by keyboard', async ({ page, api }) => {
  test.slow();
  const { id } = await portfolio(api);
  const { aim } = await api.get(`choose/${id}?${PROVED}`);
  const other = aim.measures.find((one: any) => one.id !== aim.id);
  test.skip(other === undefined, 'this portfolio has one measure only');
  await proved(page, `/choose/${id}?front=${aim.id},${other.id}`);
  const points = page.locator('[data-point]');
  await expect(points.first()).toBeVisible({ timeout: 60_000 });
  const table = page.getByRole('table', { name: /^Points of the front/ });
  await expect(table.locator('tbody tr')).toHaveCount(await points.count());
  await points.first().click();
  await expect(page).toHaveURL(/set=front\.1/);
  const count = numberOf(await table.locator('tbody tr').first().locator('td').nth(2).textContent());
  await expect(chosenRows(page)).toHaveCount(count);
  await page.getByRole('button', { name: 'Back to the best set' }).click();
  await expect(page).not.toHaveURL(/set=/);
  await points.first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/set=front\.1/);
});

const numberOf = (text: string | null) => Number((text ?? '').trim());

test('rules that contradict each other are said in words', async ({ page, api }) => {
  test.slow();
  const { id } = await portfolio(api);
  const { candidates } = await api.get(`choose/${id}?${PROVED}`);
  const least = candidates.find((one: any) => one.needs.length > 0);
  test.skip(least === undefined, 'no project of this portfolio needs another');
  const query = `with=${least.project}&without=${least.needs[0]}`;
  const answer = await api.get(`choose/${id}?${PROVED}&${query}`);
  expect(answer.status).toBe('infeasible');
  await page.goto(`/choose/${id}?${query}`);
  const section = page.getByRole('region', { name: 'Which rules contradict each other?' });
  await expect(section).toContainText(answer.conflict.rules[0].name, PATIENCE);
  await expect(section.getByRole('listitem')).toHaveCount(answer.conflict.rules.length);
});

test('the tables leave as CSV and xlsx with the question where it stands', async ({ page, api, request }) => {
  test.slow();
  const { id } = await portfolio(api);
  const { candidates } = await api.get(`choose/${id}?${PROVED}`);
  await proved(page, `/choose/${id}?without=${candidates[0].project}`);
  for (const heading of ['The same as a table', 'What does each rule cost?', 'Why not the others?']) {
    const section = page.locator('.section').filter({ has: page.getByRole('heading', { name: heading }) });
    for (const kind of ['CSV', 'xlsx']) {
      const href = (await section.getByRole('link', { name: new RegExp(`^${kind} of`) }).getAttribute('href'))!;
      expect(href).toContain(`without=${candidates[0].project}`);
      expect((await request.get(href)).status(), href).toBe(200);
    }
  }
});

test('a phone shows all of it without sideways scrolling', async ({ page, api }) => {
  const { id } = await portfolio(api);
  await page.setViewportSize({ width: 390, height: 844 });
  await proved(page, `/choose/${id}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('paper shows map, timeline and tables, and no controls', async ({ page, api }) => {
  const { id } = await portfolio(api);
  await proved(page, `/choose/${id}`);
  await page.emulateMedia({ media: 'print' });
  await expect(bars(page).first()).toBeVisible();
  await expect(chosenRows(page).first()).toBeVisible();
  await expect(page.getByRole('slider')).toHaveCount(0);
});

for (const width of WIDTHS) {
  test(`everything of a portfolio and of the list is accessible, ${width} px`, async ({ page, api }) => {
    test.slow();
    const { id } = await portfolio(api);
    const { candidates } = await api.get(`choose/${id}?${PROVED}`);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const path of [`/choose/${id}?without=${candidates[0].project}`, '/choose']) {
      if (path === '/choose') await open(page, path);
      else await proved(page, path);
      await expectAccessible(page, path);
    }
  });
}
