import { confirm } from '#tests/e2e/support/case.ts';
import { audit, expect, pick, test } from '#tests/e2e/support/fixtures.ts';
import { countyDay, holderOn, openGrant } from '#tests/e2e/support/ways-back.ts';

const power = /^对随地吐痰、便溺/;
const code = 'CG-CF-001';
const township = '新桥街道办事处';
const department = '青禾县综合行政执法局';

test('a recall: notice, the township is heard, somebody else decides, the department holds the power again', async ({ page }) => {
  await openGrant(page, 'xian-jueding1', '对随地吐痰、便溺');
  await page.getByRole('button', { name: '启动收回' }).click();
  await pick(page.getByRole('combobox', { name: '原因' }), '严重差错');
  await page.getByLabel('依据（法律、文件）').fill('《青禾县赋权事项动态调整办法》第十二条（演示，虚构）');
  await page.getByLabel('通知内容').fill('案卷评查发现三件处罚决定程序违法，拟收回该事项，请在期限内陈述意见。');
  await audit(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  const consequences = page.getByRole('region', { name: /启动收回：核对后确认/ });
  await expect(consequences).toContainText('有权在规定期限内陈述意见');
  await expect(consequences).toContainText(`决定之前，${township}继续行使`);
  await page.getByRole('button', { name: '确认启动收回' }).click();
  await expect(page.getByText('已办理。')).toBeVisible();
  await expect(page.getByRole('button', { name: '决定是否收回' })).toHaveCount(0);

  // It stands first among what the township has to do, and leads there.
  await openGrant(page, 'xinqiao-fuze', '对随地吐痰、便溺');
  await page.goto('/app');
  await page
    .getByRole('row', { name: /对随地吐痰、便溺/ })
    .getByRole('link', { name: '陈述意见' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: power })).toBeVisible();
  await expect(page.getByRole('list', { name: '全部经过' })).toContainText('三件处罚决定程序违法');
  await page.getByRole('button', { name: '提交陈述意见' }).click();
  const statement = '三件均已自行纠正，执法人员已补训，请求保留该事项。';
  await page.getByRole('textbox', { name: '陈述意见' }).fill(statement);
  await confirm(page, '确认提交陈述意见');
  await expect(page.getByText('已办理。')).toBeVisible();
  await audit(page);

  // Who opened the recall does not decide it.
  await openGrant(page, 'xian-jueding1', '对随地吐痰、便溺');
  await expect(page.getByRole('list', { name: '全部经过' })).toContainText(statement);
  await expect(page.getByRole('button', { name: '决定是否收回' })).toHaveCount(0);
  await openGrant(page, 'xian-jueding2', '对随地吐痰、便溺');
  await page.getByRole('button', { name: '决定是否收回' }).click();
  await page.getByRole('radio', { name: '收回', exact: true }).check();
  await page.getByLabel('说明').fill('程序问题反复出现，由县综合行政执法局统一行使。');
  const effective = countyDay(7);
  await page.getByLabel('从哪天起生效').fill(effective);
  await page.getByRole('button', { name: '添加一件' }).click();
  await page.getByLabel('案件').fill('青禾新执罚〔2026〕18号');
  await audit(page);
  await confirm(page, '确认决定是否收回');
  await expect(page.getByText('已办理。')).toBeVisible();
  await expect(page.getByRole('list', { name: '全部经过' })).toContainText(/青禾赋权〔\d{4}〕\d+号/);
  await audit(page);

  await page.context().clearCookies();
  expect(await holderOn(page, code, township, countyDay(6))).toBe(township);
  expect(await holderOn(page, code, township, effective)).toBe(department);
});

test('in an urgent case the department holds the power at once, until it is decided to keep the grant', async ({ page }) => {
  const name = '对占用、堵塞、封闭消防车通道，妨碍消防车通行行为的行政处罚';
  const street = '禾阳街道办事处';
  await openGrant(page, 'xian-jueding3', name);
  await page.getByRole('button', { name: '启动收回' }).click();
  await pick(page.getByRole('combobox', { name: '原因' }), '紧急风险');
  await page.getByLabel('依据（法律、文件）').fill('《中华人民共和国消防法》第四条');
  await page.getByLabel('通知内容').fill('近期连续发生处置失当，先行中止，请陈述意见。');
  await page.getByLabel('情况紧急，先行中止').check();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('立即中止：从现在起由青禾县消防救援大队行使')).toBeVisible();
  await page.getByRole('button', { name: '确认启动收回' }).click();
  await expect(page.getByText('现在由青禾县消防救援大队行使')).toBeVisible();
  expect(await holderOn(page, 'XF-CF-002', street, countyDay())).toBe('青禾县消防救援大队');

  await openGrant(page, 'heyang-fuze', name);
  await page.getByRole('button', { name: '提交陈述意见' }).click();
  await page.getByRole('textbox', { name: '陈述意见' }).fill('已停职检查当事人员并完成整改。');
  await confirm(page, '确认提交陈述意见');
  await expect(page.getByText('已办理。')).toBeVisible();
  await openGrant(page, 'xian-jueding1', name);
  await page.getByRole('button', { name: '决定是否收回' }).click();
  await page.getByRole('radio', { name: '不收回' }).check();
  await page.getByLabel('说明').fill('整改到位，予以保留。');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('因收回程序而作的中止同时解除')).toBeVisible();
  await page.getByRole('button', { name: '确认决定是否收回' }).click();
  await expect(page.getByText(`现在由${street}行使`)).toBeVisible();
  await audit(page);
  expect(await holderOn(page, 'XF-CF-002', street, countyDay())).toBe(street);
});
