import type { Page } from '@playwright/test';
import { approveAs, ask, findLawfulAs, openRequest, supportAs } from '#tests/e2e/support/case.ts';
import { audit, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';
import { countyDay, grantOf, holderOn, openGrant } from '#tests/e2e/support/ways-back.ts';

const lead = 'liuhe-fuze';
const township = '柳河镇人民政府';
const old = { code: 'RS-QR-002', name: '就业困难人员认定', department: '青禾县人力资源和社会保障局' };
const fresh = {
  code: 'YJ-QR-001',
  name: '因自然灾害损毁居民住房恢复重建补助对象审核',
  department: '青禾县应急管理局',
  reviewer: 'yingji-shenhe',
};

test('a swap through the menu: the old power ends and the new one starts at one instant, without a gap', async ({ page }) => {
  await openGrant(page, lead, old.name);
  await expect(page.getByText('没有批准，就不变')).toBeVisible();
  await page.getByRole('link', { name: '换权' }).click();
  await expect(page.getByText(`换权：请选择用来替换“${old.name}”的事项`)).toBeVisible();
  await page.getByRole('searchbox').first().fill(fresh.code);
  await expect(page.getByText(`换权：请选择用来替换“${old.name}”的事项`)).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`用它来换.*${fresh.name}`) }).click();
  await page.getByRole('link', { name: '去填写点单' }).click();
  const line = page.getByRole('region', { name: /^1\. / });
  await expect(line).toContainText(`换出“${old.name}”`);
  await line.getByLabel('为什么急需').fill('沿江受灾户集中，核查往返县城不便；认定业务每年不足十件。');
  await line.getByLabel('预计每年办理（件）').fill('60');
  await line.getByLabel('怎样承接').fill('由便民服务中心窗口办理，AB角互补。');
  await line.getByRole('checkbox').first().check();
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  await page.getByRole('button', { name: '核对并提交' }).click();
  await expect(page.getByText(`换出“${old.name}”：与新权力生效同一时刻交回`)).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '签署并提交' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '点单已提交' })).toBeVisible();

  const before = await grantOf(page, lead, old.code);
  const requestId = before.swapRequestId ?? '';
  expect(requestId).not.toBe('');
  await supportAs(page, fresh.reviewer, requestId);
  await findLawfulAs(page, 'sifa-fazhi1', requestId);
  await approveAs(page, 'xian-jueding3', requestId);
  await deliver(page, requestId);
  // Approved and prepared, and still nothing has moved.
  expect((await grantOf(page, lead, old.code)).endsAt).toBe(before.endsAt);
  await signHandOver(page, requestId);

  const ended = await grantOf(page, lead, old.code);
  const started = await grantOf(page, lead, fresh.code);
  expect(ended.state).toBe('ended');
  expect(ended.endKind).toBe('swapped');
  expect(started.startsAt).toBe(ended.endsAt);
  expect(['trial', 'active']).toContain(started.state);
  await page.goto(`/app/grants/${ended.id}`);
  await expect(page.getByText('已换权').first()).toBeVisible();
  await audit(page);

  await page.context().clearCookies();
  for (const [days, oldHolder, newHolder] of [
    [-1, township, fresh.department],
    [0, old.department, township],
    [1, old.department, township],
  ] as const) {
    expect(await holderOn(page, old.code, township, countyDay(days)), `the old power, ${String(days)} days from today`).toBe(oldHolder);
    expect(await holderOn(page, fresh.code, township, countyDay(days)), `the new power, ${String(days)} days from today`).toBe(newHolder);
  }
  await hasNoGap(page, old.code, started.township.id);
  await hasNoGap(page, fresh.code, started.township.id);
});

test('a swap that is withdrawn leaves the old power where it is', async ({ page }) => {
  const grant = await grantOf(page, 'heyang-fuze', 'CG-CF-003');
  const requestId = grant.swapRequestId ?? '';
  await openRequest(page, 'heyang-fuze', requestId);
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByLabel('撤回的原因').fill('养老机构检查暂由县里统一组织。');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText(/换出的“.*”不受影响/)).toBeVisible();
  await page.getByRole('button', { name: '撤回申请', exact: true }).click();
  await expect(page.getByText('已撤回').first()).toBeVisible();
  const after = await grantOf(page, 'heyang-fuze', 'CG-CF-003');
  expect([after.state, after.endsAt, after.swapRequestId]).toEqual(['active', null, null]);
  expect(await holderOn(page, 'CG-CF-003', '禾阳街道办事处', countyDay(30))).toBe('禾阳街道办事处');
});

/** What the county owes arrives and is confirmed; the screens for it have a journey of their own. */
async function deliver(page: Page, requestId: string): Promise<void> {
  await signIn(page, fresh.reviewer);
  const owed = await ask(page, 'GET /requests/{requestId}/preparation', { params: { requestId } });
  for (const { id, version } of owed.commitments) {
    const body = { evidence: '业务系统账号两个已开通。' };
    await ask(page, 'POST /commitments/{commitmentId}/delivery', { params: { commitmentId: id }, version, body });
  }
  await signIn(page, lead);
  await page.goto('/app');
  await page
    .getByRole('row', { name: new RegExp(fresh.name) })
    .getByRole('link', { name: '确认收到配套' })
    .first()
    .click();
  await expect(page.getByRole('region', { name: '这一项配套' })).toContainText('业务系统账号两个已开通。');
  await audit(page);
  await page.getByRole('button', { name: '确认收到' }).click();
  await page.getByRole('button', { name: '确认收到', exact: true }).click();
  await expect(page.getByText('已确认收到，这项配套已经落实。')).toBeVisible();
}

async function signHandOver(page: Page, requestId: string): Promise<void> {
  const params = { requestId };
  const nothing = { pendingCases: [], seals: '无', files: '无', accounts: '账号两个', contact: '县应急管理局救灾股' };
  const { version } = await ask(page, 'GET /requests/{requestId}', { params });
  await ask(page, 'PUT /requests/{requestId}/hand-over', { params, version, body: nothing });
  await openRequest(page, lead, requestId);
  const signing = page.getByRole('region', { name: '签署交接清单' });
  await signing.getByRole('button', { name: '去签署' }).click();
  await page.getByRole('button', { name: '签署', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '已办理：签署交接' })).toBeVisible();
  await openRequest(page, fresh.reviewer, requestId);
  await signing.getByRole('button', { name: '去签署' }).click();
  await expect(page.getByText(`同一时刻，“${old.name}”由${township}交回主管部门`).first()).toBeVisible();
  await audit(page);
  await confirmSignature(page);
}

async function confirmSignature(page: Page): Promise<void> {
  await page.getByRole('button', { name: '签署', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '已办理：签署交接' })).toContainText('权力已登入台账');
}

/** Every stretch of the public history begins where the one before it ends. */
async function hasNoGap(page: Page, code: string, townshipId: string): Promise<void> {
  await page.goto(`/powers/${code}/townships/${townshipId}`);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  const { entries } = await ask(page, 'GET /register/powers/{code}/townships/{townshipId}', { params: { code, townshipId } });
  for (const [index, entry] of entries.slice(1).entries()) expect(entry.fromOn).toBe(entries[index]?.toOn);
}
