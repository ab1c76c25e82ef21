import type { Page } from '@playwright/test';
import { confirm } from '#tests/e2e/support/case.ts';
import { audit, expect, pick, signIn, test } from '#tests/e2e/support/fixtures.ts';
import { countyDay, openGrant } from '#tests/e2e/support/ways-back.ts';

test.use({ county: 'law-change' });

const law = '社会救助暂行办法';
const successor = '社会救助条例（演示）';
const allowance = '最低生活保障对象认定、保障金给付';
const relief = '临时救助对象认定、救助金给付';
const flag = '依据已废止，待复核';

/** Opens the worklist of the law that was repealed. */
async function openWorklist(page: Page, username: string): Promise<void> {
  await signIn(page, username);
  await page.goto('/app/law-changes');
  await page.getByRole('link', { name: law }).click();
  await expect(page.getByRole('heading', { level: 1, name: law })).toBeVisible();
  await expect(page.getByRole('heading', { name: '以它为依据的事项' })).toBeVisible();
}

const left = (page: Page) => page.getByRole('region', { name: '变动情况' });
const lines = (page: Page) => page.getByRole('region', { name: '以它为依据的事项' }).first();

test('a law is repealed: item, grant and register say so, until each is reconfirmed, rebased or recalled', async ({ page }) => {
  test.setTimeout(240_000);
  // The administrator registers what takes its place.
  await signIn(page, 'guanliyuan');
  await page.goto('/app/statutes');
  await page.getByRole('button', { name: '登记法规' }).click();
  await page.getByLabel('名称', { exact: true }).fill(`《${successor}》`);
  await pick(page.getByRole('combobox', { name: '种类' }), '行政法规');
  await page.getByLabel('版本日期').fill('2026-01-01');
  await audit(page);
  await confirm(page, '登记');
  await expect(page.getByRole('heading', { level: 1, name: successor })).toBeVisible();

  // And marks the old one.
  await page.goto('/app/statutes');
  await page.getByLabel('法规名称').fill('社会救助暂行');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('link', { name: law }).click();
  await page.getByRole('button', { name: '标记修改或废止' }).click();
  await page.getByRole('radio', { name: '废止' }).check();
  await page.getByLabel('从哪天起').fill(countyDay());
  await page.getByLabel('变动依据').fill(`《${successor}》第九十九条（演示）`);
  await page.getByLabel('查找接替的法规').fill(successor);
  await expect(page.getByText('2026年1月1日版本')).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText(/赋权3项/)).toBeVisible();
  await expect(page.getByText('赋权不会因此自动停止')).toBeVisible();
  await page.getByRole('button', { name: '确认标记' }).click();
  await expect(page.getByText('已保存。')).toBeVisible();
  await audit(page);

  // The township sees it on its grant and on the menu, anybody in the register.
  await openGrant(page, 'heyang-fuze', allowance);
  await expect(page.getByText(flag)).toBeVisible();
  await audit(page);
  await page.goto('/app/menu?q=MZ-JF-001');
  await expect(page.getByRole('row', { name: new RegExp(allowance) }).getByText(flag)).toBeVisible();
  await page.getByRole('link', { name: allowance }).click();
  await expect(page.getByText(/起已废止，待复核/)).toBeVisible();
  await page.goto('/powers/MZ-JF-001');
  await expect(page.getByRole('row', { name: /禾阳街道/ }).getByText(flag)).toBeVisible();
  await expect(page.getByText(`变动依据：《${successor}》第九十九条（演示）`)).toBeVisible();
  await audit(page);

  // It is the first thing that the legal office has to do.
  await signIn(page, 'sifa-fazhi1');
  await page.goto('/app?kind=review_law_change');
  await page
    .getByRole('row', { name: new RegExp(law) })
    .getByRole('link', { name: '法律变动复核' })
    .click();
  await expect(left(page)).toContainText('赋权 3');
  await audit(page);

  // One item still rests on the old law.
  await page.getByRole('checkbox', { name: `选择：${allowance}（第一版赋权菜单）` }).check();
  await expect(page.getByText('已选 1 项')).toBeVisible();
  await page.getByRole('radio', { name: '确认继续适用' }).check();
  await page.getByLabel('理由').fill('新条例保留该项职权。');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('1 项确认继续以原来的条款为依据。')).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '确认复核' }).click();
  await expect(page.getByText('已复核 1 项。')).toBeVisible();

  // One grant rests on the new law from now on.
  await lines(page).getByLabel('种类').selectOption({ label: '赋权' });
  await page.getByRole('checkbox', { name: new RegExp(`${relief}（三溪乡`) }).check();
  await page.getByRole('radio', { name: '改依据' }).check();
  await page.getByLabel('新依据的法规').fill(successor);
  await page.getByLabel('条款', { exact: true }).fill('第三十条');
  await page.getByLabel('理由').fill('新条例第三十条（演示）。');
  await audit(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText(/改为以《社会救助条例（演示）》/)).toBeVisible();
  await page.getByRole('button', { name: '确认复核' }).click();
  await expect(left(page)).toContainText('赋权 2');
  await openGrant(page, 'sanxi-fuze', relief);
  await expect(page.getByText(flag)).toHaveCount(0);
  await expect(page.getByText(`《${successor}》第三十条（2026年1月1日版本）`)).toBeVisible();
  await expect(page.getByRole('list', { name: '全部经过' })).toContainText('依据复核：改依据');
  await audit(page);

  // One is recalled by a decider.
  await openWorklist(page, 'xian-jueding1');
  await page.getByRole('link', { name: new RegExp(`启动收回：${allowance}，禾阳`) }).click();
  await expect(page.getByText('法律变化', { exact: true })).toBeVisible();
  await page.getByLabel('依据（法律、文件）').fill(`《${successor}》第九十九条（演示）`);
  await page.getByLabel('通知内容').fill('原依据已废止，拟收回该事项，请在期限内陈述意见。');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '确认启动收回' }).click();
  await expect(page.getByText('已办理。')).toBeVisible();

  // What is left is worked off at once, and nothing is left to do.
  await openWorklist(page, 'sifa-fazhi1');
  await expect(left(page)).toContainText('赋权 1');
  await page.getByRole('checkbox', { name: '选择本页全部' }).check();
  await page.getByRole('radio', { name: '确认继续适用' }).check();
  await page.getByLabel('理由').fill('新条例保留其余各项职权。');
  await confirm(page, '确认复核');
  await expect(left(page)).toContainText('没有待复核的');
  await expect(page.getByText('以这个版本为依据的事项都已复核。')).toBeVisible();
  await page.getByLabel('状态').selectOption({ label: '已复核' });
  await expect(page.getByText('正在收回')).toBeVisible();
  await audit(page);
  await page.goto('/app?kind=review_law_change');
  await expect(page.getByRole('row', { name: new RegExp(law) })).toHaveCount(0);
  await page.goto('/powers/MZ-JF-001');
  await expect(page.getByText(/确认继续适用。/)).toBeVisible();
});
