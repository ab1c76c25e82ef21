import type { Page } from '@playwright/test';
import { ask } from './case.ts';
import { expect, signIn } from './fixtures.ts';

/** A day of the county, so many days from today. */
export function countyDay(days = 0): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** 2026年11月22日, as the interface writes it. */
export function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(date)}日`;
}

/** Who exercises a power in a township on a day, as anybody reads it in the public register. */
export async function holderOn(page: Page, code: string, township: string, day: string): Promise<string> {
  await page.goto(`/powers/${code}?on=${day}`);
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: township }) });
  await expect(row).toBeVisible();
  return row.getByRole('cell').first().innerText();
}

/** Opens the page of a grant from the list, as somebody. */
export async function openGrant(page: Page, username: string, power: string): Promise<void> {
  await signIn(page, username);
  await page.goto('/app/grants');
  const link = page.getByRole('link', { name: power }).first();
  const further = page.getByRole('button', { name: '下一页' });
  const firstRow = page.getByRole('main').getByRole('row').nth(1);
  await expect(firstRow).toBeVisible();
  while (!(await link.isVisible())) {
    // The rows of the page before stay until the next ones are there: only another first row says that they are.
    const before = await firstRow.innerText();
    await further.click();
    await expect(firstRow).not.toHaveText(before, { useInnerText: true });
  }
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: power })).toBeVisible();
}

/** The grant of a power that a township has or had; what is asked through the interface elsewhere. */
export async function grantOf(page: Page, username: string, code: string) {
  await signIn(page, username);
  const { items } = await ask(page, 'GET /grants', { query: { limit: '100' } });
  const found = items.find((one) => one.code === code);
  expect(found, `grant of ${code}`).toBeDefined();
  return ask(page, 'GET /grants/{grantId}', { params: { grantId: found?.id ?? '' } });
}
