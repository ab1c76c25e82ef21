import { confirm } from '#tests/e2e/support/case.ts';
import { audit, choose, expect, test } from '#tests/e2e/support/fixtures.ts';
import { countyDay, holderOn, inWords, openGrant } from '#tests/e2e/support/ways-back.ts';

test('a township returns a power: the county accepts, and from that day the department is in the register', async ({ page }) => {
  const power = '农产品质量安全监督检查';
  const township = '青石镇人民政府';
  const department = '青禾县农业农村局';
  const wished = countyDay(30);
  await openGrant(page, 'qingshi-fuze', power);
  await expect(page.getByText(`现在由${township}行使`)).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '退权' }).click();

  // Nothing filled in: each gap is named.
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('原因：请从列出的选项中选择');
  await choose(page.getByRole('button', { name: /原因/ }), '业务量太少');
  await page.getByLabel('说明').fill('全年只办理了三件，队员轮换后难以保持熟练。');
  await page.getByRole('textbox', { name: '希望从哪天起退回' }).fill(wished);
  await page.getByRole('button', { name: '添加一件' }).click();
  await page.getByRole('textbox', { name: '案件1' }).fill('青石农监〔2026〕7号抽检复核');
  await audit(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  const consequences = page.getByRole('region', { name: /退权：核对后确认/ });
  await expect(consequences).toContainText(`从${inWords(wished)}起`);
  await expect(consequences).toContainText(`由${department}行使`);
  await expect(consequences).toContainText('县里不能拒绝');
  await audit(page);
  await page.getByRole('button', { name: '确认退权' }).click();
  await expect(page.getByText('已办理。')).toBeVisible();
  await expect(page.getByRole('button', { name: '撤回退权' })).toBeVisible();

  await openGrant(page, 'xian-jueding1', power);
  await page.getByRole('button', { name: '同意退权' }).click();
  await page.getByLabel('从哪天起生效').fill(wished);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText(`从${inWords(wished)}零时起`)).toBeVisible();
  await page.getByRole('button', { name: '确认同意退权' }).click();
  await expect(page.getByText('已办理。')).toBeVisible();
  await expect(page.getByRole('list', { name: '全部经过' })).toContainText('梁启文');
  await audit(page);

  await page.context().clearCookies();
  expect(await holderOn(page, 'NY-JC-002', township, countyDay())).toBe(township);
  expect(await holderOn(page, 'NY-JC-002', township, countyDay(29))).toBe(township);
  expect(await holderOn(page, 'NY-JC-002', township, wished)).toBe(department);
  expect(await holderOn(page, 'NY-JC-002', township, countyDay(60))).toBe(department);
});

test('the county puts a return off once, with a plan, for at most 60 working days', async ({ page, tolerate }) => {
  // The first wish of the county is too late, and refused.
  tolerate(/422/);
  const power = '特困人员认定、救助供养金给付';
  const township = '白塘镇人民政府';
  const department = '青禾县民政局';
  await openGrant(page, 'baitang-fuze', power);
  await page.getByRole('button', { name: '退权' }).click();
  await choose(page.getByRole('button', { name: /原因/ }), '人手不足');
  await page.getByLabel('说明').fill('经办人员调离，暂无人接替。');
  await page.getByRole('textbox', { name: '希望从哪天起退回' }).fill(countyDay(20));
  await confirm(page, '确认退权');
  await expect(page.getByText('已办理。')).toBeVisible();

  await openGrant(page, 'xian-jueding2', power);
  await page.getByRole('button', { name: '暂缓退权' }).click();
  await page.getByLabel('推迟到哪天').fill(countyDay(200));
  await page.getByLabel('帮扶方案').fill('县民政局派员驻点一个月，编办增加一名周转编制。');
  await confirm(page, '确认暂缓退权');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('退权最多延期60个工作日');
  await expect(alert).toBeFocused();
  await audit(page);
  await expect(page.getByLabel('帮扶方案')).toHaveValue(/驻点一个月/);
  const until = countyDay(50);
  await page.getByLabel('推迟到哪天').fill(until);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('到期自动退回')).toContainText('不能再次暂缓');
  await page.getByRole('button', { name: '确认暂缓退权' }).click();
  await expect(page.getByText('已办理。')).toBeVisible();
  await expect(page.getByRole('button', { name: '暂缓退权' })).toHaveCount(0);

  // The plan is there for the township to read.
  await openGrant(page, 'baitang-jingban', power);
  await expect(page.getByRole('list', { name: '全部经过' })).toContainText('编办增加一名周转编制');
  await audit(page);
  await page.context().clearCookies();
  expect(await holderOn(page, 'MZ-JF-002', township, countyDay(49))).toBe(township);
  expect(await holderOn(page, 'MZ-JF-002', township, until)).toBe(department);
});

test('a return that is not answered yet can be taken back, and nothing has changed', async ({ page }) => {
  const power = '乡村建设规划许可证核发';
  const township = '青石镇人民政府';
  await openGrant(page, 'qingshi-fuze', power);
  await page.getByRole('button', { name: '退权' }).click();
  await choose(page.getByRole('button', { name: /原因/ }), '专业能力不足');
  await page.getByLabel('说明').fill('规划审核力量不足。');
  await page.getByRole('textbox', { name: '希望从哪天起退回' }).fill(countyDay(40));
  await confirm(page, '确认退权');
  await page.getByRole('button', { name: '撤回退权' }).click();
  await page.getByLabel('说明').fill('县里已协调规划师支援，暂不退回。');
  await confirm(page, '确认撤回退权');
  await expect(page.getByText('已办理。')).toBeVisible();
  await expect(page.getByRole('button', { name: '退权', exact: true })).toBeVisible();
  await page.context().clearCookies();
  expect(await holderOn(page, 'ZR-XK-002', township, countyDay(90))).toBe(township);
});
