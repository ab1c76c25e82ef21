import type { Page } from '@playwright/test';
import { approveAs, ask, confirm, findLawfulAs, openRequest, placeOrder, supportAs } from '#tests/e2e/support/case.ts';
import { audit, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';

const lead = 'yunling-fuze';
const township = '云岭乡人民政府';
const power = 'NY-CF-020';

/** Today in the county, so many days on. */
const countyDay = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

test('people are certified, resources delivered, both sides sign, and the power moves', async ({ page }) => {
  // Seven people, one after another.
  test.setTimeout(180_000);
  const [requestId = ''] = await placeOrder(page, lead, power);
  await supportAs(page, 'nongye-shenhe', requestId);
  await findLawfulAs(page, 'sifa-fazhi1', requestId);
  await approveAs(page, 'xian-jueding1', requestId);

  // One certified officer is missing, and what the county owes is not delivered: neither side can sign.
  await openRequest(page, lead, requestId);
  const prerequisites = page.getByRole('region', { name: '承接条件' });
  await expect(prerequisites).toContainText('需要2人，现有1人');
  await expect(prerequisites.getByText('未具备')).toBeVisible();
  await expect(page.getByRole('region', { name: '签署交接清单' })).toHaveCount(0);
  await audit(page);
  await certifySomebody(page);

  // The department delivers, the township disputes one and confirms the other.
  await openRequest(page, 'nongye-shenhe', requestId);
  const commitments = page.getByRole('region', { name: '县级配套' });
  for (const kind of ['装备', '业务支持']) {
    await commitments.getByRole('button', { name: new RegExp(`登记交付：${kind}`) }).click();
    await commitments.getByLabel('交付情况和凭据').fill(`${kind}已到位，交接单见附件。`);
    await confirm(page, '登记交付');
    await expect(commitments.getByLabel('交付情况和凭据')).toHaveCount(0);
  }
  await openRequest(page, lead, requestId);
  await expect(prerequisites.getByText('已具备')).toBeVisible();
  await commitments.getByRole('button', { name: /提出异议：装备/ }).click();
  await commitments.getByLabel('哪里与承诺不符').fill('只到了一台。');
  await confirm(page, '提出异议');
  await expect(commitments.getByText('乡镇的异议：只到了一台。')).toBeVisible();
  await commitments.getByRole('button', { name: /确认收到：业务支持/ }).click();
  await commitments.getByRole('button', { name: '确认收到', exact: true }).click();
  await expect(commitments.getByText('已确认', { exact: true })).toBeVisible();

  await openRequest(page, 'nongye-shenhe', requestId);
  await commitments.getByRole('button', { name: /登记交付：装备/ }).click();
  await commitments.getByLabel('交付情况和凭据').fill('第二台已送达。');
  await confirm(page, '登记交付');
  await expect(commitments.getByLabel('交付情况和凭据')).toHaveCount(0);
  await openRequest(page, lead, requestId);
  await commitments.getByRole('button', { name: /确认收到：装备/ }).click();
  await commitments.getByRole('button', { name: '确认收到', exact: true }).click();
  await expect(page.getByText('条件和配套已全部落实，可以签署交接清单。')).toBeVisible();

  await handOver(page, requestId);
  await standsInRegister(page);
});

/** The training officer records a law-enforcement certificate of somebody who had none. */
async function certifySomebody(page: Page): Promise<void> {
  const { items } = await ask(page, 'GET /officers', {});
  const officer = items.find(({ certificates, leftOn }) => leftOn === null && certificates.length === 0);
  await signIn(page, 'peixun');
  const body = { kindId: 'law_enforcement', number: '青禾执99001', validFromOn: countyDay(0), validToOn: countyDay(1000) };
  await ask(page, 'POST /officers/{officerId}/certificates', { params: { officerId: officer?.id ?? '' }, body });
}

async function handOver(page: Page, requestId: string): Promise<void> {
  const list = page.getByRole('region', { name: '交接清单', exact: true });
  const signing = page.getByRole('region', { name: '签署交接清单' });
  await list.getByRole('button', { name: '填写交接清单' }).click();
  await list.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('请填写；没有的写“无”。');
  await list.getByRole('button', { name: '添加在办案件' }).click();
  await list.getByLabel('第1件：案件名称或案号').fill('青禾农罚立〔2026〕31号');
  for (const [label, text] of [
    ['印章', '无'],
    ['档案', '近两年同类案卷副本'],
    ['系统账号', '执法办案系统账号两个'],
    ['联系人', '县农业农村局法规股 0990-8800000'],
  ] as const) {
    await list.getByLabel(label, { exact: true }).fill(text);
  }
  await audit(page);
  await confirm(page, '保存交接清单');
  await expect(list).toContainText('青禾农罚立〔2026〕31号（主管部门办结）');

  await expect(signing).toContainText('这是第一方签署');
  await signing.getByRole('button', { name: '去签署' }).click();
  await page.getByRole('button', { name: '签署', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '已办理：签署交接' })).toBeVisible();

  await openRequest(page, 'nongye-shenhe', requestId);
  await expect(signing).toContainText('您签署后立即印发文件并登入台账');
  await expect(signing).toContainText(`在${township}辖区内由${township}行使`);
  await signing.getByRole('button', { name: '去签署' }).click();
  await audit(page);
  await page.getByRole('button', { name: '签署', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '已办理：签署交接' })).toContainText('权力已登入台账');
  await expect(page.getByRole('region', { name: '办理记录' })).toContainText(/文号：青禾赋权〔\d{4}〕\d+号/);
  await audit(page);
}

/** Anybody sees it: the department on the day before, the township from this moment on. */
async function standsInRegister(page: Page): Promise<void> {
  await page.context().clearCookies();
  const holderOn = async (query: string): Promise<string> => {
    await page.goto(`/powers/${power}${query}`);
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: township }) });
    await expect(row).toBeVisible();
    return row.getByRole('cell').first().innerText();
  };
  expect(await holderOn('')).toBe(township);
  await audit(page);
  expect(await holderOn(`?on=${countyDay(-1)}`)).toBe('青禾县农业农村局');
}
