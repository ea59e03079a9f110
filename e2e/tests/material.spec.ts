import { expect, expectShown, numberIn, open, test } from './house.ts';

const then = (page: import('@playwright/test').Page) => page.locator('.numbers .is');

test('the calculation multiplies out to the figure', async ({ page, api }) => {
  await open(page, '/risk/lithium');
  const [lithium] = (await api.get('risk/lithium')).materials;
  const stage = lithium.stages.find((one: any) => one.stage === lithium.deciding_stage);
  const rows = page.getByRole('table', { name: /Calculation/ }).getByRole('row');
  const shown = async (name: string) => numberIn(await rows.filter({ hasText: name }).getByRole('cell').last().textContent());
  const [world, weightWorld, europe, weightEurope] = [await shown('concentration of world supply'), await shown('half of the import reliance'), await shown('concentration of EU sourcing'), await shown('the rest of 1')];
  const made = (world * weightWorld + europe * weightEurope) * (await shown('what is not recycled')) * (await shown('substitution index'));
  expect(made).toBeCloseTo(stage.sr, 1);
  await expectShown(rows.filter({ hasText: 'supply risk at processing' }).getByRole('cell').last(), stage.sr);
});

test('adding two European sources by mouse shows before and after, as the server answers', async ({ page, api }) => {
  await open(page, '/risk/lithium');
  await page.getByLabel('Add a source for Europe').selectOption({ label: 'Finland' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('Add another source').selectOption({ label: 'Germany' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('slider', { name: /From Finland/ }).fill('0.25');
  await page.getByRole('slider', { name: /From Germany/ }).fill('0.25');
  await expect(page).toHaveURL(/add=FI:0\.25&add=DE:0\.25/);
  const [after] = (await api.get('risk/lithium?add=FI:0.25&add=DE:0.25')).materials;
  await expectShown(then(page), after.sr);
  await expect(page.locator('figcaption').first()).toContainText('before');
  await page.getByRole('button', { name: 'As it was' }).click();
  await expect(then(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/risk\/lithium$/);
});

test('it answers while the hand is still on the slider', async ({ page, api }) => {
  await open(page, '/risk/lithium?add=FI:0.05');
  await expect(then(page)).toBeVisible();
  const box = (await page.getByRole('slider', { name: /From Finland/ }).boundingBox())!;
  const seen = new Set<string>();
  await page.mouse.move(box.x + box.width * 0.06, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1) {
    await page.mouse.move(box.x + box.width * (0.06 + step * 0.02), box.y + box.height / 2);
    await page.waitForTimeout(40);
    seen.add((await then(page).textContent())!);
  }
  expect(seen.size).toBeGreaterThan(5);
  await page.mouse.up();
  const share = await page.getByRole('slider', { name: /From Finland/ }).inputValue();
  const [after] = (await api.get(`risk/lithium?add=FI:${share}`)).materials;
  await expectShown(then(page), after.sr);
});

test('a late answer never covers a newer one', async ({ page, api }) => {
  await open(page, '/risk/lithium');
  await page.route(/recycling=0\.3(&|$)/, async (route) => {
    await new Promise((done) => setTimeout(done, 900));
    await route.continue().catch(() => undefined);
  });
  const slider = page.getByRole('slider', { name: /Recycled/ });
  await slider.fill('0.3');
  await page.waitForTimeout(60);
  await slider.fill('0.6');
  const [after] = (await api.get('risk/lithium?recycling=0.6')).materials;
  await expectShown(then(page), after.sr);
  await page.waitForTimeout(1200);
  await expectShown(then(page), after.sr);
});

test('by keyboard alone: a source, its share, a lost supplier', async ({ page, api }) => {
  await open(page, '/risk/lithium');
  await page.getByLabel('Add a source for Europe').focus();
  await page.keyboard.type('Finland');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const slider = page.getByRole('slider', { name: /From Finland/ });
  await expect(slider).toBeVisible();
  await slider.focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/\?add=FI:0\.15$/);
  await page.getByLabel('Lose a supplier').focus();
  await page.keyboard.type('Chile');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/without=CL/);
  const [after] = (await api.get('risk/lithium?add=FI:0.15&without=CL')).materials;
  await expectShown(then(page), after.sr);
  await page.getByRole('button', { name: 'Take Finland away' }).press('Enter');
  await expect(page).not.toHaveURL(/add=/);
});

test('added shares stop at the whole of EU sourcing', async ({ page }) => {
  await open(page, '/risk/lithium?add=FI:0.7&add=DE:0.6');
  await expect(page.getByRole('slider', { name: /From Germany/ })).toHaveAttribute('max', '0.3');
  await expect(page.getByRole('slider', { name: /From Germany/ })).toHaveValue('0.3');
});

test('recycling everything takes the risk away, and the words say so', async ({ page }) => {
  await open(page, '/risk/lithium?recycling=1');
  await expectShown(then(page), 0);
  await expect(page.locator('section[aria-labelledby=consequence]')).toContainText('below the threshold');
});

test('the error of governance widens the bounds', async ({ page, api }) => {
  const [plain] = (await api.get('risk/lithium')).materials;
  const [wide] = (await api.get('risk/lithium?governance_error=true')).materials;
  expect(wide.sr_high - wide.sr_low).toBeGreaterThan(plain.sr_high - plain.sr_low);
  await open(page, '/risk/lithium');
  const before = await page.locator('.answer').textContent();
  await page.getByLabel('Count the error of the governance figures too').check();
  await expect(page.locator('.answer')).not.toHaveText(before!);
  await expect(page).toHaveURL(/governance_error=true/);
});

test('where EU sourcing is out of scope the official measure cannot see a new source', async ({ page, api }) => {
  const risk = await api.get('risk');
  const blind = risk.materials.find((one: any) => one.members.length === 0 && one.stages.length > 0 && one.stages.every((stage: any) => stage.scope === 'gs' && stage.sr !== null && stage.hhi_eus !== null));
  expect(blind).toBeDefined();
  await open(page, `/risk/${blind.id}?add=FI:0.5`);
  await expect(page.locator('section[aria-labelledby=consequence]')).toContainText('official measure cannot see');
});

test('suppliers, history and flips stand below, as the server says them', async ({ page, api }) => {
  await open(page, '/risk/lithium');
  const suppliers = await api.get('materials/lithium/suppliers');
  const processing = suppliers.stages.find((one: any) => one.stage === 'processing');
  const world = page.getByRole('region', { name: /World processing/ });
  for (const one of processing.world.suppliers.slice(0, 3)) {
    await expectShown(world.getByRole('row').filter({ hasText: one.name }).getByRole('cell').first(), one.share * 100);
  }
  const flips = await api.get('flips/lithium');
  await expect(page.getByRole('region', { name: 'Which single input would flip it?' }).getByRole('row')).toHaveCount(flips.flips.length === 0 ? 0 : Math.min(flips.flips.length, 10) + 1);
  const [history] = (await api.get('history/lithium')).materials;
  const last = history.points.at(-1);
  await expectShown(page.getByRole('table', { name: /Published figures/ }).getByRole('row').last().getByRole('cell').first(), last.sr);
});

test('a group says that it is the mean of its members and links them', async ({ page, api }) => {
  const group = (await api.get('risk')).materials.find((one: any) => one.members.length > 0);
  await open(page, `/risk/${group.id}`);
  await expect(page.getByRole('region', { name: 'What are its members?' }).getByRole('row')).toHaveCount(group.members.length + 1);
  await expect(page.getByRole('heading', { name: 'What would change it?', level: 2 })).toHaveCount(0);
});
