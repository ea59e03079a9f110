// Every page, light and dark, wide and narrow, in its richer states too.
import { expectAccessible, WIDTHS } from './accessible.ts';
import { expect, open, PAGES, test } from './house.ts';

const STATES = [
  ...PAGES,
  { name: 'material with a what-if', path: '/risk/lithium?add=FI:0.25&without=CN' },
  { name: 'matrix of another edition', path: '/risk?edition=ec-2020&status=critical' },
  { name: 'chain with a node pressed', path: '/chain/copper?at=processing/EU27' },
  { name: 'benchmarks both ways, with a failure', path: '/benchmarks?definition=both&without=keliber' },
  { name: 'together with a figure to be reached, one region off', path: '/together?off=ES43&target=1.5' },
  { name: 'outlook with levers moved, what comes back', path: '/outlook/eu-batteries?set=collection:0.9@2040&show=return' },
  { name: 'map, closer', path: '/chain?material=lithium&view=-900,600,3' },
  { name: 'drawer', path: '/risk/lithium?why=risk.sr/lithium' },
];

for (const { name, path } of STATES) {
  for (const width of WIDTHS) {
    test(`${name}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(page, path);
      if (path.includes('why=')) await expect(page.locator('.drawer .tree')).toBeVisible();
      await expectAccessible(page);
    });
  }
}

test('search list and tooltip, open', async ({ page }) => {
  await open(page, '/risk');
  await page.getByRole('combobox', { name: 'Find a material or region' }).fill('ti');
  await page.locator('svg a[data-id="magnesium"]').hover();
  await expectAccessible(page);
});
