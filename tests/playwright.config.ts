import { defineConfig } from '@playwright/test';
import { findChromium, launchFlags } from './support/chromium.mjs';

const executablePath = await findChromium();
if (!executablePath) throw new Error('no Chromium: run node tests/support/chromium.mjs, which finds or installs one');

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  globalSetup: './support/e2e-server.ts',
  workers: 2,
  // A journey is one story told in order; the other worker tells another story on a county of its own.
  fullyParallel: false,
  // What passes at the second try is broken.
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json']],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    // County time must not lean on the clock zone of the reader's machine.
    timezoneId: 'America/St_Johns',
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    launchOptions: { executablePath, args: launchFlags },
  },
});
