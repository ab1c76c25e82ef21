import { spreadsheet } from '#tests/builders/spreadsheets.ts';
import { sendSheet } from '#tests/e2e/support/case.ts';
import { audit, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';

// The one draft edition of the county is published here: other journeys need theirs.
test.use({ county: 'import-publish' });

const next = '下一步：核对';
const added = '农村河道临时取水许可';
const header = [
  ...['编码', '事项名称', '权力类型', '主管部门', '领域', '赋权方式', '法律依据', '承接条件', '县级配套'],
  ...['主管部门的责任', '乡镇的责任', '高频', '易发现', '接得住', '管得好', '试运行', '期限'],
];
const shared = ['制定办法，组织培训，复杂案件会商指导。', '日常巡查，受理举报，立案查处。', '是', '是', '是', '是', '6', '长期'];
const litter = '对随地吐痰、便溺，乱扔果皮、纸屑和烟头等废弃物等影响市容环境卫生行为的行政处罚';
const litterBasis = '《城市市容和环境卫生管理条例》第三十四条';
const waterBasis = '《中华人民共和国水法》第四十八条';
const rows = [
  ['青禾县赋权事项补充清单'],
  header,
  // The county's draft has this one as an entrustment, which no penalty may be.
  ['CG-CF-001', litter, '处罚', '县综合行政执法局', '城市管理', '直接下放', litterBasis, '持证人员：行政执法证 2人', '不设', ...shared],
  ['SL-XK-951', added, '许可', '县水利局', '水利', '委托', waterBasis, '在岗人员 2人', '不设', ...shared],
  ['SL-XK-952', '农村塘坝临时取水许可', '许可', '县水利据', '水利', '委托', waterBasis, '在岗人员 2人', '不设', ...shared],
];

test('an admin brings a spreadsheet to a published edition without help', async ({ page }) => {
  await signIn(page, 'guanliyuan');
  await page.goto('/app/imports');
  await expect(page.getByLabel('写入到')).toHaveText(/征求意见稿/);
  await sendSheet(page, '补充清单.xlsx', await spreadsheet(rows));
  await expect(page.getByText('有 1 行不能写入')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('row').filter({ hasText: '机构“县水利据”没有登记' })).toContainText('第5行');
  await audit(page);
  await page.getByRole('button', { name: '略去 1 行有错的，写入其余的行' }).click();
  await page.getByRole('button', { name: '写入', exact: true }).click();
  await expect(page.getByText('新增 1 项，修改 1 项')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: '查看草稿版次' }).click();
  const steps = page.getByRole('region', { name: '从草稿到发布' });
  await expect(steps.getByText('没有必须解决的问题。')).toBeVisible();
  await expect(steps.getByRole('listitem').filter({ hasText: '3. 法制审核' })).toContainText('现在要办的');
  await audit(page);
  const review = page.getByRole('region', { name: '法制审核' });
  await review.getByLabel('送审说明').fill('按补充清单增加一项，改正一项。');
  await review.getByRole('button', { name: next }).click();
  await review.getByRole('button', { name: '确认送审' }).click();
  await expect(review.getByText(/草稿已送审/)).toBeVisible();

  await signIn(page, 'sifa-fazhi1');
  await page.goto('/app');
  await page.getByRole('link', { name: '审核菜单草稿' }).click();
  await expect(page.getByRole('row').filter({ hasText: added })).toContainText('新增');
  const opinion = page.getByRole('region', { name: '审核意见' });
  await opinion.getByRole('radio', { name: /^合法\s*草稿/ }).check();
  await opinion.getByRole('button', { name: next }).click();
  await opinion.getByRole('button', { name: '提交审核意见' }).click();
  await expect(page.getByText('审核意见已提交，管理员会收到待办。')).toBeVisible();

  await signIn(page, 'guanliyuan');
  await page.goto('/app');
  await page.getByRole('link', { name: '办理审核后的菜单草稿' }).click();
  await page.getByLabel('文号', { exact: true }).fill('青禾府发〔2026〕91号');
  await page.getByLabel('决定日期').fill('2026-01-09');
  await page.getByRole('button', { name: next }).click();
  await page.getByRole('button', { name: '发布这个版次' }).click();
  await expect(page.getByText('已发布，乡镇现在看到的就是这个版次。')).toBeVisible();
  await audit(page);

  await signIn(page, 'sanxi-jingban');
  await page.goto('/app/menu');
  await expect(page.getByText('青禾府发〔2026〕91号')).toBeVisible();
  await page.getByRole('searchbox').fill('塘坝 取水');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: '农村塘坝临时取水许可' })).toHaveCount(0);
  await page.getByRole('searchbox').fill('SL-XK-951');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: added }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: added })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('制定办法，组织培训');
  await audit(page);
});
