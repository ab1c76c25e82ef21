import { describe, expect, test } from 'vitest';
import { memberships, substitutions } from '#db/schema/accounts.ts';
import { itemOf, type Person } from '#tests/builders/county.ts';
import { approved, fileOf, handOverList, lineFor, placeOrder, prepared, submitted, supported } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const day = 86_400_000;

/** Gives somebody a further post. */
const alsoIs = (accountId: Person, role: 'clerk' | 'lead' | 'reviewer', organisationId: string): void =>
  app().arrange((tx) => tx.insert(memberships).values({ accountId, role, organisationId }).run());
const bySignature = async (requestId: string, kind: string) =>
  (await fileOf(app(), requestId)).timeline.find((event) => event.kind === kind)?.by?.organisation;

describe('who acts for two townships', () => {
  const body = { name: '草稿', lines: [] };
  const persons = { name: '周新人', post: '执法队员', dutyPhone: '0990-1', joinedOn: '2026-03-02' };

  test('names the one for which a draft is opened, and finds it again', async () => {
    alsoIs('eastclerk', 'clerk', 'west');
    const clerk = app().as('eastclerk');
    const { problem } = await clerk.call('POST /orders', { body });
    expect(problem).toMatchObject({ status: 422, code: 'township_required', errors: [{ pointer: '/townshipId' }] });
    const west = await clerk.ok('POST /orders', { body: { ...body, townshipId: 'west' } });
    const east = await clerk.ok('POST /orders', { body: { ...body, townshipId: 'east' } });
    expect([west.township.id, east.township.id]).toEqual(['west', 'east']);
    const { items } = await clerk.ok('GET /orders', { query: { kind: 'draft' } });
    expect(items.map(({ townshipId, townshipName }) => [townshipId, townshipName])).toEqual([
      ['east', '东河镇人民政府'],
      ['west', '西关街道办事处'],
    ]);
    expect((await app().as('westclerk').ok('GET /orders')).items.map(({ id }) => id)).toEqual([west.id]);
  });

  test('another township is as unknown as one that does not exist', async () => {
    for (const townshipId of ['west', 'urban', 'no-such-township'])
      expect(
        await app()
          .as('eastclerk')
          .refusal('POST /orders', { body: { ...body, townshipId } }),
      ).toBe('404 not_found');
    expect((await app().as('eastclerk').ok('POST /orders', { body })).township.id).toBe('east');
  });

  test('signs where they are the lead, and drafts where they are the clerk', async () => {
    alsoIs('eastlead', 'clerk', 'west');
    const lead = app().as('eastlead');
    const order = { name: '点单', lines: [lineFor('fine', { officerIds: ['officer-qian'] })] };
    expect(await lead.refusal('POST /orders', { body: { ...order, townshipId: 'west', submit: true } })).toBe('403 forbidden');
    const draft = await lead.ok('POST /orders', { body: { ...order, townshipId: 'west' } });
    expect(draft.allowedActions).toEqual(['edit', 'discard']);
    expect(await lead.refusal('POST /orders/{orderId}/submission', { params: { orderId: draft.id }, version: 1 })).toBe('403 forbidden');
    const placed = await lead.ok('POST /orders', { body: { name: '点单', lines: [lineFor('fine')], townshipId: 'east', submit: true } });
    expect([placed.township.id, placed.submittedBy?.organisation]).toEqual(['east', '东河镇人民政府']);
  });

  test('is told how the township that they name stands to the menu', async () => {
    alsoIs('eastclerk', 'clerk', 'west');
    await placeOrder(app(), ['fine']);
    const clerk = app().as('eastclerk');
    const query = { itemIds: itemOf('fine') };
    expect(await clerk.refusal('GET /menu/badges', { query })).toBe('422 township_required');
    const badge = async (townshipId: string) =>
      (await clerk.ok('GET /menu/badges', { query: { ...query, townshipId } })).items[0]?.isOrdered;
    expect([await badge('east'), await badge('west')]).toEqual([true, false]);
    expect(await clerk.refusal('GET /menu/items', { query: { standing: 'ordered' } })).toBe('422 township_required');
    const ordered = async (townshipId: string) => (await clerk.ok('GET /menu/items', { query: { standing: 'ordered', townshipId } })).total;
    expect([await ordered('east'), await ordered('west')]).toEqual([1, 0]);
    for (const route of [
      'GET /suggestions/ready',
      'GET /suggestions/similar',
      'GET /suggestions/questions',
      'GET /suggestions/guided-order',
    ] as const) {
      expect(await clerk.refusal(route)).toBe('422 township_required');
      await clerk.ok(route, { query: { townshipId: 'west' } });
    }
  });

  test('says on which roster somebody is put, and reads both', async () => {
    alsoIs('eastclerk', 'clerk', 'west');
    const clerk = app().as('eastclerk');
    expect(await clerk.refusal('POST /officers', { body: persons })).toBe('422 township_required');
    expect((await clerk.ok('POST /officers', { body: { ...persons, townshipId: 'west' } })).townshipId).toBe('west');
    expect(
      await app()
        .as('eastlead')
        .refusal('POST /officers', { body: { ...persons, townshipId: 'west' } }),
    ).toBe('404 not_found');
    const { items } = await clerk.ok('GET /officers');
    expect(new Set(items.map(({ townshipId }) => townshipId))).toEqual(new Set(['east', 'west']));
  });

  test('signs for the township that the case is of', async () => {
    alsoIs('eastlead', 'lead', 'west');
    const requestId = await approved(app(), 'fine', { by: 'westlead' });
    const { commitments } = await app().as('eastlead').ok('GET /requests/{requestId}/preparation', { params: { requestId } });
    const [{ id: commitmentId, version } = { id: '', version: 0 }] = commitments;
    const delivery = { params: { commitmentId }, version, body: { evidence: '已移交' } };
    await app().as('urbanreviewer').ok('POST /commitments/{commitmentId}/delivery', delivery);
    await app()
      .as('eastlead')
      .ok('POST /commitments/{commitmentId}/confirmation', { params: { commitmentId }, version: version + 1 });
    expect(await bySignature(requestId, 'commitment_confirmed')).toBe('西关街道办事处');
  });

  test('sends a roster in for the township that it is of', async () => {
    alsoIs('eastclerk', 'clerk', 'west');
    const body = new Blob(['姓名\n周新人\n']);
    await app()
      .as('eastclerk')
      .ok('POST /imports', { query: { kind: 'rosters', fileName: 'a.csv', townshipId: 'west' }, body });
    expect(app().db.$client.prepare('SELECT organisation_id FROM imports').pluck().all()).toEqual(['west']);
  });
});

describe('who belongs to two bodies of the county’s side', () => {
  test('sees in a list what single reads open: the legal office’s cases and those of the own department', async () => {
    alsoIs('legal', 'reviewer', 'urban');
    const direct = await submitted(app(), 'fine');
    // A file without a legal stage, of another department and of the own one.
    app().arrange((tx) =>
      tx.$client.prepare(`UPDATE requests SET route = '[{"stage":"county","organisationId":"county","workingDays":5}]'`).run(),
    );
    const own = await submitted(app(), 'inspect');
    app().arrange((tx) => tx.$client.prepare(`UPDATE requests SET department_id = 'urban' WHERE id = ?`).run(own));
    const foreign = await submitted(app(), 'relief');
    app().arrange((tx) => tx.$client.prepare(`UPDATE requests SET route = '[]' WHERE id = ?`).run(foreign));
    const { items, total } = await app().as('legal').ok('GET /requests');
    expect([items.map(({ id }) => id), total]).toEqual([[own, direct], 2]);
    expect(
      await app()
        .as('legal')
        .refusal('GET /requests/{requestId}', { params: { requestId: foreign } }),
    ).toBe('404 not_found');
  });

  test('writes a hand-over list as the department, whatever else they are', async () => {
    alsoIs('decider2', 'reviewer', 'urban');
    const requestId = await prepared(app(), 'fine');
    const { version } = await fileOf(app(), requestId);
    await app().as('decider2').ok('PUT /requests/{requestId}/hand-over', { params: { requestId }, version, body: handOverList });
    expect(await bySignature(requestId, 'hand_over_edited')).toBe('青禾县城市管理局');
  });

  test('signs for the stage that time has brought the file to', async () => {
    const requestId = await submitted(app(), 'fine');
    app().clock.advance(60 * day);
    const body = { finding: 'lawful', citation: '', text: '' } as const;
    const { version } = await app().as('legal').ok('GET /requests/{requestId}', { params: { requestId } });
    await app().as('legal').ok('POST /requests/{requestId}/legal-review', { params: { requestId }, version, body });
    expect(await bySignature(requestId, 'legal_review')).toBe('青禾县司法局');
  });

  test('links to decisions on the same power as far as the other file is open', async () => {
    alsoIs('waterreviewer', 'clerk', 'east');
    await approved(app(), 'fine', { by: 'westlead' });
    const requestId = await submitted(app(), 'fine');
    const elsewhere = async (person: Person) =>
      (await app().as(person).ok('GET /requests/{requestId}/consequences', { params: { requestId } })).elsewhere.map(
        ({ outcome }) => outcome,
      );
    expect(await elsewhere('decider')).toEqual(['approve']);
    expect(await elsewhere('waterreviewer')).toEqual([]);
  });
});

describe('a substitute', () => {
  const awayFrom = (from: number, to: number): void =>
    app().arrange((tx) =>
      tx
        .insert(substitutions)
        .values({
          ...{ id: 's', awayAccountId: 'legal', substituteAccountId: 'trainer', reason: '出差', version: 1, createdAt: 0 },
          ...{ fromAt: app().clock.now() + from * day, toAt: app().clock.now() + to * day },
        })
        .run(),
    );
  const reads = async (requestId: string, actingFor?: 'legal') =>
    (
      await app()
        .as('trainer')
        .call('GET /requests/{requestId}', { params: { requestId }, ...(actingFor === undefined ? {} : { actingFor }) })
    ).status;

  test('sees what the person away sees while acting for them, on the days named, and not otherwise', async () => {
    const requestId = await supported(app(), 'fine');
    awayFrom(1, 3);
    expect([await reads(requestId), await reads(requestId, 'legal')]).toEqual([403, 403]);
    app().clock.advance(day);
    expect(await reads(requestId)).toBe(403);
    expect(await app().as('trainer').refusal('GET /requests')).toBe('403 forbidden');
    const acting = await app().as('trainer').ok('GET /requests/{requestId}', { params: { requestId }, actingFor: 'legal' });
    expect(acting.allowedActions).toEqual(['review_legally', 'send_back']);
    app().clock.advance(2 * day);
    expect(await reads(requestId, 'legal')).toBe(403);
  });
});
