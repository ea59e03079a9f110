import { defineConfig } from '@playwright/test';
import { launchOptions } from './chromium.mjs';

export default defineConfig({
  testDir: './tests',
  globalSetup: './setup.mjs',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 30_000,
  reporter: [['line']],
  use: { launchOptions, viewport: { width: 1280, height: 900 }, locale: 'en-GB' },
});
