import { confirm, findLawfulAs, openRequest, placeOrder, supportAs } from '#tests/e2e/support/case.ts';
import { audit, expect, pick, test } from '#tests/e2e/support/fixtures.ts';

test('a rejection says what would make it possible, and other people look again, once', async ({ page }) => {
  const [requestId = ''] = await placeOrder(page, 'cangyan-fuze', 'NY-XK-001');
  await supportAs(page, 'nongye-shenhe', requestId);
  await findLawfulAs(page, 'sifa-fazhi1', requestId);

  await openRequest(page, 'xian-jueding1', requestId);
  await page.getByRole('radio', { name: '不批准' }).check();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('请选择理由。');
  await expect(alert).toContainText('请写明具备什么条件可以批准，或选择一个替代事项。');
  await alert.getByRole('link', { name: '请写明情况。' }).click();
  await expect(page.getByLabel('具体说明')).toBeFocused();
  await audit(page);
  await pick(page.getByRole('combobox', { name: '不批准的理由' }), '条件不具备');
  await page.getByLabel('具体说明').fill('窗口人员均为新招录，尚无审查经验。');
  await page.getByLabel('具备什么条件可以批准').fill('一名窗口人员完成行政审批实务培训并跟班三个月。');
  await pick(page.getByRole('combobox', { name: /推荐替代事项/ }), /农药经营许可/, 'NY-XK-003');
  await confirm(page, '不批准');
  await expect(page.getByRole('status').filter({ hasText: '已办理：作出决定' })).toBeVisible();

  await openRequest(page, 'cangyan-fuze', requestId);
  const record = page.getByRole('region', { name: '办理记录' });
  await expect(record).toContainText('理由：条件不具备');
  await expect(record).toContainText('具备下列条件可以批准：一名窗口人员完成行政审批实务培训');
  await expect(record.getByRole('link', { name: /农药经营许可/ })).toBeVisible();
  await page.getByLabel('申请复核的理由').fill('两名人员已取得培训合格证，并已跟班。');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('由原决定人以外的人重新办理')).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '申请复核', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '已办理：申请复核' })).toContainText('青禾县人民政府');

  await openRequest(page, 'xian-jueding1', requestId);
  await expect(page.getByRole('radio', { name: '批准', exact: true })).toHaveCount(0);

  await openRequest(page, 'xian-jueding2', requestId);
  await page.getByRole('radio', { name: '批准', exact: true }).check();
  await confirm(page, '批准');
  await expect(page.getByRole('status').filter({ hasText: '已办理：作出决定' })).toBeVisible();
  await expect(record).toContainText('县级决定：不批准');
  await expect(record).toContainText('复核后的新决定，代替原决定。');
});
