import { approveAs, ask, confirm, findLawfulAs, openRequest, placeOrder, supportAs } from '#tests/e2e/support/case.ts';
import { audit, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';
import { countyDay } from '#tests/e2e/support/ways-back.ts';

const lead = 'yunling-fuze';
const certificate = '行政审批实务培训合格证';
const title = '行政审批实务送教下乡班';

test('trained first, then given the power: a session, an enrolment, a result, a certificate, a prerequisite met', async ({ page }) => {
  const [requestId = ''] = await placeOrder(page, lead, 'JY-XK-001');
  await supportAs(page, 'jiaoyu-shenhe', requestId);
  await findLawfulAs(page, 'sifa-fazhi2', requestId);
  await approveAs(page, 'xian-jueding2', requestId);
  await openRequest(page, lead, requestId);
  const trained = page.getByRole('region', { name: '承接条件' }).getByRole('listitem').filter({ hasText: certificate });
  await expect(trained).toContainText('未具备');

  // The training officer schedules a session for today.
  await signIn(page, 'peixun');
  await page.goto('/app/courses');
  await audit(page);
  await page.getByRole('button', { name: '安排培训班：行政审批实务', exact: true }).click();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('请填写培训班名称');
  await page.getByLabel('培训班名称').fill(title);
  await page.getByLabel('开始日期').fill(countyDay());
  await page.getByLabel('结束日期').fill(countyDay());
  await page.getByLabel('地点').fill('云岭乡会议室');
  await page.getByLabel('名额').fill('1');
  await audit(page);
  await confirm(page, '安排培训班');
  await expect(page.getByRole('status').filter({ hasText: `培训班“${title}”已安排` })).toBeVisible();

  // The township sends somebody; more people than places are refused before anything is sent.
  await signIn(page, 'yunling-jingban');
  await page.goto('/app/courses?state=open');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: '报名', exact: true }).click();
  const people = page.getByRole('group', { name: /选择本乡镇/ }).getByRole('checkbox');
  await people.nth(0).check();
  await people.nth(1).check();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('只剩1个名额');
  await audit(page);
  await people.nth(1).uncheck();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText(`考核合格后取得“${certificate}”`)).toBeVisible();
  await page.getByRole('button', { name: '报名', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '已报名' })).toBeVisible();
  const { items: roster } = await ask(page, 'GET /officers', {});
  const name = roster[0]?.name ?? '';
  await expect(page.getByRole('rowheader', { name })).toBeVisible();
  await audit(page);

  await signIn(page, 'peixun');
  await page.goto('/app/courses?state=open');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: '登记结果' }).click();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('请至少登记一人的结果');
  await page.getByLabel(`${name}的结果`).selectOption('合格');
  await page.getByLabel(`${name}的分数`).fill('91');
  await audit(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText(/1人合格，从.*起持有/)).toContainText(name);
  await audit(page);
  await page.getByRole('button', { name: '登记结果', exact: true }).click();
  await expect(page.getByText('结果已登记，合格人员的证书已生效。')).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('合格');

  // The certificate stands on the person's page and in the matrix, and the prerequisite holds.
  await signIn(page, lead);
  await page.goto('/app/roster');
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('有效');
  await audit(page);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('region', { name: '证书' }).first()).toContainText(/PX\d{4}-\d{5}/);
  await audit(page);
  await page.goto(`/app/requests/${requestId}`);
  await expect(trained).toContainText('已具备');
  await expect(trained).toContainText(name);
});

test('a person joins, is certified, the certificate is revoked, the person leaves', async ({ page }) => {
  const name = '穆清和';
  await signIn(page, 'sanxi-jingban');
  await page.goto('/app/roster');
  await page.getByRole('button', { name: '添加人员' }).click();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('有 4 处需要修改');
  await page.getByLabel('姓名').first().fill(name);
  await page.getByLabel('岗位').fill('综合行政执法队队员');
  await page.getByLabel('工作电话').fill('0990-8600999');
  await page.getByLabel('到岗日期').fill(countyDay(-3));
  await audit(page);
  await confirm(page, '添加人员');
  await expect(page.getByText(`已添加 ${name}。`)).toBeVisible();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByText('还没有证书。')).toBeVisible();
  const address = page.url();

  await signIn(page, 'peixun');
  await page.goto(address);
  await page.getByRole('button', { name: '登记证书' }).click();
  await page.getByLabel('证书种类').selectOption('行政执法证');
  await page.getByLabel('证书编号').fill('青禾执29999');
  await page.getByLabel('有效期起').fill(countyDay(-2));
  await page.getByLabel('有效期止').fill(countyDay(60));
  await audit(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('三溪乡人民政府的承接条件随即重新核算')).toBeVisible();
  await page.getByRole('button', { name: '登记证书', exact: true }).click();
  await expect(page.getByText('证书已登记。')).toBeVisible();
  const row = page.getByRole('row', { name: /青禾执29999/ });
  await expect(row).toContainText('即将到期');
  await row.getByRole('button', { name: '吊销：行政执法证 青禾执29999' }).click();
  await page.getByLabel('吊销原因').fill('登记有误，应为另一人。');
  await confirm(page, '吊销证书');
  await expect(row).toContainText('已吊销');
  await audit(page);

  await signIn(page, 'sanxi-jingban');
  await page.goto(address);
  await page.getByRole('button', { name: '登记离岗' }).click();
  await page.getByLabel('离岗日期').fill(countyDay());
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('相应的权力会在宽限期后中止')).toBeVisible();
  await page.getByRole('button', { name: '登记离岗', exact: true }).click();
  await expect(page.getByText('已登记离岗。')).toBeVisible();
  await expect(page.getByRole('button', { name: '修改信息' })).toHaveCount(0);
  await page.goto('/app/roster');
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  await page.goto('/app/roster?people=all');
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
});
