import { describe, expect, test } from 'vitest';
import { givenLawful } from '#tests/builders/editions.ts';
import { itemOf, type Person } from '#tests/builders/county.ts';
import { approved, fileOf, lineFor, placeOrder, prepared, reviewed, submitted, supported } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();

describe('who sees a request', () => {
  const reads = ['GET /requests/{requestId}', 'GET /requests/{requestId}/preparation', 'GET /requests/{requestId}/consequences'] as const;
  const cases: readonly (readonly [Person, boolean])[] = [
    ['eastclerk', true],
    ['eastlead', true],
    ['westclerk', false],
    ['westlead', false],
    ['urbanreviewer', true],
    ['waterreviewer', false],
    ['legal', true],
    ['decider', true],
    ['auditor', true],
  ];
  test.each(cases)('%s: %s', async (person, sees) => {
    const requestId = await submitted(app(), 'fine');
    for (const route of reads) {
      const { status } = await app().as(person).call(route, { params: { requestId } });
      expect([route, status]).toEqual([route, sees ? 200 : 404]);
    }
    expect((await app().as(person).ok('GET /requests')).items.map(({ id }) => id)).toEqual(sees ? [requestId] : []);
  });

  test('admins and training officers have no business with them, the public none', async () => {
    const requestId = await submitted(app(), 'fine');
    for (const person of ['admin', 'trainer'] as const) {
      expect(await app().as(person).refusal('GET /requests/{requestId}', { params: { requestId } })).toBe('403 forbidden');
    }
    expect(await app().anonymous.refusal('GET /requests/{requestId}', { params: { requestId } })).toBe('401 not_signed_in');
    expect(
      await app()
        .as('decider')
        .refusal('GET /requests/{requestId}', { params: { requestId: 'no-such-request' } }),
    ).toBe('404 not_found');
  });
});

describe('what may be done travels with the file', () => {
  const allowed = async (person: Person, requestId: string) =>
    (await app().as(person).ok('GET /requests/{requestId}', { params: { requestId } })).allowedActions;

  test('at each stage to whom it lies with', async () => {
    const first = await submitted(app(), 'fine');
    expect(await allowed('urbanreviewer', first)).toEqual(['give_opinion', 'send_back']);
    expect(await allowed('legal', first)).toEqual([]);
    expect(await allowed('eastlead', first)).toEqual(['withdraw']);
    expect(await allowed('eastclerk', first)).toEqual([]);
    expect(await allowed('auditor', first)).toEqual([]);
    expect(await allowed('legal', await supported(app(), 'inspect'))).toEqual(['review_legally', 'send_back']);
    expect(await allowed('decider', await reviewed(app(), 'mandated'))).toEqual(['decide', 'send_back']);
  });

  test('in preparation and after', async () => {
    const open = await approved(app(), 'well');
    expect(await allowed('decider', open)).toEqual(['extend_preparation', 'waive']);
    expect(await allowed('eastlead', open)).toEqual(['withdraw', 'attest', 'edit_hand_over']);
    const ready = await prepared(app(), 'fine');
    expect(await allowed('eastlead', ready)).toContain('sign_hand_over');
    expect(await allowed('urbanreviewer', ready)).toEqual(['edit_hand_over', 'sign_hand_over']);
  });
});

describe('requests are listed', () => {
  test('by state, township, power and order, newest first, page by page', async () => {
    const east = await placeOrder(app(), ['fine', 'inspect', 'relief']);
    const west = await submitted(app(), 'fine', { by: 'westlead' });
    const list = (query: Record<string, string>) => app().as('decider').ok('GET /requests', { query });
    expect((await list({ powerId: 'fine' })).items.map(({ townshipName }) => townshipName)).toEqual(['西关街道办事处', '东河镇人民政府']);
    expect((await list({ townshipId: 'west' })).items.map(({ id }) => id)).toEqual([west]);
    expect((await list({ orderId: east.id })).total).toBe(3);
    expect((await list({ state: 'rejected' })).items).toEqual([]);
    const first = await list({ limit: '3' });
    expect(first).toMatchObject({ total: 4, isTotalExact: true });
    expect((await list({ limit: '3', cursor: first.nextCursor ?? '' })).items).toHaveLength(1);
    expect(first.items[0]).toMatchObject({
      id: west,
      code: 'CG-CF-001',
      powerName: '对占道经营的处罚',
      isSwap: false,
      stage: 'department',
    });
    expect((await app().as('waterreviewer').ok('GET /requests')).items.map(({ powerId }) => powerId)).toEqual(['relief']);
    expect(
      (
        await app()
          .as('waterreviewer')
          .ok('GET /requests', { query: { state: 'in_review' } })
      ).total,
    ).toBe(1);
  });
});

describe('when a new edition comes into force', () => {
  async function publish(change: (terms: Record<string, unknown>) => void): Promise<void> {
    const admin = app().as('admin');
    const { id: editionId } = await admin.ok('POST /editions', { body: { title: '第二版' } });
    const { items } = await admin.ok('GET /editions/{editionId}/items', { params: { editionId } });
    const itemId = items.find(({ powerId }) => powerId === 'relief')?.id ?? '';
    const { terms, version } = await admin.ok('GET /editions/{editionId}/items/{itemId}', { params: { editionId, itemId } });
    change(terms);
    await admin.ok('PUT /editions/{editionId}/items/{itemId}', { params: { editionId, itemId }, version, body: { terms } });
    await givenLawful(app(), editionId);
    const edition = (await admin.ok('GET /editions')).items.find(({ id }) => id === editionId);
    const body = { documentNumber: '青禾府发〔2026〕9号', decidedOn: '2026-03-02' };
    await admin.ok('POST /editions/{editionId}/publication', { params: { editionId }, version: edition?.version ?? 0, body });
  }

  test('a request keeps the terms that it cites, and says that they have changed', async () => {
    const requestId = await submitted(app(), 'relief');
    const untouched = await submitted(app(), 'inspect');
    await publish((terms) => (terms['trialMonths'] = 12));
    expect(await fileOf(app(), requestId)).toMatchObject({ editionNumber: 1, haveTermsChanged: true });
    expect(await fileOf(app(), untouched)).toMatchObject({ editionNumber: 1, haveTermsChanged: false });
    const { terms, currentTerms } = await app().as('decider').ok('GET /requests/{requestId}/consequences', { params: { requestId } });
    expect([terms.trialMonths, currentTerms?.trialMonths]).toEqual([6, 12]);
  });

  test('a draft cannot be submitted on terms that are no longer in force', async () => {
    const clerk = app().as('eastclerk');
    const { id: orderId } = await clerk.ok('POST /orders', { body: { name: '草稿', lines: [lineFor('relief')] } });
    await publish((terms) => (terms['trialMonths'] = 12));
    const { lines, isReady } = await clerk.ok('GET /orders/{orderId}/check', { params: { orderId } });
    expect([isReady, lines[0]?.conflicts.map(({ code }) => code)]).toEqual([false, ['not_orderable']]);
    expect(await app().as('eastlead').refusal('POST /orders/{orderId}/submission', { params: { orderId }, version: 1 })).toBe(
      '422 not_orderable',
    );
    const params = { orderId, itemId: itemOf('inspect') };
    const { itemId: _itemId, ...answers } = lineFor('inspect');
    expect(await clerk.refusal('PUT /orders/{orderId}/lines/{itemId}', { params, version: 1, body: answers })).toBe('422 not_orderable');
    await clerk.ok('DELETE /orders/{orderId}/lines/{itemId}', { params: { orderId, itemId: itemOf('relief') }, version: 1 });
  });
});
