import { audit, expect, signIn, test } from '#tests/e2e/support/fixtures.ts';

test.use({ county: 'common-item' });

const next = '下一步：核对';
const power = '对水土保持情况的监督检查';

test('a common item is previewed, decided for all townships at once, and each of them finds it', async ({ page }) => {
  await signIn(page, 'xian-jueding1');
  await page.goto('/app');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '通用事项' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '通用事项' })).toBeVisible();
  await audit(page);

  // What was decided before stands, township by township.
  await page.getByRole('row').filter({ hasText: power }).getByRole('link', { name: /〔/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: `决定：${power}` })).toBeVisible();
  await expect(page.getByRole('link', { name: '查看赋权' }).first()).toBeVisible();
  await audit(page);

  // Another item: no township can hold it at once, since the county owes accounts.
  await page.getByRole('navigation', { name: '所在位置' }).getByRole('link', { name: '通用事项' }).click();
  await page
    .getByRole('link', { name: /就业/ })
    .or(page.getByRole('row').filter({ hasText: 'RS-QR-001' }).getByRole('link'))
    .first()
    .click();
  await expect(page.getByRole('heading', { name: '谁会得到' })).toBeVisible();
  await expect(page.getByText(/县级要为每个乡镇（街道）提供1项配套，都须先行准备。/)).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: next }).click();
  await expect(page.getByRole('alert')).toContainText('决定的理由：请填写');
  await page.getByLabel('决定的理由').fill('全县统一受理，方便群众就近办。');
  await page.getByRole('button', { name: next }).click();
  await expect(page.getByText(/转入准备：培训、配套到位并签署交接清单之后，权力才生效。/)).toBeVisible();
  await expect(page.getByText(/决定、文号和名单公开可查/)).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: '作出决定' }).click();
  await expect(page.getByText(/决定已经作出，文号/)).toBeVisible();
  await audit(page);

  // The township finds it among its cases, and in the menu that it need not be ordered.
  await signIn(page, 'qingshi-jingban');
  await page.goto('/app/requests');
  await page
    .getByRole('link')
    .filter({ hasText: /就业|失业|人力/ })
    .first()
    .or(page.locator('main').getByRole('link').first())
    .first()
    .click();
  await expect(page.getByText('全县统一受理，方便群众就近办。').first()).toBeVisible();
  await audit(page);
});
