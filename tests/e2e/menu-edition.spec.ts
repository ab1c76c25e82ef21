import type { Page } from '@playwright/test';
import { audit, expect, pick, signIn, test } from '#tests/e2e/support/fixtures.ts';

test.use({ county: 'menu-edition' });

const power = '对随地吐痰、便溺，乱扔果皮、纸屑和烟头等废弃物等影响市容环境卫生行为的行政处罚';
const next = '下一步：核对';

/** The legal office finds its task, reads and answers. */
async function answer(page: Page, finding: '合法' | '不合法', texts: Readonly<Record<string, string>>): Promise<void> {
  await signIn(page, 'sifa-fazhi1');
  await page.goto('/app');
  await page.getByRole('link', { name: '审核菜单草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^法制审核：/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: '与上一版的差别' })).toBeVisible();
  const opinion = page.getByRole('region', { name: '审核意见' });
  await opinion.getByRole('radio', { name: finding === '合法' ? /^合法\s*草稿/ : /^不合法/ }).check();
  for (const [label, text] of Object.entries(texts)) await opinion.getByLabel(label, { exact: true }).fill(text);
  await audit(page);
  await opinion.getByRole('button', { name: next }).click();
  await opinion.getByRole('button', { name: '提交审核意见' }).click();
  await expect(page.getByText('审核意见已提交，管理员会收到待办。')).toBeVisible();
}

test('a draft edition is checked, mended, published, and townships see it', async ({ page, browser, origin }) => {
  await signIn(page, 'guanliyuan');
  await page.goto('/app/editions');
  await page.getByRole('link', { name: /征求意见稿/ }).click();
  await expect(page.getByRole('heading', { name: /必须解决的问题/ })).toBeVisible();
  await expect(page.getByText('依据：《中华人民共和国行政处罚法》第二十条、第二十一条、第二十四条')).toBeVisible();
  await expect(page.getByText(/还有\d+个必须解决的问题，不能发布。/)).toBeVisible();
  await audit(page);

  // A finding leads to the term that it is about.
  const finding = page.getByRole('listitem').filter({ hasText: '行政处罚权的赋权方式不是' });
  await finding.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: power })).toBeVisible();
  expect(page.url()).toContain('#section-carrier');
  await audit(page);

  // Somebody else looks at the same item at the same time.
  const other = await (await browser.newContext({ baseURL: origin, locale: 'zh-CN' })).newPage();
  await signIn(other, 'guanliyuan');
  await other.goto(page.url());
  await other.getByLabel('赋权范围').fill('限城镇建成区');

  await page.getByLabel('直接下放').check();
  await page.getByLabel('主管部门的责任').fill('制定裁量基准，组织培训，复杂案件会商指导。');
  await page.getByLabel('乡镇（街道）的责任').fill('日常巡查，受理举报，立案查处，按月报送案件。');
  await page.getByRole('button', { name: next }).click();
  await expect(page.getByText('将修改：赋权方式 · 双方责任。')).toBeVisible();
  await page.getByRole('button', { name: '保存到草稿' }).click();
  await expect(page.getByText('条款已保存到草稿。')).toBeVisible();
  await expect(page.getByText('行政处罚权的赋权方式不是')).toHaveCount(0);

  // Theirs is out of date: they see who did what, and keep what they typed.
  await other.getByRole('button', { name: next }).click();
  await other.getByRole('button', { name: '保存到草稿' }).click();
  await expect(other.getByText('别人刚刚修改了这里')).toBeVisible();
  await expect(other.getByText(/丁晓东：修改了这个事项/)).toBeVisible();
  await other.getByRole('button', { name: '载入最新内容' }).click();
  await expect(other.getByLabel('赋权范围')).toHaveValue('限城镇建成区');
  await other.context().close();

  await page
    .getByRole('navigation', { name: '所在位置' })
    .getByRole('link', { name: /征求意见稿/ })
    .click();
  // The demo's draft was reviewed before, with conditions, and changed since.
  const steps = page.getByRole('region', { name: '从草稿到发布' });
  await expect(steps.getByRole('listitem').filter({ hasText: '3. 法制审核' })).toContainText('现在要办的');
  const review = page.getByRole('region', { name: '法制审核' });
  await expect(review.getByText('送审之后草稿有改动，原来的审核只针对改动前的内容，须重新送审。')).toBeVisible();
  await expect(page.getByText('审核之后草稿有改动，须重新送审，审核合法后才能发布。')).toBeVisible();
  await review.getByLabel('送审说明').fill('两项条件均已满足。');
  await review.getByRole('button', { name: next }).click();
  await expect(review.getByText(/青禾县司法局收到待办，有5个工作日审核/)).toBeVisible();
  await review.getByRole('button', { name: '确认送审' }).click();
  await expect(review.getByText(/草稿已送审，法制机构应在.*前答复。/)).toBeVisible();
  await audit(page);

  await answer(page, '不合法', { 意见: '取消乡镇的复核环节，与条例不符。', 法律依据: '《中华人民共和国行政处罚法》第二十四条' });

  // Mended: one more change, and it has to be sent again.
  await signIn(page, 'guanliyuan');
  await page.goto('/app');
  await page.getByRole('link', { name: '办理审核后的菜单草稿' }).click();
  await expect(steps.getByText('审核意见：不合法。请修改后再次送审。')).toBeVisible();
  await page.getByRole('searchbox', { name: '事项名称或编码' }).fill('CG-CF-001');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: power }).first().click();
  await page.getByRole('button', { name: '添加除外部分' }).click();
  await page.getByLabel('除外部分（第1项）').fill('吊销许可证件');
  await page.getByRole('button', { name: next }).click();
  await page.getByRole('button', { name: '保存到草稿' }).click();
  await page
    .getByRole('navigation', { name: '所在位置' })
    .getByRole('link', { name: /征求意见稿/ })
    .click();
  await review.getByRole('button', { name: next }).click();
  await review.getByRole('button', { name: '确认送审' }).click();
  await expect(review.getByText(/草稿已送审/)).toBeVisible();
  await answer(page, '合法', {});

  await signIn(page, 'guanliyuan');
  await page.goto('/app');
  await page.getByRole('link', { name: '办理审核后的菜单草稿' }).click();
  await expect(steps.getByRole('listitem').filter({ hasText: '4. 发布' })).toContainText('现在要办的');
  await page.getByRole('button', { name: next }).click();
  await expect(page.getByRole('alert')).toContainText('文号：请填写');
  await page.getByLabel('文号', { exact: true }).fill('青禾府发〔2026〕88号');
  await page.getByLabel('决定日期').fill('2026-01-09');
  await page.getByRole('button', { name: next }).click();
  await expect(page.getByText(/现行的“第一版赋权菜单”立即被替代/)).toBeVisible();
  await expect(page.getByText(/发布后内容不再改变/)).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '发布这个版次' }).click();
  await expect(page.getByText('已发布，乡镇现在看到的就是这个版次。')).toBeVisible();
  await audit(page);

  await signIn(page, 'sanxi-jingban');
  await page.goto('/app/menu');
  await expect(page.getByText('青禾府发〔2026〕88号')).toBeVisible();
  await page.getByRole('link', { name: '比上一版有什么变化' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '版次对比' })).toBeVisible();
  await page.getByLabel('变化').selectOption('dropped');
  await expect(page.getByText('TJ-CF-001')).toBeVisible();
  await page.getByLabel('变化').selectOption('changed');
  const changed = page.getByRole('row').filter({ hasText: 'NY-XK-003' });
  await expect(changed.getByText('难度易，责任中')).toBeVisible();
  await expect(changed.getByText('限制使用农药的经营许可除外。')).toBeVisible();
  await audit(page);
  await page.goto('/documents?number=' + encodeURIComponent('青禾府发〔2026〕88号'));
  await expect(page.getByText('该文号真实有效，由本县发出。')).toBeVisible();
});

test('a new draft takes a power that the county did not have', async ({ page }) => {
  await signIn(page, 'guanliyuan');
  await page.goto('/app/editions');
  await page.getByRole('button', { name: '新建草稿版次' }).click();
  await page.getByLabel('版次名称').fill('第三版赋权菜单');
  await page.getByRole('button', { name: next }).click();
  await page.getByRole('button', { name: '新建草稿', exact: true }).click();
  await expect(page.getByText('没有发现问题，可以发布。').or(page.getByRole('heading', { name: /需要留意的情况/ }))).toBeVisible();

  const adding = page.getByRole('region', { name: '添加权力事项' });
  await adding.getByRole('button', { name: '新建权力事项' }).click();
  await page.getByLabel('编码', { exact: true }).fill('LY-CF-901');
  await page.getByLabel('名称', { exact: true }).fill('对在防火期野外用火行为的行政处罚');
  await page.getByLabel('领域').fill('林业');
  for (const [label, option] of [
    ['权力类型', '行政处罚'],
    ['类别', '综合执法'],
    ['主管部门', '青禾县林业局'],
  ] as const) {
    await pick(adding.getByLabel(label, { exact: true }), option, option);
  }
  await adding.getByRole('button', { name: next }).click();
  await expect(page.getByText('（LY-CF-901）归青禾县林业局主管')).toBeVisible();
  await page.getByRole('button', { name: '新建并放进草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '对在防火期野外用火行为的行政处罚' })).toBeVisible();
  // Nothing has been said yet: the gates name each term beside the field.
  await expect(page.getByText('“法律依据”没有说明')).toBeVisible();
  await audit(page);

  await page.getByRole('button', { name: '从草稿移除' }).click();
  await page.getByRole('button', { name: '从草稿移除这个事项' }).click();
  await expect(page.getByText('已从草稿移除。')).toBeVisible();
  await page.getByRole('button', { name: '放弃草稿' }).click();
  await page.getByRole('button', { name: '删除这份草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '菜单版次' })).toBeVisible();
});
