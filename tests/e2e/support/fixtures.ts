import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Locator, type Page, test as base } from '@playwright/test';
import { startProduct } from '#tests/support/product.ts';

export { expect } from '@playwright/test';

/** Every demo account has it; the demo says so on its sign-in page. */
export const demoPassword = process.env['DEMO_PASSWORD'] ?? 'Demo-2026-Qinghe';

interface WorkerFixtures {
  /** Where the product of this worker answers. */
  readonly origin: string;
  /** A journey that changes the county for everybody names a county of its own: `test.use({ county: '...' })`. */
  readonly county: string;
}

interface Fixtures {
  /** Allows console errors that the journey provokes on purpose, e.g. the 409 of a lost race. */
  readonly tolerate: (pattern: RegExp) => void;
  /** The watch over console, page errors and foreign requests; every journey has it without asking. */
  readonly watch: { readonly tolerated: RegExp[] };
}

function watchPage(page: Page, origin: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('crash', () => complaints.push('page crashed'));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = ['data:', 'blob:', 'about:'].includes(url.protocol) || url.origin === origin;
    if (!isLocal) complaints.push(`foreign request: ${request.url()}`);
  });
}

/** Runs in the page: what the policy refuses is not always told in the console, a script that may not be made from text is not. */
function tellViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    console.error(`content security policy: ${violatedDirective} ${blockedURI} in ${sourceFile}`);
  });
}

async function watchContext(context: BrowserContext, origin: string, complaints: string[]): Promise<void> {
  await context.addInitScript(tellViolations);
  for (const page of context.pages()) watchPage(page, origin, complaints);
  context.on('page', (page) => watchPage(page, origin, complaints));
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  county: ['', { option: true, scope: 'worker' }],
  origin: [
    // Playwright reads from the first parameter what a fixture needs: an empty pattern is its way of saying "nothing".
    async ({}, use, worker) => {
      const given = process.env['BASE_URL'];
      const county = process.env['E2E_COUNTY'];
      if (given) return use(new URL(given).origin);
      if (!county) throw new Error('no demo county: tests/support/e2e-server.ts did not run');
      const dataFolder = mkdtempSync(join(tmpdir(), `county-power-menu-e2e-${worker.workerIndex}-`));
      try {
        cpSync(county, dataFolder, { recursive: true });
        const product = await startProduct({ dataFolder });
        await use(product.origin);
        expect(await product.stop(), product.said()).toBe(0);
      } finally {
        rmSync(dataFolder, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ origin }, use) => use(origin),
  watch: [
    async ({ context, origin }, use) => {
      const complaints: string[] = [];
      const tolerated: RegExp[] = [];
      await watchContext(context, origin, complaints);
      await use({ tolerated });
      const left = complaints.filter((complaint) => !tolerated.some((pattern) => pattern.test(complaint)));
      expect(left, 'console errors, page errors and requests to other origins').toEqual([]);
    },
    { auto: true },
  ],
  tolerate: async ({ watch }, use) => use((pattern) => void watch.tolerated.push(pattern)),
});

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The screen as it stands now breaks no rule of WCAG 2.2 AA that a machine can check. */
export async function audit(page: Page): Promise<void> {
  // No screen has a frame, so the tool need not put its report together in a second page, which takes as long as the search.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(wcag)
    .analyze();
  await expect(page.locator('iframe'), 'frames would be left out').toHaveCount(0);
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/**
 * Signs in without the form, which has a journey of its own. From inside the page, because the cookie is host-bound and
 * the server asks where a change comes from. A session from before is replaced.
 */
export async function signIn(page: Page, username: string, password = demoPassword): Promise<void> {
  // Leaves the former page before its session goes: what it still asks must not be refused.
  await page.goto('/sign-in');
  await page.context().clearCookies();
  const status = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/v1/session', { method: 'POST', headers, body: JSON.stringify(body) })).status;
    },
    { username, password },
  );
  expect(status, `sign-in of ${username}`).toBe(200);
}

/** From the next page on, the interface speaks this language, as if the person had chosen it on this machine. */
export async function speak(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('language', chosen), language);
}

/** Picks from a drop-down list as a person does, typing where there is much to choose from, and sees that the choice stands there. */
export async function pick(field: Locator, option: string | RegExp, typed?: string): Promise<void> {
  const words = typeof option === 'string' ? new RegExp(`^\\s*${option.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`) : option;
  // Near the edge of the window the driver moves the page under the opening list: the button goes down on the option and up beside it.
  await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await field.click();
  if (typed !== undefined) await field.fill(typed);
  await field.page().locator('.ant-select-item-option:visible').filter({ hasText: words }).first().click();
  await expect(field.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")][1]')).toContainText(option);
}

/** The same from a list of the portal's own. */
export async function choose(field: Locator, option: string): Promise<void> {
  await field.click();
  await field.page().getByRole('option', { name: option, exact: true }).click();
  await expect(field).toContainText(option);
}
