import type { Page } from '@playwright/test';
import { ask, confirm } from '#tests/e2e/support/case.ts';
import { audit, expect, pick, signIn, test } from '#tests/e2e/support/fixtures.ts';

test.use({ county: 'directory' });

const power = '对在公共场所燃放烟花爆竹危害公共安全行为的行政处罚';

/** A draft on which nothing of the demo's own unfinished work stands in the way any more. */
async function cleanDraft(page: Page): Promise<string> {
  const { items: editions } = await ask(page, 'GET /editions', {});
  const open =
    editions.find(({ state }) => state === 'draft') ?? (await ask(page, 'POST /editions', { body: { title: '新一版赋权菜单' } }));
  const params = { editionId: open.id };
  const { findings } = await ask(page, 'GET /editions/{editionId}/check', { params });
  const faulty = new Set(findings.filter(({ severity }) => severity === 'blocking').map(({ itemId }) => itemId));
  for (const itemId of faulty) {
    const { version } = await ask(page, 'GET /editions/{editionId}/items/{itemId}', { params: { ...params, itemId } });
    await ask(page, 'DELETE /editions/{editionId}/items/{itemId}', { params: { ...params, itemId }, version });
  }
  return open.id;
}

/** The legal office finds the draft lawful; its own journey is told elsewhere. */
async function reviewed(page: Page, editionId: string): Promise<void> {
  const params = { editionId };
  const edition = async () => (await ask(page, 'GET /editions', {})).items.find(({ id }) => id === editionId);
  const sent = await ask(page, 'POST /editions/{editionId}/reviews', {
    params,
    version: (await edition())?.version ?? 0,
    body: { note: '' },
  });
  await signIn(page, 'sifa-fazhi1');
  const body = { outcome: 'lawful', text: '', citation: '' } as const;
  await ask(page, 'POST /editions/{editionId}/reviews/{reviewId}/opinion', {
    params: { ...params, reviewId: sent.id },
    version: sent.version,
    body,
  });
  await signIn(page, 'guanliyuan');
}

test('a penalty outside the directory is found at once, mended by saying which entry it is, and published', async ({ page }) => {
  await signIn(page, 'guanliyuan');
  const editionId = await cleanDraft(page);
  await page.goto(`/app/editions/${editionId}`);
  const adding = page.getByRole('region', { name: '添加权力事项' });
  await adding.getByLabel('事项名称或编码').fill('GA-CF-002');
  await adding.getByRole('button', { name: '查找' }).click();
  await adding.getByRole('button', { name: `把${power}放进草稿` }).click();
  await expect(page.getByRole('heading', { level: 1, name: power })).toBeVisible();

  // What stands against it is told with the first answer, and where it is mended.
  await expect(page.getByText('行政处罚权不在省级指导目录中')).toBeVisible();
  await expect(page.getByText('依据：《中华人民共和国行政处罚法》第二十四条').first()).toBeVisible();
  await audit(page);
  const itemId = page.url().split('/').at(-1)?.replace(/#.*/, '') ?? '';
  await complete(page, editionId, itemId);
  await page.reload();
  const findings = page.getByRole('region', { name: '检查发现' });
  await findings.getByRole('link', { name: '打开权力事项' }).click();

  // The province calls it otherwise: the two names stand beside each other, and somebody says that they are the same.
  await expect(page.getByRole('heading', { level: 1, name: power })).toBeVisible();
  await expect(page.getByText('没有关联的条目').first()).toBeVisible();
  const alikes = page.getByRole('region', { name: '相近名称' });
  await expect(alikes.getByText(/相近程度100%/)).toBeVisible();
  await audit(page);
  await alikes.getByRole('button', { name: /^是同一项/ }).click();
  await expect(alikes.getByText('它算作已列入省级指导目录。')).toBeVisible();
  await audit(page);
  await alikes.getByRole('button', { name: '确认是同一项' }).click();
  const standing = page.getByRole('region', { name: '与目录和清单的关系' });
  await expect(standing.getByRole('link', { name: /^在公共场所燃放烟花爆竹，危害公共安全的处罚（HC-CF-\d+）$/ })).toBeVisible();
  await expect(alikes.getByText('没有相近的名称。')).toBeVisible();

  await page.goto(`/app/editions/${editionId}/items/${itemId}`);
  await expect(page.getByRole('heading', { level: 1, name: power })).toBeVisible();
  await expect(page.getByText('行政处罚权不在省级指导目录中')).toHaveCount(0);
  await reviewed(page, editionId);
  await page.goto(`/app/editions/${editionId}`);
  await page.getByLabel('文号', { exact: true }).fill('青禾府发〔2026〕99号');
  await page.getByLabel('决定日期').fill('2026-01-09');
  await confirm(page, '发布这个版次');
  await expect(page.getByText('已发布，乡镇现在看到的就是这个版次。')).toBeVisible();
});

/** The other terms as they stand with another penalty of the menu. */
async function complete(page: Page, editionId: string, itemId: string): Promise<void> {
  const params = { editionId, itemId };
  const { items } = await ask(page, 'GET /editions/{editionId}/items', { params: { editionId }, query: { q: 'LY-CF-004' } });
  const [model] = items;
  const { terms } = await ask(page, 'GET /editions/{editionId}/items/{itemId}', { params: { editionId, itemId: model?.id ?? '' } });
  const { version } = await ask(page, 'GET /editions/{editionId}/items/{itemId}', { params });
  const body = { terms: { ...terms, companions: [], exclusiveWith: [] } };
  await ask(page, 'PUT /editions/{editionId}/items/{itemId}', { params, version, body });
}

const itemFor = async (page: Page, code: string) => {
  const { items } = await ask(page, 'GET /menu/items', { query: { q: code } });
  const item = items.find((one) => one.code === code);
  if (!item) throw new Error(`the menu has no ${code}`);
  return item;
};

test('a township sees what its list took back and what it has by law, with the reason, and cannot order either', async ({ page }) => {
  await signIn(page, 'guanliyuan');
  const byLaw = await itemFor(page, 'LY-CF-009');
  const basis = { law: '中华人民共和国森林法', article: '第二十二条', versionOn: '2019-12-28' };
  await ask(page, 'POST /township-powers', {
    body: { name: '森林巡护中的现场处罚（演示）', kinds: ['township'], bases: [basis], powerId: byLaw.powerId },
  });

  await signIn(page, 'yunling-jingban');
  const takenBack = await itemFor(page, 'XF-CF-002');
  await page.goto(`/app/menu/${takenBack.id}`);
  const standing = page.getByRole('region', { name: '本乡镇情况' });
  await expect(standing.getByText('不能点单')).toBeVisible();
  await expect(standing.getByText(/已列入上级部门收回事项清单/)).toBeVisible();
  await audit(page);
  await standing.getByRole('link', { name: '查看履职事项清单' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '履职事项清单' })).toBeVisible();
  await expect(page.getByRole('link', { name: '占用消防车通道行为的查处' })).toBeVisible();

  await page.goto(`/app/menu/${byLaw.id}`);
  await expect(standing.getByText('乡依法已有这项职权，不必点单，直接依法行使')).toBeVisible();
  await page.goto('/app/grants');
  const own = page.getByRole('region', { name: '法定职权' });
  await expect(own.getByRole('link', { name: '森林巡护中的现场处罚（演示）' })).toBeVisible();
  await audit(page);

  // A draft may hold it; what stands against it is said where the order is checked.
  const line = { need: '巡护需要', casesPerYear: 5, approach: '护林员', officerIds: [], startWishOn: null, replacesGrantId: null };
  const draft = await ask(page, 'POST /orders', { body: { name: '试点单', lines: [{ itemId: takenBack.id, ...line }] } });
  await page.goto(`/app/drafts/${draft.id}`);
  await expect(page.getByText(/已列入上级部门收回事项清单/).first()).toBeVisible();
  await audit(page);
});

test('an entry of the directory is entered, linked and ended by hand', async ({ page }) => {
  await signIn(page, 'guanliyuan');
  await page.goto('/app/directory');
  await page.getByRole('link', { name: '录入目录条目' }).click();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('alert')).toContainText('目录编码');
  await page.getByLabel('目录编码').fill('HC-CF-9001');
  await page.getByLabel('名称', { exact: true }).fill('对拒迟报统计资料行为的处罚');
  await page.getByLabel('领域').fill('统计');
  await page.getByLabel('省里的决定').fill('禾川省人民政府决定（演示，虚构）');
  await page.getByLabel('决定日期').fill('2025-10-01');
  await pick(page.getByLabel('权力类型'), '行政处罚');
  await confirm(page, '保存');
  await expect(page.getByRole('heading', { level: 1, name: '对拒迟报统计资料行为的处罚' })).toBeVisible();
  const link = page.getByRole('region', { name: '对应的权力事项' });
  await link.getByRole('textbox').fill('TJ-CF-001');
  await link.getByRole('button', { name: '查找' }).click();
  await link.getByRole('button', { name: /^关联到对统计调查对象/ }).click();
  await expect(link.getByText(/视为列入省级目录/)).toBeVisible();
  await audit(page);
  await link.getByRole('button', { name: '确认关联' }).click();
  await expect(link.getByText(/（TJ-CF-001）/)).toBeVisible();
  const ending = page.getByRole('region', { name: '移出目录' });
  await ending.getByLabel('从哪天起不再列入').fill('2025-11-01');
  await ending.getByRole('button', { name: '下一步：核对' }).click();
  await ending.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已移出', { exact: true })).toBeVisible();
  await audit(page);
});
