import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { audit, expect, signIn, speak, test } from '#tests/e2e/support/fixtures.ts';

// One person of every role; no person stands for the public.
const people = {
  public: null,
  clerk: 'qingshi-jingban',
  lead: 'liuhe-fuze',
  reviewer: 'ziran-shenhe',
  legal: 'sifa-fazhi1',
  decider: 'xian-jueding1',
  training: 'peixun',
  admin: 'guanliyuan',
  auditor: 'shenji',
} as const;
const sizes = { wide: { width: 1366, height: 768 }, phone: { width: 360, height: 780 } } as const;
const publicScreens = ['/', '/documents', '/sign-in'];
// Screens whose entries live under another address.
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  '/': ['/powers/', '/townships/'],
  '/app/courses': ['/app/training-sessions/'],
  '/app/powers': ['/app/similar-names'],
};
/** SCREENS_TO=folder keeps a picture of every screen, for somebody to look at. */
const pictures = process.env['SCREENS_TO'];

// Screens of their own beside the entries of a list.
const named = ['new', 'favourites', 'compare'];

/** Where the navigation leads; read at 1366 x 768, since a phone keeps it behind a button. */
async function entriesOf(page: Page): Promise<readonly string[]> {
  await page.setViewportSize(sizes.wide);
  await page.goto('/app');
  const navigation = page
    .getByRole('navigation')
    .filter({ has: page.locator('a[href="/app"]') })
    .first();
  await expect(navigation).toBeVisible();
  const targets = await navigation.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return targets.filter((target) => target.startsWith('/app'));
}

/** One page of each kind that a screen leads further down to: a list to one of its entries and to the form for a new one. */
async function furtherFrom(page: Page, path: string): Promise<readonly string[]> {
  const bases = [`${path}/`, ...(elsewhere[path] ?? [])];
  const targets = await page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').replace(/[?#].*$/, '')));
  const kinds = new Map<string, string>();
  for (const target of targets) {
    const below = bases.find((base) => target.startsWith(base));
    if (below === undefined) continue;
    const rest = target.slice(below.length);
    const kind = named.includes(rest) ? rest : below + rest.replace(/[^/]+/g, '');
    if (!kinds.has(kind)) kinds.set(kind, target);
  }
  return [...kinds.values()];
}

/** Screens behind a choice that the sweep makes: a comparison, the other sides of the suggestions. */
async function chosenFrom(page: Page, path: string): Promise<readonly string[]> {
  if (path === '/app/suggestions') {
    const answers = new URLSearchParams({ problems: '林业', distance: 'far', areas: 'mountain', capacity: 'both', appetite: 'bold' });
    return [`${path}?view=similar`, `${path}?view=ready`, `${path}?${answers.toString()}`];
  }
  if (path !== '/app/menu') return [];
  const targets = await page
    .locator('main tbody a[href^="/app/menu/"], main .card a[href^="/app/menu/"]')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').replace(/^.*\//, '')));
  return [`/app/menu/compare?items=${targets.slice(0, 3).join(',')}`, '/app/menu?q=cf&difficulty=easy&sort=popular'];
}

async function look(page: Page, path: string, picture: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('h1'), `one heading on ${path}`).toHaveCount(1);
  await expect(page.locator('.loading, [aria-busy="true"]'), `${path} arrives`).toHaveCount(0);
  const title = await page.title();
  const heading = (await page.locator('h1').textContent()) ?? '';
  expect(heading.trim(), `heading of ${path}`).not.toBe('');
  expect(title, `title of ${path}`).toContain(heading.trim());
  const { inner, scroll } = await page.evaluate(() => ({
    inner: window.innerWidth,
    scroll: document.scrollingElement?.scrollWidth ?? 0,
  }));
  if (pictures !== undefined) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${picture}.png`), fullPage: true });
  }
  expect.soft(scroll, `${path} fits the width`).toBeLessThanOrEqual(inner);
  await audit(page);
}

// Each language and each size once for everybody; SWEEP=all crosses them, which takes twice as long.
const all = process.env['SWEEP'] === 'all';
const isSwept = (language: 'zh' | 'en', size: keyof typeof sizes): boolean => all || (language === 'zh') === (size === 'wide');

// Every look is for itself: both workers take their share.
test.describe.configure({ mode: 'parallel' });

for (const [role, username] of Object.entries(people)) {
  for (const language of ['zh', 'en'] as const) {
    for (const size of ['wide', 'phone'] as const) {
      if (!isSwept(language, size)) continue;
      test(`every screen of ${role}, ${language}, ${size}`, async ({ page }) => {
        test.setTimeout(300_000);
        await speak(page, language);
        if (username !== null) await signIn(page, username);
        const waiting = username === null ? [...publicScreens] : [...(await entriesOf(page))];
        expect(waiting.length).toBeGreaterThan(2);
        await page.setViewportSize(sizes[size]);
        const seen = new Set<string>();
        for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
          if (seen.has(path)) continue;
          seen.add(path);
          const name = `${role}-${language}-${size}-${String(seen.size).padStart(2, '0')}${path.replace(/\W+/g, '-').slice(0, 40)}`;
          await test.step(path, () => look(page, path, name));
          waiting.push(...(await furtherFrom(page, path)), ...(await chosenFrom(page, path)));
        }
      });
    }
  }
}
