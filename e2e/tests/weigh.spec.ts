// Whose priorities: all weights that are possible, one's own by mouse and keyboard, stored nowhere; a round's result by group.
import type { Page } from '@playwright/test';
import { wholeShare } from '../../web/src/choose/weighing.ts';
import { expect, open, test } from './house.ts';
import { expectAccessible, WIDTHS } from './accessible.ts';


async function portfolio(api: any): Promise<any> {
  const { portfolios } = await api.get('portfolios');
  expect(portfolios.length).toBeGreaterThan(0);
  return portfolios[0];
}

const own = (page: Page) => page.getByRole('table', { name: 'Alternatives in the order of your weights' });
const sliders = (page: Page) => page.getByRole('region', { name: 'And by your own priorities?' }).getByRole('slider');

async function whole(page: Page, path: string): Promise<void> {
  await open(page, path);
  await expect(own(page)).toBeVisible({ timeout: 30_000 });
}

test('bars and table say how often each stands at each rank', async ({ page, api }) => {
  const { id } = await portfolio(api);
  const answer = await api.get(`weigh/${id}`);
  await whole(page, `/weigh/${id}`);
  const table = page.getByRole('table', { name: /^Alternatives by rank/ });
  await expect(table.locator('tbody tr')).toHaveCount(answer.alternatives.length);
  const named = new Map<string, string>(answer.alternatives.map((one: { id: string; name: string }) => [one.id, one.name]));
  for (const [index, alternative] of answer.weighed.alternatives.entries()) {
    const name = named.get(alternative) ?? alternative;
    const row = table.locator('tbody tr').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    await expect(row.locator('td')).toHaveText(answer.weighed.shares[index].map(wholeShare));
    await expect(page.getByRole('img', { name: `${name}: ` }).first()).toBeVisible();
  }
  await table.getByRole('button', { name: 'Alternative' }).click();
  await expect(page).toHaveURL(/sort=name:up/);
});

test('one’s own weights order the projects as the server computes it, and nothing is stored', async ({ page, api }) => {
  const { id } = await portfolio(api);
  await whole(page, `/weigh/${id}`);
  const sent: string[] = [];
  page.on('request', (request) => { if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`); });
  await sliders(page).first().focus();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/w=[^&]+:100/);
  await sliders(page).nth(1).focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/w=[^&]+:0/);
  const query = new URL(page.url()).searchParams.getAll('w').map((one) => `w=${encodeURIComponent(one)}`).join('&');
  const answer = await api.get(`weigh/${id}?${query}`);
  const names = answer.own.map((one: any) => answer.alternatives.find((other: any) => other.id === one.alternative).name);
  await expect(own(page).getByRole('rowheader')).toHaveText(names);
  expect(sent).toEqual([]);
  await page.reload();
  await expect(own(page).getByRole('rowheader')).toHaveText(names);
  await page.getByRole('button', { name: 'All alike again' }).click();
  await expect(page).toHaveURL(new RegExp(`/weigh/${id}$`));
});

test('a phone: sliders by touch size, no sideways scrolling', async ({ page, api }) => {
  const { id } = await portfolio(api);
  await page.setViewportSize({ width: 390, height: 844 });
  await whole(page, `/weigh/${id}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  for (const slider of await sliders(page).all()) expect((await slider.boundingBox())!.height).toBeGreaterThanOrEqual(24);
});

test('paper shows the bars and the table, and no controls', async ({ page, api }) => {
  const { id } = await portfolio(api);
  await whole(page, `/weigh/${id}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: /^Alternatives by rank/ })).toBeVisible();
  await expect(page.getByRole('slider')).toHaveCount(0);
});

for (const width of WIDTHS) {
  test(`everything of the weighing is accessible, ${width} px`, async ({ page, api }) => {
    const { id } = await portfolio(api);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await whole(page, `/weigh/${id}`);
    await expectAccessible(page);
  });
}
