import type { Page } from '@playwright/test';
import { audit, expect, signIn, speak, test } from '#tests/e2e/support/fixtures.ts';
import { sizes } from '#tests/e2e/support/sweep.ts';

/** What is pressed in each language to open each kind of list, calendar and dialog. */
const words = {
  zh: {
    title: '界面构件',
    kind: /赋权方式/,
    carrier: '委托行使',
    officer: '承办人',
    part: '农业',
    body: /陈立/,
    day: '希望退回日期',
    month: /^选择月份/,
    dialog: '打开对话框',
    check: '核对',
  },
  en: {
    title: 'Pieces of the interface',
    kind: /Carrier/,
    carrier: 'Entrustment',
    officer: 'Person in charge',
    part: 'agri',
    body: /Chen Li/,
    day: 'Day of return',
    month: /^Choose a month/,
    dialog: 'Open dialog',
    check: 'Check',
  },
} as const;

async function fits(page: Page): Promise<void> {
  const { inner, scroll } = await page.evaluate(() => ({ inner: window.innerWidth, scroll: document.scrollingElement?.scrollWidth ?? 0 }));
  expect(scroll, 'the page fits its width').toBeLessThanOrEqual(inner);
}

/** Both languages and both sizes, each once: what the four runs together would find beyond that is not worth their time. */
const runs = [
  { language: 'zh', size: 'wide' },
  { language: 'en', size: 'phone' },
] as const;

for (const { language, size } of runs) {
  test(`every piece, closed and open, ${language}, ${size}`, async ({ page }) => {
    const say = words[language];
    await speak(page, language);
    await signIn(page, 'qingshi-fuze');
    await page.setViewportSize(sizes[size]);
    await page.goto('/app/pieces');
    await expect(page.getByRole('heading', { level: 1, name: say.title })).toBeVisible();
    await fits(page);
    await audit(page);

    await page.getByRole('button', { name: say.kind }).click();
    await expect(page.getByRole('option', { name: say.carrier })).toBeVisible();
    await audit(page);
    await page.getByRole('option', { name: say.carrier }).click();
    await expect(page.getByRole('button', { name: say.kind })).toContainText(say.carrier);

    const officer = page.getByRole('combobox', { name: say.officer });
    await officer.fill(say.part);
    await expect(page.getByRole('option', { name: say.body })).toHaveCount(1);
    await audit(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(officer).toHaveValue(say.body);

    const day = page.getByRole('textbox', { name: say.day });
    await day.fill('２０２６１２０１');
    await page.locator('.date-input').filter({ has: day }).getByRole('button').click();
    await expect(day).toHaveValue(language === 'zh' ? '2026年12月1日' : '1 Dec 2026');
    await audit(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(day).toHaveValue(language === 'zh' ? '2026年12月2日' : '2 Dec 2026');

    await page.getByRole('button', { name: say.month }).click();
    await audit(page);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: say.dialog }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await audit(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: say.dialog })).toBeFocused();

    await page.getByRole('button', { name: say.check, exact: true }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    await fits(page);
    await audit(page);
  });
}
