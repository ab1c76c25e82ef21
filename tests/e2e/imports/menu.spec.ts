import { messyMenu } from '#tests/builders/spreadsheets.ts';
import { audit, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';

// What is left unfinished in the one draft edition would stand in the way of other journeys.
test.use({ county: 'import-menu' });

test('an admin brings a list as counties send it onto the draft, without help', async ({ page }) => {
  const bytes = await messyMenu({ first: '青禾县综合行政执法局', second: '县水利局' });
  await signIn(page, 'guanliyuan');
  await page.goto('/app/editions');
  await page.getByRole('link', { name: /征求意见稿/ }).click();
  await page.getByRole('link', { name: '从表格导入' }).click();
  await expect(page.getByLabel('写入到')).toHaveValue(/.+/);
  await audit(page);

  await page.getByRole('button', { name: '上传并核对' }).click();
  await expect(page.getByText('请先选择文件')).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '表格文件：选择文件' }).click();
  await (await chooser).setFiles({ name: '赋权清单.xlsx', mimeType: 'application/octet-stream', buffer: bytes });
  await page.getByRole('button', { name: '上传并核对' }).click();

  await expect(page.getByRole('heading', { name: '对应各列' })).toBeVisible({ timeout: 30_000 });
  await audit(page);
  await page.getByLabel('自定义列').selectOption({ label: '不导入' });
  await page.getByRole('button', { name: '按这样的对应重新核对' }).click();

  await expect(page.getByText('有 7 行不能写入')).toBeVisible({ timeout: 30_000 });
  await audit(page);
  await page.getByLabel('程度').selectOption('error');
  await expect(page).toHaveURL(/severity=error/);
  // The demo county keeps the province's directory: penalties that it does not list are refused with their statute.
  await expect(page.getByText('不在省级公布的下放目录中').first()).toBeVisible();
  await expect(page.getByText('机构“县城市管理据”没有登记')).toBeVisible();
  await expect(page.getByText('与第 15 行的编码相同')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /下载核对结果/ }).click();
  expect((await download).suggestedFilename()).toBe('赋权清单-核对结果.xlsx');

  await page.getByRole('button', { name: '略去 7 行有错的，写入其余的行' }).click();
  await expect(page.getByText('不写入的行：5、6、7、8、12、13、15')).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '写入', exact: true }).click();
  await expect(page.getByText('新增 2 项，修改 0 项，没有改变的 0 项，略去 7 行。')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: '查看草稿版次' }).click();
  await page.getByRole('searchbox', { name: '事项名称或编码' }).fill('SL-XK-908');
  await page.keyboard.press('Enter');
  // What the draft adds is listed on the same page as well.
  await expect(page.getByRole('region', { name: '版次中的事项' }).getByRole('link', { name: '河道内采石许可', exact: true })).toBeVisible();
});
