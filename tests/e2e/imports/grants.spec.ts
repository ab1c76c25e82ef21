import { spreadsheet } from '#tests/builders/spreadsheets.ts';
import { ask, sendSheet } from '#tests/e2e/support/case.ts';
import { audit, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';

test('an admin registers what townships held before the portal, and the public register shows it on a past day', async ({ page }) => {
  await signIn(page, 'guanliyuan');
  const { items } = await ask(page, 'GET /menu/items', { query: { q: 'NY-XK-002' } });
  expect(items, 'the demo county has the power on its menu').not.toEqual([]);
  const bytes = await spreadsheet([
    ['存量赋权情况表'],
    ['事项编码', '承接单位', '下放方式', '生效日期', '有效期至', '发文字号', '发文日期'],
    ['NY-XK-002', '苍岩彝族乡', '委托', '2022.3.1', '2023年2月28日', '青禾府发[2022]12号', '2022-02-20'],
    ['NY-XK-002', '云岭乡', '委托', '2022年3月1日', '2023-02-28', '', '2022-02-20'],
  ]);
  await page.goto('/app/imports');
  await page.getByLabel('表格的内容').selectOption({ label: '存量赋权' });
  await sendSheet(page, '存量赋权.xlsx', bytes);
  await expect(page.getByText('有 1 行不能写入')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('row').filter({ hasText: '这一格必须填写' })).toContainText('第4行');
  await audit(page);
  await page.getByRole('button', { name: '略去 1 行有错的，写入其余的行' }).click();
  await expect(page.getByText('不写入的行：4')).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '写入', exact: true }).click();
  await expect(page.getByText('新增 1 项，修改 0 项，没有改变的 0 项，略去 1 行。')).toBeVisible({ timeout: 30_000 });
  await audit(page);

  await page.getByRole('link', { name: '查看权力公开台账' }).click();
  const search = page.getByRole('search', { name: '查询条件' });
  await search.getByLabel('事项名称或编码').fill('NY-XK-002');
  await search.getByLabel('查询日期').fill('2022-03-01');
  await expect(page.getByRole('heading', { name: '2022年3月1日的权力归属' })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: '苍岩' });
  await expect(row).toContainText('青禾府发〔2022〕12号');
  await audit(page);
  await search.getByLabel('查询日期').fill('2022-02-28');
  await expect(page.getByRole('heading', { name: '2022年2月28日的权力归属' })).toBeVisible();
  await expect(row).toHaveCount(0);
  await search.getByLabel('查询日期').fill('2023-03-01');
  await expect(page.getByRole('heading', { name: '2023年3月1日的权力归属' })).toBeVisible();
  await expect(row).toHaveCount(0);
});
