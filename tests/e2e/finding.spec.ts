import { audit, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';

test('type initials, find, mark, compare, order: all of it in the address, all of it by keyboard', async ({ page }) => {
  await signIn(page, 'sanxi-jingban');
  await page.goto('/app/menu');
  const box = page.getByRole('searchbox', { name: '查找事项' });
  await box.pressSequentially('gdqy');
  await expect(page.getByRole('table').getByText('按拼音首字母找到').or(page.getByText('没有符合条件的内容')).first()).toBeVisible();
  await box.fill('');
  await box.pressSequentially('zyg');
  const first = page.getByRole('row').nth(1);
  await expect(first.locator('mark').first()).toBeVisible();
  await expect(page).toHaveURL(/[?&]q=zyg/);
  await expect(page.getByRole('status').filter({ hasText: /^找到\d+项$/ })).toHaveCount(1);
  await audit(page);

  // From the box straight to the first answer, and a link reproduces what is seen.
  await box.press('ArrowDown');
  await expect(first.getByRole('link').first()).toBeFocused();
  await page.reload();
  await expect(box).toHaveValue('zyg');

  // Narrow down by what is left, and clear it at one press.
  await page.goto('/app/menu?q=lm');
  await page.getByLabel('权力类型').selectOption('penalty');
  await expect(page.getByRole('button', { name: '取消条件：权力类型：行政处罚' })).toBeVisible();
  await page.getByRole('button', { name: '清除全部条件' }).click();
  await expect(page).toHaveURL(/\/app\/menu$/);
  await expect(box).toHaveValue('');

  await page.getByRole('button', { name: '可以点的' }).click();
  await expect(page.getByText('不能点单')).toHaveCount(0);
  await page.getByRole('searchbox').fill('林木');
  await expect(page).toHaveURL(/q=/);
  const rows = page.getByRole('row').filter({ hasText: '林' });
  await rows
    .nth(0)
    .getByRole('button', { name: /^收藏：/ })
    .click();
  await expect(rows.nth(0).getByRole('button', { name: /^收藏：/, pressed: true })).toBeVisible();
  await rows
    .nth(0)
    .getByRole('button', { name: /^加入对比：/ })
    .click();
  await rows
    .nth(1)
    .getByRole('button', { name: /^加入对比：/ })
    .click();
  await audit(page);
  await page.getByRole('region', { name: '对比清单' }).getByRole('link', { name: '开始对比' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '事项对比' })).toBeVisible();
  await expect(page).toHaveURL(/items=[^,]+,[^,]+$/);
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  const all = await page.getByRole('row').count();
  await page.getByLabel('只看不同之处').check();
  expect(await page.getByRole('row').count()).toBeLessThan(all);
  await audit(page);

  // The mark stays, and from it the way leads to the order.
  await page.goto('/app/menu/favourites');
  await expect(page.getByRole('row')).toHaveCount(2);
  await audit(page);
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('button', { name: '加入点单' }).click();
  await expect(page.getByText(/已加入草稿/)).toBeVisible();
});

test('what others hold opens in place, and says no more than the register', async ({ page }) => {
  await signIn(page, 'ziran-shenhe');
  await page.goto('/app/menu?sort=popular');
  const holders = page
    .getByRole('row')
    .nth(1)
    .getByText(/个乡镇（街道）持有/);
  await holders.click();
  await expect(page.getByRole('row').nth(1).getByText(/起 · /).first()).toBeVisible();
  await expect(page.getByRole('row').nth(1).getByRole('link', { name: '到公开台账查看' })).toBeVisible();
  await audit(page);
});

test('six answers make a set with reasons, which becomes a named draft in one act', async ({ page }) => {
  await signIn(page, 'cangyan-jingban');
  await page.goto('/app/menu');
  await page.getByRole('link', { name: '不知道点什么？看建议' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '点单建议' })).toBeVisible();
  // Profile and roster have answered what they know.
  await expect(page.getByRole('checkbox', { name: '边远' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '一小时以上' })).toBeChecked();
  await page.getByRole('checkbox', { name: /^林业/ }).check();
  await page.getByLabel('半年内还能取证（人）').fill('2');
  await audit(page);
  await page.getByRole('button', { name: '给出建议' }).click();
  const set = page.getByRole('region', { name: '建议的点单', exact: true }).first();
  await expect(set.getByText('“林业”是您选的突出问题').first()).toBeVisible();
  await expect(page).toHaveURL(/problems=/);
  const count = (await set.getByRole('row').count()) - 1;
  expect(count).toBeGreaterThan(1);
  await set.getByRole('row').nth(1).getByRole('checkbox').uncheck();
  await expect(page.getByRole('status').filter({ hasText: `将放入${String(count - 1)}项。` })).toBeVisible();
  await audit(page);
  await page.getByLabel('草稿名称').fill('林区急需');
  await page.getByRole('button', { name: '放入新草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '林区急需' })).toBeVisible();
  await expect(page.getByRole('region', { name: /^\d+\. / })).toHaveCount(count - 1);

  for (const view of ['相近乡镇持有的', '现有人员能承接的']) {
    await page.goto('/app/suggestions');
    await page.getByRole('link', { name: view }).click();
    await expect(page.locator('.loading')).toHaveCount(0);
    await audit(page);
  }
});
