import { expect, expectShown, open, test } from './house.ts';

test('the sentence counts what the server counts', async ({ page, api }) => {
  await open(page, '/risk/audit');
  const { summary } = await api.get('audit/ec-2023');
  const answer = page.locator('.answer');
  await expect(answer).toContainText(`Of ${summary.compared} stage figures`);
  await expect(answer).toContainText(`${summary.within_rounding} follow`);
  await expect(answer).toContainText(`${summary.unexplained} unexplained`);
  await expect(answer).toContainText(`${summary.within_015} come within 0.15`);
});

test('worst first, and every row beyond rounding has its word', async ({ page, api }) => {
  await open(page, '/risk/audit');
  const { stages } = await api.get('audit/ec-2023');
  const beyond = stages.filter((row: any) => row.within_rounding === false).sort((a: any, b: any) => Math.abs(b.difference) - Math.abs(a.difference));
  const rows = page.getByRole('region', { name: 'Each figure with its cause' }).getByRole('row');
  await expect(rows).toHaveCount(beyond.length + 1);
  await expectShown(rows.nth(1).getByRole('cell').nth(1), beyond[0].computed);
  for (const [index, row] of beyond.entries()) {
    await expect(rows.nth(index + 1)).toContainText(row.cause.replaceAll('-', ' '));
  }
});

test('rows are chosen by judgement and by material, from the address too', async ({ page, api }) => {
  await open(page, '/risk/audit');
  const { stages } = await api.get('audit/ec-2023');
  const rows = page.getByRole('region', { name: 'Each figure with its cause' }).getByRole('row');
  await page.getByLabel('all', { exact: true }).check();
  await expect(rows).toHaveCount(stages.length + 1);
  await open(page, '/risk/audit?find=lithium');
  await expect(rows).toHaveCount(stages.filter((row: any) => row.material === 'lithium').length + 1);
});

test('the list is derived twice, and what would enter and leave is named', async ({ page, api }) => {
  await open(page, '/risk/audit');
  const { list } = await api.get('audit/ec-2023');
  const section = page.getByRole('region', { name: 'Does the list in law follow?' });
  await expect(section).toContainText(`exactly the ${list.official.length} entries of Annex II`);
  for (const [word, ids] of [['would leave', list.recomputed.missing], ['would enter', list.recomputed.extra]]) {
    for (const id of ids) await expect(section.locator('h3', { hasText: word }).locator(`a[href="/risk/${id}"]`)).toHaveCount(1);
  }
});

test('economic importance: those beyond rounding, and the rest on demand', async ({ page, api }) => {
  await open(page, '/risk/audit');
  const { ei } = await api.get('audit/ec-2023');
  const rows = page.getByRole('region', { name: 'Does the economic importance follow?' }).getByRole('row');
  await expect(rows).toHaveCount(ei.rows.filter((row: any) => row.within_rounding === false).length + 1);
  await page.getByRole('button', { name: /others$/ }).click();
  await expect(rows).toHaveCount(ei.rows.length + 1);
});

test('by keyboard alone: from the audit to a material and its stage', async ({ page }) => {
  await open(page, '/risk/audit');
  const link = page.getByRole('region', { name: 'Each figure with its cause' }).getByRole('link').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/risk\/[\w-]+\?stage=(extraction|processing)$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});
