import { audit, choose, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';
import { confirm } from '#tests/e2e/support/case.ts';
import { countyDay, inWords } from '#tests/e2e/support/ways-back.ts';

const power = '对擅自移动或者毁坏森林保护标志行为的行政处罚';

test('a substitute acts for a colleague away, in sight on every page and in the record', async ({ page, browser, origin, tolerate }) => {
  // When it is over, the next call in the borrowed name is refused.
  tolerate(/403/);
  await signIn(page, 'cangyan-fuze');
  await page.goto('/app/me/substitutes');
  await audit(page);
  await page.getByRole('button', { name: '指定 AB 角' }).click();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('请选择一位同事');
  await page.getByLabel('由谁代您办理').selectOption('何春燕');
  await page.getByLabel('从哪天起').fill(countyDay());
  await page.getByLabel('到哪天止').fill(countyDay(5));
  await page.getByLabel('原因').fill('到市里参加培训');
  await audit(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText(`至${inWords(countyDay(5))}，何春燕可以以您的名义办理`)).toBeVisible();
  await expect(page.getByText('何春燕 代 吕海峰')).toBeVisible();
  await page.getByRole('button', { name: '指定 AB 角', exact: true }).click();
  await expect(page.getByText('已指定 何春燕 为您的 AB 角。')).toBeVisible();

  // The clerk may not return a power; in the lead's place it is possible.
  const elsewhere = await browser.newContext({ baseURL: origin });
  const clerk = await elsewhere.newPage();
  await signIn(clerk, 'cangyan-jingban');
  await clerk.goto('/app/grants');
  await clerk.getByRole('link', { name: power }).click();
  await expect(clerk.getByRole('heading', { level: 1, name: power })).toBeVisible();
  await expect(clerk.getByRole('list', { name: '全部经过' })).toBeVisible();
  await expect(clerk.getByRole('button', { name: '退权' })).toHaveCount(0);
  const grant = clerk.url();
  await clerk.goto('/app/me/substitutes');
  await clerk.getByRole('button', { name: '以 吕海峰 的名义办理' }).click();
  await expect(clerk.getByText('您正在代 吕海峰 办理')).toBeVisible();
  await audit(clerk);
  await clerk.goto(grant);
  await expect(clerk.getByText('您正在代 吕海峰 办理')).toBeVisible();
  await clerk.getByRole('button', { name: '退权' }).click();
  await choose(clerk.getByRole('button', { name: /原因/ }), '业务量太少');
  await clerk.getByLabel('说明').fill('辖区标志牌已全部更换，全年无案件。');
  await clerk.getByRole('textbox', { name: '希望从哪天起退回' }).fill(countyDay(45));
  await confirm(clerk, '确认退权');
  await expect(clerk.getByText('已办理。')).toBeVisible();
  await expect(clerk.getByRole('list', { name: '全部经过' })).toContainText('何春燕（代 吕海峰）');

  // Another tab of the same person acts as oneself.
  const tab = await elsewhere.newPage();
  await tab.goto('/app/me/substitutes');
  await expect(tab.getByRole('heading', { level: 1, name: 'AB 角' })).toBeVisible();
  await expect(tab.getByText('您正在代')).toHaveCount(0);
  await tab.close();

  // The lead is back and ends it; it is over at the next step.
  await page.getByRole('button', { name: '结束：何春燕' }).click();
  await page.getByRole('region', { name: '结束 何春燕 的 AB 角' }).getByRole('button', { name: '结束' }).click();
  await expect(page.getByText('已结束。')).toBeVisible();
  await audit(page);
  await clerk.goto('/app');
  await expect(clerk.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(clerk.getByText('您正在代')).toHaveCount(0);
  await elsewhere.close();
});

test('a colleague whose role does not go with the own one cannot be chosen', async ({ page }) => {
  await signIn(page, 'shenji');
  await page.goto('/app/me/substitutes');
  await expect(page.getByText('没有可以指定的同事')).toBeVisible();
  await expect(page.getByRole('button', { name: '指定 AB 角' })).toHaveCount(0);
  await audit(page);
});
