import type { Browser, Page } from '@playwright/test';
import { audit, expect, pick, signIn, test } from '#tests/e2e/support/fixtures.ts';

const ownPassword = 'Yunqi-Trial-2027';

/** A newcomer's own machine: no account has signed in there. */
async function otherMachine(browser: Browser, origin: string): Promise<Page> {
  return (await browser.newContext({ baseURL: origin, locale: 'zh-CN', viewport: { width: 1366, height: 768 } })).newPage();
}

async function signInByForm(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

test('an admin opens a township and an account; the initial secret must be changed; disabled is out', async ({ page, browser, origin }) => {
  await signIn(page, 'guanliyuan');
  await page.goto('/app/organisations');
  await audit(page);
  await page.getByRole('link', { name: '新增机构' }).click();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('全称：请填写');
  await page.getByLabel('乡镇（街道）', { exact: true }).check();
  await page.getByLabel('全称').fill('云栖镇人民政府');
  await page.getByLabel('简称').fill('云栖镇');
  await page.getByLabel('镇', { exact: true }).check();
  await page.getByLabel('行政区划代码').fill('990101188');
  for (const [label, figure] of [
    ['常住人口', '21000'],
    ['面积', '88000000'],
    ['村（社区）', '12'],
    ['编制', '60'],
    ['在岗人员', '55'],
    ['一般公共预算', '9000000'],
  ] as const) {
    await page.getByLabel(label).fill(figure);
  }
  await page.getByLabel('咨询电话').fill('0990-8801234');
  await page.getByLabel('投诉电话').fill('0990-12345');
  await page.getByLabel('地址').fill('云栖镇中心街1号');
  await audit(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('“云栖镇人民政府”将作为乡镇（街道）出现')).toBeVisible();
  await page.getByRole('button', { name: '建立机构' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '云栖镇人民政府' })).toBeVisible();

  await page.goto('/app/accounts/new');
  await page.getByLabel('用户名').fill('yunqi-fuze');
  await page.getByLabel('姓名').fill('叶知秋');
  await pick(page.getByLabel('机构（第1个角色）'), '云栖镇人民政府', '云栖镇人民政府');
  await pick(page.getByLabel('角色（第1个角色）'), '乡镇负责人');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('叶知秋将担任：云栖镇 · 乡镇负责人。')).toBeVisible();
  await page.getByRole('button', { name: '建立账号' }).click();
  await expect(page.getByText('只显示这一次')).toBeVisible();
  await audit(page);
  const secret = (await page.locator('code').first().textContent()) ?? '';
  expect(secret.length).toBeGreaterThan(9);
  const account = page.url();

  const theirs = await otherMachine(browser, origin);
  await signInByForm(theirs, 'yunqi-fuze', secret);
  await expect(theirs.getByRole('heading', { level: 1, name: '修改密码' })).toBeVisible();
  // Whatever they open, it is the same page until the password is their own.
  await theirs.goto('/app/menu');
  await expect(theirs.getByRole('heading', { level: 1, name: '修改密码' })).toBeVisible();
  await theirs.getByLabel('当前密码').fill(secret);
  await theirs.getByLabel('新密码', { exact: true }).fill(ownPassword);
  await theirs.getByLabel('再输一次新密码').fill(ownPassword);
  await theirs.getByRole('button', { name: '修改密码' }).click();
  await expect(theirs.getByText('密码已修改')).toBeVisible();
  await theirs.goto('/app/menu');
  await expect(theirs.getByRole('heading', { level: 1, name: '赋权菜单' })).toBeVisible();

  // The secret was shown once: coming back does not show it again.
  await page.goto(account);
  await expect(page.getByRole('heading', { level: 1, name: '叶知秋' })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);

  await page.getByLabel('停用账号').check();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('叶知秋将立即不能登录')).toBeVisible();
  await page.getByRole('button', { name: '保存账号' }).click();
  await expect(page.getByText('账号已保存。')).toBeVisible();
  await theirs.goto('/app/menu');
  await expect(theirs).toHaveURL(/sign-in/);
  await signInByForm(theirs, 'yunqi-fuze', ownPassword);
  await expect(theirs.getByRole('alert')).toBeVisible();
  await theirs.context().close();
});

test('an admin changes a deadline and reads what it changes before it is saved', async ({ page }) => {
  await signIn(page, 'guanliyuan');
  await page.goto('/app/settings');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('没有任何修改');
  await page.getByLabel('乡镇补正').fill('12');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('乡镇补正：由“10”改为“12”。')).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '保存设置' }).click();
  await expect(page.getByText('设置已保存。')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('乡镇补正')).toHaveValue('12');
});

test('an auditor sees accounts and settings and can change neither', async ({ page }) => {
  await signIn(page, 'shenji');
  await page.goto('/app/accounts?q=guanliyuan');
  await expect(page.getByRole('link', { name: '新增账号' })).toHaveCount(0);
  await page.getByRole('link', { name: '丁晓东' }).click();
  await expect(page.getByText('只能查看，不能修改。')).toBeVisible();
  await page.goto('/app/settings');
  await expect(page.getByText('只能查看，不能修改。')).toBeVisible();
  await expect(page.getByRole('button', { name: '下一步：核对' })).toHaveCount(0);
});
