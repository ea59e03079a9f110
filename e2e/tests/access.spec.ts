// WCAG 2.2 AA as far as a machine can tell: every page, light and dark, wide and narrow, in its richer states too.
import AxeBuilder from '@axe-core/playwright';
import { expect, open, PAGES, test } from './house.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
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
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      test(`${name}, ${colorScheme}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await open(page, path);
        if (path.includes('why=')) await expect(page.locator('.drawer .tree')).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 4).join(' | ')}`)).toEqual([]);
      });
    }
  }
}

test('search list and tooltip, open', async ({ page }) => {
  await open(page, '/risk');
  await page.getByRole('combobox', { name: 'Find a material or region' }).fill('ti');
  await page.locator('svg a[data-id="magnesium"]').hover();
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map((one) => one.id)).toEqual([]);
});
