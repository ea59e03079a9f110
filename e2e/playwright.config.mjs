import { defineConfig } from '@playwright/test';
import { launchOptions } from './chromium.mjs';

export default defineConfig({
  testDir: './tests',
  globalSetup: './setup.mjs',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // What is waited for appears in well under a second on an idle machine. The limits only end what hangs: two cores that
  // also solve portfolios for other tests may be an order of magnitude slower.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['line']],
  use: { launchOptions, viewport: { width: 1280, height: 900 }, locale: 'en-GB' },
});
