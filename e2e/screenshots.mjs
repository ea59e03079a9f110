// Pictures for the docs, of the real server: node screenshots.mjs [NAME...]; all by default
import { execFileSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './chromium.mjs';
import { binary, start } from './server.mjs';

const FOLDER = fileURLToPath(new URL('../docs/src/images/', import.meta.url));
const ALL = { widths: [1280, 390], schemes: ['light', 'dark'] };
const PAGES = [
  { name: 'risk', path: '/risk', height: { 1280: 1060, 390: 1500 }, ...ALL },
  { name: 'lithium', path: '/risk/lithium?add=FI:0.25&add=DE:0.25', height: { 1280: 1060, 390: 1800 }, ...ALL },
  { name: 'audit', path: '/risk/audit', height: { 1280: 1060, 390: 1500 }, ...ALL },
  { name: 'map', path: '/chain?material=lithium', height: { 1280: 1320, 390: 1100 }, ...ALL },
  { name: 'region', path: '/region/EL64', height: { 1280: 1320, 390: 1800 }, ...ALL },
  { name: 'chain', path: '/chain/copper', height: { 1280: 1060, 390: 1700 }, ...ALL },
  { name: 'benchmarks', path: '/benchmarks', height: { 1280: 1360, 390: 1900 }, ...ALL },
  { name: 'together', path: '/together', height: { 1280: 1060, 390: 1900 }, ...ALL },
  { name: 'outlook', path: '/outlook/eu-batteries?set=collection:0.9', height: { 1280: 1360, 390: 1900 }, ...ALL },
  { name: 'portfolio', path: '/choose/lithium-six-regions', height: { 1280: 1200, 390: 1900 }, ...ALL },
  { name: 'project', path: '/project/keliber', height: { 1280: 1360, 390: 1900 }, ...ALL },
  { name: 'weigh', path: '/weigh/lithium-six-regions', height: { 1280: 1060, 390: 1500 }, ...ALL },
  { name: 'record', path: '/records/barranco', height: { 1280: 1500, 390: 2200 }, ready: 'main h1', ...ALL },
  { name: 'concern', path: '/records/barranco/concern', height: { 1280: 1300, 390: 1500 }, ready: 'main h1', ...ALL },
  { name: 'votes', path: '/rounds/barranco-2026', height: { 1280: 1300, 390: 1700 }, ready: 'main h1', ...ALL },
  { name: 'clock', path: '/clocks/processing', height: { 1280: 1200, 390: 1800 }, ready: 'main h1', ...ALL },
  { name: 'obligations', path: '/obligations', height: { 1280: 1060, 390: 1500 }, ready: 'main h1', ...ALL },
  { name: 'why', path: '/risk/lithium?why=risk.sr/lithium', height: { 1280: 1060 }, widths: [1280], schemes: ['light'] },
];

const names = process.argv.slice(2);

/** The made-up record that comes along as an example, entered as its first lines say. */
async function village() {
  const folder = fileURLToPath(new URL('../examples/records/barranco/', import.meta.url));
  for (const [at, file] of (await readdir(folder)).sort().entries()) {
    execFileSync(binary(), ['voice', at === 0 ? 'open' : 'add', 'barranco', folder + file, '--db', database]);
  }
  execFileSync(binary(), ['round', 'open', fileURLToPath(new URL('../examples/rounds/barranco-2026.toml', import.meta.url)), '--db', database]);
}

await mkdir(FOLDER, { recursive: true });
const { address, database, stop } = await start();
await village();
const browser = await chromium.launch(launchOptions);
try {
  for (const { name, path, height, widths, schemes, ready = 'figure svg' } of PAGES.filter((page) => names.length === 0 || names.includes(page.name))) {
    for (const width of widths) {
      for (const colorScheme of schemes) {
        const page = await browser.newPage({ viewport: { width, height: height[width] }, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' });
        await page.goto(address + path, { waitUntil: 'networkidle' });
        await page.locator(ready).first().waitFor();
        await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
        await page.screenshot({ path: `${FOLDER}${name}-${width}-${colorScheme}.png` });
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
  await stop();
}
