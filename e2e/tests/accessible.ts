/** WCAG 2.2 AA as far as a machine can tell. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './house.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Widths at which pages are looked at: a desk and a phone. */
export const WIDTHS = [1280, 390] as const;

/** Expects a page, as it stands, to be accessible: all rules in light; on a desk in dark those of colour, all that a theme changes. */
export async function expectAccessible(page: Page, where = ''): Promise<void> {
  const desk = page.viewportSize()!.width === WIDTHS[0];
  for (const colorScheme of desk ? (['light', 'dark'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])).analyze();
    const says = violations.map((one) => `${where} ${colorScheme}, ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 4).join(' | ')}`);
    expect(says).toEqual([]);
  }
}
