import { expect, test } from 'vitest';
import type { Terms } from '#contract/catalogue/menu-terms.ts';
import { itemOf } from '#tests/builders/county.ts';
import { terms } from '#tests/builders/terms.ts';
import { useApp } from '#tests/support/app.ts';
import { givenGrant } from '#tests/api/grants/given.ts';

const app = useApp();
const admin = () => app().as('admin');
const carveOuts = [{ part: '吊销许可证件', reason: '由颁发许可证件的部门决定' }];

async function litterOnDraft() {
  const { id: editionId } = await admin().ok('POST /editions', { body: { title: '第二版' } });
  const { items } = await admin().ok('GET /editions/{editionId}/items', { params: { editionId }, query: { q: 'CG-CF-002' } });
  return { editionId, itemId: items[0]?.id ?? '' };
}

test('what is kept out of a power is kept with the item, part by part', async () => {
  const params = await litterOnDraft();
  const body = { terms: terms({ carveOuts, trialMonths: 0 }) as Terms };
  await admin().ok('PUT /editions/{editionId}/items/{itemId}', { params, version: 1, body });
  expect((await admin().ok('GET /editions/{editionId}/items/{itemId}', { params })).terms.carveOuts).toEqual(carveOuts);
});

test('a part without words is refused, a reason may be missing', async () => {
  const params = await litterOnDraft();
  const put = (part: string) =>
    admin().call('PUT /editions/{editionId}/items/{itemId}', {
      params,
      version: 1,
      body: { terms: terms({ carveOuts: [{ part, reason: '' }] }) as Terms },
    });
  const { status, problem } = await put(' ');
  expect([status, problem.code, problem.errors?.map(({ pointer }) => pointer)]).toEqual([
    400,
    'invalid_input',
    ['/terms/carveOuts/0/part'],
  ]);
  expect((await put('吊销许可证件')).status).toBe(200);
});

test('an edition from before carve-outs keeps nothing out: menu, grant, register and paper say so', async () => {
  app().arrange((tx) => {
    const triggers = tx.$client.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'menu_items'`).pluck().all();
    for (const name of triggers) tx.$client.exec(`DROP TRIGGER ${String(name)}`);
    tx.$client.exec(`UPDATE menu_items SET terms = json_remove(terms, '$.carveOuts')`);
  });
  const grantId = await givenGrant(app(), 'litter');
  const item = await admin().ok('GET /menu/items/{itemId}', { params: { itemId: itemOf('litter') } });
  const grant = await app().as('auditor').ok('GET /grants/{grantId}', { params: { grantId } });
  const power = await app().anonymous.ok('GET /register/powers/{code}', { params: { code: 'CG-CF-002' } });
  expect([item.terms.carveOuts, grant.carveOuts, power.carveOuts]).toEqual([[], [], []]);
  const draft = await admin().ok('POST /editions', { body: { title: '第二版' } });
  const { changes } = await admin().ok('GET /editions/{editionId}/check', { params: { editionId: draft.id } });
  expect(changes).toEqual([]);
});

test('the paper of a grant names what it keeps out, and its public verification says the same', async () => {
  await givenGrant(app(), 'litter', { scope: { scopeNote: '', carveOuts } });
  const verdict = await app().anonymous.ok('GET /register/documents', { query: { number: '青禾赋权〔2026〕1号' } });
  expect(verdict).toMatchObject({ isKnown: true, carveOuts });
});
