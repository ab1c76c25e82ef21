import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { audit, expect } from './fixtures.ts';

export const sizes = { wide: { width: 1366, height: 768 }, phone: { width: 360, height: 780 } } as const;
export interface Look {
  readonly language: 'zh' | 'en';
  readonly size: keyof typeof sizes;
}
/** A screen to be seen; two entries of one list are of one kind. */
export interface Screen {
  readonly kind: string;
  readonly path: string;
}

const publicScreens = ['/', '/documents', '/sign-in'];
// Screens whose entries live under another address.
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  '/': ['/powers/', '/townships/'],
  '/app/courses': ['/app/training-sessions/'],
  '/app/powers': ['/app/similar-names'],
};
// Screens of their own beside the entries of a list.
const named = ['new', 'favourites', 'compare'];
/** SCREENS_TO=folder keeps a picture of every screen, for somebody to look at. */
const pictures = process.env['SCREENS_TO'];

const asScreens = (paths: readonly string[]): Screen[] => paths.map((path) => ({ kind: path, path }));
export const screensForAll = (): Screen[] => asScreens(publicScreens);

/** Where the navigation leads; read at 1366 x 768, since a phone keeps it behind a button. */
export async function screensOf(page: Page): Promise<Screen[]> {
  await page.setViewportSize(sizes.wide);
  await page.goto('/app');
  const navigation = page
    .getByRole('navigation')
    .filter({ has: page.locator('a[href="/app"]') })
    .first();
  await expect(navigation).toBeVisible();
  const targets = await navigation.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return asScreens(targets.filter((target) => target.startsWith('/app')));
}

/** One page of each kind that a screen leads further down to: a list to one of its entries and to the form for a new one. */
async function furtherFrom(page: Page, path: string): Promise<Screen[]> {
  const bases = [`${path}/`, ...(elsewhere[path] ?? [])];
  const targets = await page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').replace(/[?#].*$/, '')));
  const kinds = new Map<string, string>();
  for (const target of targets) {
    const below = bases.find((base) => target.startsWith(base));
    if (below === undefined) continue;
    const rest = target.slice(below.length);
    const kind = below + (named.includes(rest) ? rest : rest.replace(/[^/]+/g, ''));
    if (!kinds.has(kind)) kinds.set(kind, target);
  }
  return [...kinds].map(([kind, target]) => ({ kind, path: target }));
}

/** Screens behind a choice that the sweep makes: a comparison, the other sides of the suggestions. */
async function chosenFrom(page: Page, path: string): Promise<Screen[]> {
  if (path === '/app/suggestions') {
    const answers = new URLSearchParams({ problems: '林业', distance: 'far', areas: 'mountain', capacity: 'both', appetite: 'bold' });
    return asScreens([`${path}?view=similar`, `${path}?view=ready`, `${path}?${answers.toString()}`]);
  }
  if (path !== '/app/menu') return [];
  const targets = await page
    .locator('main tbody a[href^="/app/menu/"], main .card a[href^="/app/menu/"]')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').replace(/^.*\//, '')));
  const compared = { kind: '/app/menu/compare', path: `/app/menu/compare?items=${targets.slice(0, 3).join(',')}` };
  return [compared, ...asScreens(['/app/menu?q=cf&difficulty=easy&sort=popular'])];
}

/** Arrives, has one heading which is also its title, and fits the width. */
async function see(page: Page, path: string, picture: string): Promise<void> {
  await page.goto(path);
  // The page itself tells at once; an assertion asks again after growing pauses, which on 500 screens is minutes.
  await page.locator('h1').first().waitFor();
  await page.locator('.loading, [aria-busy="true"]').first().waitFor({ state: 'detached' });
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
}

/** From the next page on, until it is turned to another. */
export async function turnTo(page: Page, { language, size }: Look): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
  await page.setViewportSize(sizes[size]);
}

/**
 * Walks from the screens given to everything below them. A screen whose kind `isNew` is audited, and seen in the `others` as well.
 */
export async function walk(
  page: Page,
  person: string,
  starts: readonly Screen[],
  looks: { readonly first: Look; readonly others: readonly Look[] },
  isNew: (kind: string) => boolean,
): Promise<void> {
  expect(starts.length).toBeGreaterThan(2);
  const { first, others } = looks;
  const nameOf = ({ language, size }: Look, nth: number, path: string) =>
    `${person}-${language}-${size}-${String(nth).padStart(2, '0')}${path.replace(/\W+/g, '-').slice(0, 40)}`;
  await turnTo(page, first);
  const waiting = [...starts];
  const seen = new Set<string>();
  for (let screen = waiting.shift(); screen !== undefined; screen = waiting.shift()) {
    const { kind, path } = screen;
    if (seen.has(path)) continue;
    seen.add(path);
    await see(page, path, nameOf(first, seen.size, path));
    waiting.push(...(await furtherFrom(page, path)), ...(await chosenFrom(page, path)));
    if (!isNew(kind)) continue;
    await audit(page);
    for (const other of others) {
      await turnTo(page, other);
      await see(page, path, nameOf(other, seen.size, path));
      await audit(page);
    }
    if (others.length > 0) await turnTo(page, first);
  }
}
