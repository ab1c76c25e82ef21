import { spreadsheet } from '#tests/builders/spreadsheets.ts';
import { sendSheet } from '#tests/e2e/support/case.ts';
import { audit, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';

const header = ['姓名', '职务', '联系电话', '入职日期', '身体状况'];
const people = (joinedOn: string) =>
  spreadsheet([
    ['禾阳街道综合行政执法人员名册'],
    header,
    ['闻人清扬', '综合执法队员', '0990-8801101', '2025-03-01', '良好'],
    ['司徒远山', '便民服务中心窗口', '0990-8801102', joinedOn, '良好'],
  ]);

test('a township clerk brings the roster, mends what was faulty, and finds the people on it', async ({ page }) => {
  await signIn(page, 'heyang-jingban');
  await page.goto('/app/roster');
  await page.getByRole('link', { name: '从表格导入' }).click();
  await expect(page.getByLabel('表格的内容')).toHaveValue('rosters');
  await expect(page.getByLabel('写入到')).toHaveText('禾阳街道办事处');
  await audit(page);
  await sendSheet(page, '禾阳名册.xlsx', await people('2025年6月'));

  await expect(page.getByRole('heading', { name: '对应各列' })).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('身体状况').selectOption({ label: '不导入' });
  await page.getByRole('button', { name: '按这样的对应重新核对' }).click();

  // Row, cell, reason and what could stand there instead.
  await expect(page.getByText('有 1 行不能写入')).toBeVisible({ timeout: 30_000 });
  const fault = page.getByRole('row').filter({ hasText: '日期缺少“日”' });
  await expect(fault).toContainText('第4行');
  await expect(fault).toContainText('到岗日期');
  await expect(fault).toContainText('2025年6月');
  await expect(fault).toContainText('建议改为：2025-06-01');
  await audit(page);
  await page.getByRole('button', { name: '放弃这次导入' }).click();
  await page.getByRole('button', { name: '放弃', exact: true }).click();
  await expect(page.getByText('这次导入已放弃，没有写入任何内容。')).toBeVisible();
  await audit(page);

  // Mended: the column that was left out before is not asked for again.
  await page.getByRole('link', { name: '导入导出' }).last().click();
  await sendSheet(page, '禾阳名册（改正）.xlsx', await people('2025-06-01'));
  await expect(page.getByText('没有发现问题，可以写入。')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '写入', exact: true }).click();
  await page.getByRole('button', { name: '写入', exact: true }).click();
  await expect(page.getByText('新增 2 项，修改 0 项')).toBeVisible({ timeout: 30_000 });
  await audit(page);
  await page.getByRole('link', { name: '查看人员与证书' }).click();
  await expect(page.getByRole('row', { name: /闻人清扬/ })).toContainText('综合执法队员');
  await expect(page.getByRole('row', { name: /司徒远山/ })).toBeVisible();
});

test('a roster with identity numbers is refused, and says that nothing of it was kept', async ({ page }) => {
  const bytes = await spreadsheet([
    ['姓名', '职务', '到岗日期', '身份证号'],
    ['夏侯明', '综合执法队员', '2025-03-01', '510000199001011234'],
  ]);
  await signIn(page, 'heyang-jingban');
  await page.goto('/app/imports?kind=rosters');
  await sendSheet(page, '禾阳名册（旧）.xlsx', bytes);
  await expect(page.getByRole('alert')).toContainText('表格中有身份证号，没有导入', { timeout: 30_000 });
  await expect(page.getByRole('alert')).toContainText('上传的文件内容已经从系统中删除');
  await expect(page.getByRole('row').filter({ hasText: 'D2 单元格像是身份证号' })).toContainText('第2行');
  await expect(page.getByText('510000199001011234')).toHaveCount(0);
  await audit(page);
  await page.getByRole('link', { name: '重新上传' }).click();
  await expect(page.getByLabel('表格的内容')).toHaveValue('rosters');
});
