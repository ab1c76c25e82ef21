// npm run screenshots [folder]: pictures of the product for the README, taken from a fresh demo county, never by hand.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { signIn, speak } from '#tests/e2e/support/fixtures.ts';
import { type Shot, shots } from '#tests/e2e/support/shots.ts';
import { ensureChineseFont, ensureChromium, launchFlags } from './chromium.mjs';
import { startProduct } from './product.ts';

const target = process.argv[2] ?? fileURLToPath(new URL('../e2e/screenshots', import.meta.url));

async function take(browser: Browser, origin: string, shot: Shot): Promise<void> {
  const page = await browser.newPage({ baseURL: origin, viewport: shot.size });
  await speak(page, shot.language);
  if (shot.as) await signIn(page, shot.as);
  const path = typeof shot.path === 'string' ? shot.path : await shot.path(page);
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(target, `${shot.name}.png`) });
  await page.close();
  console.log(`screenshots: ${shot.name}.png`);
}

const dataFolder = mkdtempSync(join(tmpdir(), 'county-power-menu-shots-'));
try {
  const executablePath = await ensureChromium();
  ensureChineseFont();
  mkdirSync(target, { recursive: true });
  const product = await startProduct({ dataFolder });
  const browser = await chromium.launch({ executablePath, args: launchFlags });
  try {
    for (const shot of shots) await take(browser, product.origin, shot);
  } finally {
    await browser.close();
    await product.stop();
  }
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
