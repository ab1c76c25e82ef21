import { confirm, openRequest, placeOrder } from '#tests/e2e/support/case.ts';
import { audit, expect, pick, speak, test } from '#tests/e2e/support/fixtures.ts';

test('a request is sent back, answered, and goes on where it stood', async ({ page }) => {
  const [requestId = ''] = await placeOrder(page, 'baitang-fuze', 'NY-XK-006');
  await openRequest(page, 'nongye-shenhe2', requestId);
  await page.getByRole('button', { name: '退回补正' }).click();
  const form = page.getByRole('region', { name: '退回补正', exact: true });
  await form.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('请写明需要补正什么。');
  await pick(form.getByRole('combobox', { name: '退回的理由' }), '缺少材料');
  await form.getByLabel('需要补正什么').fill('请补充近三年渔船数量和捕捞许可到期情况。');
  await form.getByRole('button', { name: '下一步：核对' }).click();
  await expect(form).toContainText('本环节期限停止计算');
  await form.getByRole('button', { name: '退回补正', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '已办理：退回补正' })).toContainText('白塘镇人民政府');

  // The clerk sees what is missing, but only the lead signs.
  await openRequest(page, 'baitang-jingban', requestId);
  await expect(page.getByText('请补充近三年渔船数量和捕捞许可到期情况。')).toBeVisible();
  await expect(page.getByRole('button', { name: '下一步：核对' })).toHaveCount(0);

  await openRequest(page, 'baitang-fuze', requestId);
  const answer = page.getByRole('region', { name: '补正后提交' });
  await expect(answer.getByLabel('为什么急需')).toHaveValue(/群众办事往返县城路途远/);
  await audit(page);
  await answer.getByLabel('补正说明').fill('已补充：现有渔船 46 艘，2027 年到期 31 艘。');
  await answer.getByLabel('为什么急需').fill('渔船 46 艘，换证需往返县城，申请集中。');
  await answer.getByLabel('预计每年办理（件）').fill('46');
  await confirm(page, '补正后提交');
  await expect(page.getByRole('status').filter({ hasText: '已办理：补正后提交' })).toContainText('青禾县农业农村局');
  const record = page.getByRole('region', { name: '办理记录' });
  await expect(record).toContainText('补正说明：已补充');
  await record.getByText('补正前的内容').click();
  await expect(record).toContainText('30件');
  await expect(page.getByRole('region', { name: '申请内容' })).toContainText('46件');

  await openRequest(page, 'nongye-shenhe2', requestId);
  await expect(page.getByRole('region', { name: '部门意见', exact: true })).toBeVisible();
});

test('a lead withdraws a request, in English', async ({ page }) => {
  const [requestId = ''] = await placeOrder(page, 'baitang-fuze', 'NY-XK-005');
  await speak(page, 'en');
  await openRequest(page, 'baitang-fuze', requestId);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByLabel('Why it is withdrawn').fill('Ordered by mistake.');
  await page.getByRole('button', { name: 'Next: check' }).click();
  await expect(page.getByText('The request is closed')).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Done: Withdraw' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What has happened' })).toContainText('Ordered by mistake.');
});
