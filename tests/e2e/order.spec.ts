import type { Page } from '@playwright/test';
import { audit, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';

/** One power of the draft, by its place. */
const power = (page: Page, n: number) => page.getByRole('region', { name: new RegExp(`^${n}\\. `) });

async function addFromMenu(page: Page, code: string, draft?: string): Promise<void> {
  await page.goto(`/app/menu?q=${code}`);
  if (draft !== undefined) await page.getByLabel('加入到').selectOption({ label: draft });
  await page.getByRole('button', { name: /^加入点单：/ }).click();
  await expect(page.getByRole('link', { name: /填写：/ })).toBeVisible();
}

async function openDraft(page: Page, name: string): Promise<void> {
  await page.goto('/app/drafts');
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function fillIn(page: Page, n: number): Promise<void> {
  const line = power(page, n);
  await line.getByLabel('为什么急需').fill('辖区公路沿线违法行为每月十余起，目前只能劝离后移交。');
  await line.getByLabel('预计每年办理（件）').fill('24');
  await line.getByLabel('怎样承接').fill('由综合行政执法队承办，两人一组，分管领导审核。');
  await line.getByRole('checkbox').first().check();
}

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();

test('a clerk drafts, the lead finds the draft on another machine, signs twice, and there is one order', async ({
  page,
  browser,
  origin,
  tolerate,
}) => {
  // The second answer is thrown away on purpose.
  tolerate(/ERR_FAILED/);
  await signIn(page, 'qingshi-jingban');
  await addFromMenu(page, 'JT-CF-003');
  await page.getByRole('link', { name: '去填写点单' }).click();
  await page.getByLabel('草稿名称').fill('公路管护事项');

  // Nothing filled in: the way on is barred, each gap is named and led to.
  await page.getByRole('button', { name: '核对' }).click();
  const summary = page.getByRole('alert').filter({ hasText: '处需要修改' });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('有 4 处需要修改');
  await summary.getByRole('link', { name: /为什么急需/ }).click();
  await expect(power(page, 1).getByLabel('为什么急需')).toBeFocused();
  await fillIn(page, 1);
  await power(page, 1).getByLabel('预计每年办理（件）').fill('很多');
  await expect(power(page, 1).getByText('请填写0到1000000之间的整数。')).toBeVisible();
  await power(page, 1).getByLabel('预计每年办理（件）').fill('24');
  await saved(page);

  // What it had better be ordered with comes along at one press, and the same people take it on.
  await power(page, 1)
    .getByRole('button', { name: /^加入点单：/ })
    .click();
  await power(page, 2)
    .getByRole('button', { name: /与上一项相同/ })
    .click();
  await power(page, 2).getByLabel('为什么急需').fill('处罚之前需要检查。');
  await power(page, 2).getByLabel('预计每年办理（件）').fill('120');
  await expect(power(page, 1)).toContainText('批准后县里要配套');
  await expect(power(page, 1)).toContainText('部门意见：县交通运输局');
  await saved(page);
  await audit(page);
  await page.getByRole('button', { name: '核对' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '核对点单' })).toBeVisible();
  await expect(page.getByText('需由负责人提交')).toBeVisible();
  await expect(page.getByRole('button', { name: '签署并提交' })).toHaveCount(0);
  await audit(page);

  const elsewhere = await browser.newContext({ baseURL: origin });
  const lead = await elsewhere.newPage();
  await signIn(lead, 'qingshi-fuze');
  await openDraft(lead, '公路管护事项');
  await lead.getByRole('button', { name: '核对并提交' }).click();
  await expect(lead.getByText('形成2件申请')).toBeVisible();
  await lead.getByRole('button', { name: '签署并提交' }).dblclick();
  await expect(lead.getByRole('heading', { level: 1, name: '点单已提交' })).toBeVisible();
  await expect(lead.getByText(/点单〔\d{4}〕\d+号/).first()).toBeVisible();
  await expect(lead.getByText('出具部门意见，期限到').first()).toBeVisible();
  await audit(lead);
  await lead.getByRole('link', { name: '查看点单' }).click();
  await expect(lead.getByRole('row')).toHaveCount(3);
  await audit(lead);
  await lead.goto('/app/orders');
  await expect(lead.getByRole('row').filter({ hasText: '公路管护事项' })).toHaveCount(1);
  await elsewhere.close();

  // The clerk, still about to check the draft, is led to the receipt.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: '点单已提交' })).toBeVisible();
});

test('an order whose answer was lost is placed once', async ({ page, tolerate }) => {
  tolerate(/ERR_FAILED/);
  await signIn(page, 'baitang-fuze');
  await addFromMenu(page, 'FG-CF-001');
  await page.getByRole('link', { name: '去填写点单' }).click();
  await page.getByLabel('草稿名称').fill('粮食管理');
  await fillIn(page, 1);
  await page.getByRole('button', { name: '核对并提交' }).click();
  let answers = 0;
  await page.route('**/submission', async (route) => {
    answers += 1;
    const response = await route.fetch();
    await (answers === 1 ? route.abort() : route.fulfill({ response }));
  });
  await page.getByRole('button', { name: '签署并提交' }).click();
  await expect(page.getByRole('alert')).toContainText('连接不上服务器');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '点单已提交' })).toBeVisible();
  await page.goto('/app/orders');
  await expect(page.getByRole('row').filter({ hasText: '粮食管理' })).toHaveCount(1);
});

test('two people in one draft: what does not meet is merged, what meets is shown, nothing is lost', async ({
  page,
  browser,
  origin,
  tolerate,
}) => {
  tolerate(/status of 412/);
  await signIn(page, 'yunling-jingban');
  await addFromMenu(page, 'LY-CF-008');
  await page.getByRole('link', { name: '去填写点单' }).click();
  await page.getByLabel('草稿名称').fill('林区防火');
  await power(page, 1).getByLabel('为什么急需').fill('经办人写的理由');
  await saved(page);

  const elsewhere = await browser.newContext({ baseURL: origin });
  const lead = await elsewhere.newPage();
  await signIn(lead, 'yunling-fuze');
  await openDraft(lead, '林区防火');
  await expect(power(lead, 1).getByLabel('为什么急需')).toHaveValue('经办人写的理由');

  // Different fields: both stand.
  await power(lead, 1).getByLabel('预计每年办理（件）').fill('12');
  await saved(lead);
  await power(page, 1).getByLabel('怎样承接').fill('由林业站承办。');
  await expect(page.getByText('这份草稿刚刚被别人修改过')).toBeVisible();
  await expect(power(page, 1).getByLabel('预计每年办理（件）')).toHaveValue('12');
  await expect(power(page, 1).getByLabel('怎样承接')).toHaveValue('由林业站承办。');
  await saved(page);

  // The same field: both texts are shown, and the person chooses.
  await power(lead, 1).getByLabel('为什么急需').fill('负责人改写的理由');
  await expect(lead.getByText('这份草稿刚刚被别人修改过')).toBeVisible();
  await saved(lead);
  await power(page, 1).getByLabel('为什么急需').fill('经办人补充的理由');
  const clash = power(page, 1).getByRole('alert').filter({ hasText: '也修改了这一项' });
  await expect(clash).toContainText('负责人改写的理由');
  await expect(power(page, 1).getByLabel('为什么急需')).toHaveValue('经办人补充的理由');
  await audit(page);
  await clash.getByRole('button', { name: '保留我填写的' }).click();
  await saved(page);
  await lead.reload();
  await expect(power(lead, 1).getByLabel('为什么急需')).toHaveValue('经办人补充的理由');
  await elsewhere.close();
});

test('a swap: the power that is chosen replaces the one that is held, and the draft says what happens when', async ({ page }) => {
  await signIn(page, 'liuhe-jingban');
  const grant = await page.evaluate(async () => {
    const answer = (await (await fetch('/api/v1/grants?state=active')).json()) as { items: readonly { id: string; powerName: string }[] };
    return answer.items[0];
  });
  if (grant === undefined) throw new Error('the demo township holds no power');
  await page.goto(`/app/menu?swap=${grant.id}&q=JT-JC-001`);
  await expect(page.getByText(`请选择用来替换“${grant.powerName}”的事项`)).toBeVisible();
  await page.getByRole('link', { name: '公路路政监督检查' }).click();
  await expect(page.getByText(`请选择用来替换“${grant.powerName}”的事项`)).toBeVisible();
  await expect(page.getByText('复议被申请人和诉讼被告')).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '用它来换' }).click();
  await page.getByRole('link', { name: /填写：公路路政监督检查/ }).click();
  await expect(power(page, 1)).toContainText(`用这项权力换出“${grant.powerName}”`);
  await power(page, 1).getByRole('button', { name: '不换了，作为新增申请' }).click();
  await expect(power(page, 1)).not.toContainText('换出');
  await saved(page);

  // Taken out by mistake, and back with one press.
  await page.getByRole('button', { name: /^移出点单：/ }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(power(page, 1)).toBeVisible();
  await page.getByRole('button', { name: '删除草稿' }).click();
  await expect(page.getByText('县里和部门没有看到过这份草稿')).toBeVisible();
  await page.getByRole('region', { name: '删除这份草稿？' }).getByRole('button', { name: '删除草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '点单草稿' })).toBeVisible();
});
