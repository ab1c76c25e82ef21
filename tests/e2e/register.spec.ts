import { audit, expect, test } from '#tests/e2e/support/fixtures.ts';

const dayAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const wordsOf = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

test('anybody asks who holds a power, today, on a past day and on a day to come', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: '权力公开台账' })).toBeVisible();
  await audit(page);

  const search = page.getByRole('search', { name: '查询条件' });
  const held = page.getByRole('region', { name: '乡镇（街道）持有的权力' });
  await search.getByLabel('事项名称或编码').fill('CG-CF-001');
  await search.getByRole('button', { name: '查询' }).click();
  const row = held.getByRole('row').filter({ hasText: '随地吐痰' });
  await expect(row).toContainText('正式运行');
  const documentNumber = /青禾赋权〔\d{4}〕\d+号/.exec((await row.textContent()) ?? '')?.[0] ?? '';
  expect(documentNumber).not.toBe('');

  // Before the county began to grant, every power rested with its department.
  await search.getByLabel('查询日期').fill('2025-01-15');
  await expect(page.getByRole('heading', { name: '2025年1月15日的权力归属' })).toBeVisible();
  await expect(held).toHaveCount(0);

  // The plan as it is known today reaches into the future, and the link reproduces the question.
  const future = dayAfter(30);
  await search.getByLabel('查询日期').fill(future);
  await expect(page.getByRole('heading', { name: `${wordsOf(future)}的权力归属` })).toBeVisible();
  await expect(row).toBeVisible();
  expect(page.url()).toContain(`on=${future}`);
  await page.reload();
  await expect(page.getByRole('heading', { name: `${wordsOf(future)}的权力归属` })).toBeVisible();

  await search.getByLabel('查询日期').fill('');
  await row.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('随地吐痰');
  await expect(page.getByText('中华人民共和国行政处罚法').or(page.getByText('城市市容和环境卫生管理条例')).first()).toBeVisible();
  await audit(page);

  const township = page.getByRole('row').filter({ hasText: '新桥街道办事处' });
  await township.getByRole('link', { name: '历次变动' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '历次变动：新桥街道办事处' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: documentNumber }).first()).toContainText('赋权');
  await audit(page);

  await page.goto('/documents');
  await page.getByLabel('文号').fill(documentNumber);
  await page.getByRole('button', { name: '核验' }).click();
  await expect(page.getByText('该文号真实有效，由本县发出。')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('新桥街道办事处');
  await audit(page);
  await page.getByLabel('文号').fill('青禾赋权〔2025〕99999号');
  await page.getByRole('button', { name: '核验' }).click();
  await expect(page.getByText('没有查到这个文号。')).toBeVisible();
});

test('the register downloads as a table', async ({ page }) => {
  await page.goto('/');
  const loading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载台账（CSV）' }).click();
  expect((await loading).suggestedFilename()).toMatch(/\.csv$/);
});

test('the register names bodies and papers, never a person', async ({ page }) => {
  const bodies: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/v1/')) bodies.push(response.url());
  });
  await page.goto('/');
  const answers = await page.evaluate(async () => {
    const read = async (path: string): Promise<string> => (await fetch(`/api/v1/register${path}`)).text();
    const list = await read('/holdings?limit=100');
    const { items } = JSON.parse(list) as { items: { code: string; townshipId: string; documentNumber: string }[] };
    const some = items.slice(0, 5);
    const deeper = await Promise.all(
      some.flatMap(({ code, townshipId, documentNumber }) => [
        read(`/powers/${code}`),
        read(`/powers/${code}/townships/${townshipId}`),
        read(`/townships/${townshipId}`),
        read(`/documents?number=${encodeURIComponent(documentNumber)}`),
      ]),
    );
    return [list, ...deeper].join('\n');
  });
  // People of the demo who drafted, reviewed, decided and signed what stands here.
  for (const name of ['陈静宜', '褚志强', '冯佳宁', '施静宜', '梁启文', '罗敏', '唐静', '丁晓东']) expect(answers).not.toContain(name);
  expect(answers).not.toMatch(/accountId|username|officer/i);
  expect(bodies.every((url) => url.includes('/register'))).toBe(true);
});
