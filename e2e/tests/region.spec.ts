// A region's dossier: the answer first, every figure with its why, by keyboard, and on four pages of paper.
import { expect, expectShown, open, test } from './house.ts';

const LAPLAND = '/region/FI1D';

test('the answer stands first, in the words of the API', async ({ page, api }) => {
  const region = await api.get('region/FI1D');
  await open(page, LAPLAND);
  for (const sentence of region.says) await expect(page.locator('.answer').filter({ hasText: sentence })).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(region.name_latin);
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
  for (const asked of ['What is in the ground and on it?', 'Which chains does it belong to?', 'Which projects does it have?', "What is mining's weight?", 'From which regions could it learn?', 'What is not known']) expect(headings).toContain(asked);
});

test('every site of the region is listed at its stage', async ({ page, api }) => {
  const region = await api.get('region/FI1D');
  await open(page, LAPLAND);
  const table = page.getByRole('region', { name: 'Sites by stage' });
  for (const stage of region.stages) for (const site of stage.sites) await expect(table.getByRole('rowheader').filter({ hasText: site.name }).first()).toBeVisible();
});

test('every number opens, down to its source', async ({ page, api }) => {
  const { economy } = await api.get('region/FI1D');
  await open(page, LAPLAND);
  const number = page.getByRole('button', { name: /Mining over all employment: why\?/ });
  await expectShown(number, economy.mining_share.value * 100);
  await number.click();
  await expect(page.locator('.drawer .tree')).toContainText('Eurostat');
  await page.keyboard.press('Escape');
  await expect(number).toBeFocused();
  // Each of them is known to the API.
  const opened = await page.locator('main button.why').count();
  expect(opened).toBeGreaterThan(10);
  for (const { figure } of [economy.population, economy.gdp, economy.mining]) expect((await api.get(`why?id=${encodeURIComponent(figure.why)}`)).value).toBe(figure.value);
});

test('investment and jobs of a project open too', async ({ page, api }) => {
  const { projects } = await api.get('region/FI1D');
  await open(page, LAPLAND);
  const stated = projects.filter((project: any) => project.capex_meur !== null);
  expect(stated.length).toBeGreaterThan(0);
  for (const project of stated) await expect(page.getByRole('button', { name: `investment of ${project.name}: why?` })).toBeVisible();
  await page.getByRole('button', { name: `investment of ${stated[0].name}: why?` }).click();
  await expect(page.locator('.drawer .tree')).toBeVisible();
});

test('what the projects change alone is told, with its sign, also where it is unknown or nothing', async ({ page, api }) => {
  for (const code of ['PT11', 'FI1D']) {
    const { changes } = await api.get(`region/${code}`);
    expect(changes.length).toBeGreaterThan(0);
    await open(page, `/region/${code}`);
    const part = page.getByRole('region', { name: /^What do its projects change/ });
    const known = changes.filter((change: any) => change.better_by.value !== null);
    await expect(part.locator('tbody tr')).toHaveCount(known.length);
    for (const change of changes) await expect(part).toContainText(change.says);
  }
});

test('chains lead to materials, connections to regions, and more of them open by keyboard', async ({ page }) => {
  await open(page, LAPLAND);
  const chains = page.getByRole('region', { name: 'Which chains does it belong to?' });
  await chains.getByRole('link', { name: 'Lithium' }).focus();
  await expect(chains.getByRole('link', { name: 'Lithium' })).toHaveAttribute('href', '/chain/lithium');
  const some = chains.locator('.connections').filter({ has: page.locator('.more') }).first();
  const before = await some.getByRole('listitem').count();
  await some.locator('.more').focus();
  await page.keyboard.press('Enter');
  await expect(some.locator('.more')).toHaveAttribute('aria-expanded', 'true');
  expect(await some.getByRole('listitem').count()).toBeGreaterThan(before);
});

test('a code of another vintage and a name are translated, and it is said', async ({ page, api }) => {
  for (const asked of ['FI1D3', 'Lapland']) {
    const region = await api.get(`region/${asked}`);
    expect(region.asked).not.toBeNull();
    await open(page, `/region/${asked}`);
    await expect(page.locator('main')).toContainText(region.asked);
  }
});

test('a code that became two regions offers both', async ({ page, api }) => {
  await page.goto('/region/PT16');
  await expect(page.getByRole('alert')).toContainText('PT16');
  await page.getByRole('listitem').filter({ hasText: 'PT19' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText((await api.get('region/PT19')).name_latin);
});

test('on paper the dossier names its own sources with their addresses', async ({ page, api }) => {
  const { sources } = await api.get('region/FI1D');
  await page.emulateMedia({ media: 'print' });
  await open(page, LAPLAND);
  const list = page.getByRole('region', { name: 'Sources of this dossier' });
  await expect(list.getByRole('listitem')).toHaveCount(sources.length);
  const address = await list.getByRole('link').first().evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('http');
  await expect(page.locator('footer section').first()).toBeHidden();
});

for (const code of ['FI1D', 'ES41', 'EL64']) {
  test(`${code} prints on at most four pages of A4`, async ({ page }) => {
    await open(page, `/region/${code}`);
    await expect(page.getByRole('img', { name: /map of Europe/ })).toBeVisible();
    const margin = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' };
    const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page[^s]/g)!.length;
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(4);
  });
}
