import { approveAs, ask, confirm, findLawfulAs, openRequest, placeOrder, supportAs } from '#tests/e2e/support/case.ts';
import { audit, expect, pick, signIn, test } from '#tests/e2e/support/fixtures.ts';

const lead = 'sanxi-fuze';
const power = '兽药经营许可证核发';

test('an order is heard, reviewed and decided with its consequences in sight', async ({ page }) => {
  const [requestId = ''] = await placeOrder(page, lead, 'NY-XK-004');

  await signIn(page, 'nongye-shenhe');
  await page.goto('/app');
  await page
    .getByRole('row', { name: new RegExp(power) })
    .getByRole('link', { name: '出具部门意见' })
    .click();
  await expect(page).toHaveURL(new RegExp(`/app/requests/${requestId}$`));
  await audit(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('请选择意见。');
  await page.getByRole('radio', { name: '附条件支持' }).check();
  await page.getByLabel('具体意见').fill('同意下放，首三个月由我局派员带办。');
  await confirm(page, '提交意见');
  await expect(page.getByRole('status').filter({ hasText: '已办理：出具意见' })).toContainText('青禾县司法局');

  await openRequest(page, 'sifa-fazhi1', requestId);
  await expect(page.getByText('同意下放，首三个月由我局派员带办。')).toBeVisible();
  await page.getByRole('radio', { name: '合法', exact: true }).check();
  await confirm(page, '提交审核意见');
  await expect(page.getByRole('status').filter({ hasText: '已办理：法制审核' })).toContainText('青禾县人民政府');

  await openRequest(page, 'xian-jueding1', requestId);
  const decision = page.getByRole('region', { name: '县级决定', exact: true });
  await expect(decision).toContainText('还有1项承接条件未具备');
  await expect(decision).toContainText('县里将负责配套：系统账号 2个账号');
  await expect(decision).toContainText(/该乡镇有\d\/3个准备名额在用/);
  await expect(page.getByRole('region', { name: '法律依据和条款' })).toContainText('《兽药管理条例》');
  await page.getByRole('radio', { name: '附条件批准' }).check();
  await page.getByRole('textbox', { name: /^条件/ }).fill('三个月内补充一名持证人员。');
  await page.getByRole('button', { name: '添加在岗人员条件' }).click();
  await page.getByLabel('第1项：人数').fill('3');
  await page.getByLabel('期限（月）').fill('24');
  await audit(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('权力现在不转移')).toBeVisible();
  await expect(page.getByText('期限缩短为24个月。')).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '附条件批准', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '已办理：作出决定' })).toBeVisible();
  const record = page.getByRole('region', { name: '办理记录' });
  await expect(record).toContainText('县级决定：附条件批准');
  await expect(record).toContainText('附加承接条件：在岗人员不少于3人');
  await expect(page.getByRole('region', { name: '赋权准备' })).toBeVisible();
});

test('of two reviewers at once the second sees what the first did, and keeps the words typed', async ({
  page,
  browser,
  origin,
  tolerate,
}) => {
  // The refusal of the second reviewer is the story.
  tolerate(/412/);
  const [requestId = ''] = await placeOrder(page, lead, 'NY-XK-002');
  await openRequest(page, 'nongye-shenhe', requestId);
  await page.getByRole('radio', { name: '不支持', exact: false }).last().check();
  await pick(page.getByRole('combobox', { name: '不支持的理由' }), '资源不足');
  const words = '我局业务骨干不足，近期难以派员带办。';
  await page.getByLabel('具体意见').fill(words);

  const context = await browser.newContext({ baseURL: origin });
  const colleague = await context.newPage();
  await supportAs(colleague, 'nongye-shenhe2', requestId);
  await context.close();

  await confirm(page, '提交意见');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('别人刚刚修改了这里');
  await expect(alert).toContainText('出具了部门意见');
  await audit(page);
  await alert.getByRole('button', { name: '载入最新内容' }).click();
  await expect(page.getByText('现在不能这样办理了')).toBeVisible();
  await expect(page.getByLabel('具体意见')).toHaveValue(words);
  await expect(page.getByRole('region', { name: '办理记录' })).toContainText('部门意见：支持');
  await page.getByRole('button', { name: '放弃填写的内容' }).click();
  await expect(page.getByLabel('具体意见')).toHaveCount(0);
});

test('what was typed is found again after a reload', async ({ page }) => {
  const [requestId = ''] = await placeOrder(page, lead, 'NY-XK-005');
  await supportAs(page, 'nongye-shenhe', requestId);
  await openRequest(page, 'sifa-fazhi1', requestId);
  await page.getByRole('textbox', { name: /^审核意见/ }).fill('依据充分，主体适格。');
  await page.reload();
  await expect(page.getByRole('textbox', { name: /^审核意见/ })).toHaveValue('依据充分，主体适格。');
});

test('an approval found unlawful cannot be given, and a list of requests is a link', async ({ page }) => {
  const [requestId = ''] = await placeOrder(page, lead, 'NY-XK-006');
  await supportAs(page, 'nongye-shenhe', requestId);
  await openRequest(page, 'sifa-fazhi1', requestId);
  await page.getByRole('radio', { name: '不合法' }).check();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('请写明法律名称和条款。');
  await page.getByLabel('引用的法律条款').fill('《中华人民共和国行政许可法》第二十四条');
  await confirm(page, '提交审核意见');
  await openRequest(page, 'xian-jueding2', requestId);
  await expect(page.getByText('法制审核认为不合法，不能批准。')).toBeVisible();
  await expect(page.getByRole('radio', { name: '批准', exact: true })).toBeDisabled();

  await page.goto('/app/requests');
  await audit(page);
  const { items } = await ask(page, 'GET /organisations', { query: { kind: 'township' } });
  const township = items.find(({ name }) => name === '三溪乡人民政府')?.id ?? '';
  await page.getByLabel('乡镇（街道）').selectOption(township);
  // A person sees the first choice before making the second.
  await expect(page).toHaveURL(new RegExp(`townshipId=${township}`));
  await page.getByLabel('状态').selectOption('in_review');
  await expect(page).toHaveURL(new RegExp(`state=in_review.*townshipId=${township}|townshipId=${township}.*state=in_review`));
  await page.reload();
  await expect(page.getByRole('link', { name: '渔业捕捞许可证核发' })).toBeVisible();
});

test('when the slots of a township are taken, an approval waits its turn', async ({ page }) => {
  const ids = await placeOrder(page, 'xinqiao-fuze', 'YJ-JF-001', 'WJ-JF-001');
  for (const [index, reviewer] of ['yingji-shenhe', 'weijian-shenhe'].entries()) {
    const requestId = ids[index] ?? '';
    await supportAs(page, reviewer, requestId);
    await findLawfulAs(page, 'sifa-fazhi2', requestId);
    await approveAs(page, 'xian-jueding3', requestId);
  }
  await openRequest(page, 'xinqiao-fuze', ids[1] ?? '');
  await expect(page.getByText('已批准，待准备').first()).toBeVisible();
  await expect(page.getByRole('region', { name: '赋权准备' })).toContainText('名额');
  await audit(page);
});
