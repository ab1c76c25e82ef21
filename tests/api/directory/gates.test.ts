import { describe, expect, test } from 'vitest';
import { itemOf } from '#tests/builders/county.ts';
import { lineFor } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';
import { draftOf, listedBy, statutory, takenBack } from './given.ts';

const app = useApp();
const admin = () => app().as('admin');
const blockingOf = async (draft: Awaited<ReturnType<typeof draftOf>>) =>
  (await draft.findings()).filter((finding) => finding.endsWith('blocking'));

describe('what the gates look at when a menu is published', () => {
  test('penalties outside the directory block, until an entry is linked or has their code', async () => {
    const draft = await draftOf(app());
    expect(await blockingOf(draft)).toEqual([]);
    const entry = await listedBy(app(), 'S-001', null);
    expect(await blockingOf(draft)).toEqual([
      'CG-CF-001 penalty_outside_directory blocking',
      'CG-CF-002 penalty_outside_directory blocking',
    ]);
    expect((await draft.publish()).problem).toMatchObject({ status: 422, code: 'edition_has_findings', params: { count: 2 } });
    await admin().ok('PUT /directory/{entryId}/power', { params: { entryId: entry.id }, version: 1, body: { powerId: 'fine' } });
    await listedBy(app(), 'CG-CF-002', null);
    expect(await blockingOf(draft)).toEqual([]);
    expect((await draft.publish()).status).toBe(200);
  });

  test('an entry that has ended lists nothing any more, and one that ends tomorrow still does', async () => {
    const draft = await draftOf(app());
    const entry = await listedBy(app(), 'CG-CF-001', null);
    await listedBy(app(), 'CG-CF-002', null);
    const params = { entryId: entry.id };
    await admin().ok('PUT /directory/{entryId}/end', { params, version: 1, body: { endedOn: '2026-03-03' } });
    expect(await blockingOf(draft)).toEqual([]);
    await admin().ok('PUT /directory/{entryId}/end', { params, version: 2, body: { endedOn: '2026-03-02' } });
    expect(await blockingOf(draft)).toEqual(['CG-CF-001 penalty_outside_directory blocking']);
  });

  test('what is taken back from all blocks, what is taken back from one is pointed out', async () => {
    const draft = await draftOf(app());
    const own = await takenBack(app(), 'east', 'ditch');
    expect((await draft.findings()).filter((one) => one.startsWith('SL-QT-001'))).toEqual([
      'SL-QT-001 taken_back warning',
      'SL-QT-001 transfer_of_other_power warning',
    ]);
    await takenBack(app(), 'west', 'ditch');
    expect(await blockingOf(draft)).toEqual(['SL-QT-001 taken_back blocking']);
    expect((await draft.publish()).status).toBe(422);
    await admin().ok('DELETE /duties/{dutyId}', { params: { dutyId: own.id }, version: 1 });
    expect(await blockingOf(draft)).toEqual([]);
    await takenBack(app(), null, 'ditch');
    expect(await blockingOf(draft)).toEqual(['SL-QT-001 taken_back blocking']);
  });

  test('what every eligible kind has by law blocks, and what came down from above', async () => {
    const draft = await draftOf(app());
    const byLaw = await statutory(app(), ['town', 'township'], 'towns');
    expect(await blockingOf(draft)).toEqual(['SL-QR-001 township_power_by_law blocking']);
    const params = { townshipPowerId: byLaw.id };
    await admin().ok('PUT /township-powers/{townshipPowerId}/power', { params, version: 1, body: { powerId: 'ditch' } });
    expect(await draft.findings()).toContain('SL-QT-001 township_power_by_law warning');
    const water = { field: '水利', departmentId: 'water', limitsPersonalFreedom: false } as const;
    const above = { ...water, name: '抗旱补助给付', cameDownFrom: 'city', cameDownBasis: '市政府令第5号' } as const;
    await admin().ok('PUT /powers/{powerId}', { params: { powerId: 'relief' }, version: 1, body: above });
    expect(await blockingOf(draft)).toEqual(['SL-JF-001 passed_on blocking']);
    const own = { ...above, cameDownFrom: null, cameDownBasis: '' };
    await admin().ok('PUT /powers/{powerId}', { params: { powerId: 'relief' }, version: 2, body: own });
    await admin().ok('PUT /powers/{powerId}', { params: { powerId: 'relief' }, version: 3, body: { ...own, limitsPersonalFreedom: true } });
    expect(await blockingOf(draft)).toEqual(['SL-JF-001 limits_personal_freedom blocking']);
  });

  test('a save of one item tells at once what stands against it', async () => {
    const draft = await draftOf(app());
    await listedBy(app(), 'S-001', null);
    const params = { editionId: draft.editionId, itemId: draft.itemOfPower('fine') };
    const item = await admin().ok('GET /editions/{editionId}/items/{itemId}', { params });
    expect(item.findings.map(({ gate }) => gate)).toEqual(['penalty_outside_directory']);
    const saved = await admin().ok('PUT /editions/{editionId}/items/{itemId}', {
      params,
      version: item.version,
      body: { terms: { ...item.terms, carrier: 'entrustment', prerequisites: [], isPrerequisiteFree: true } },
    });
    expect(saved.findings.map(({ gate }) => gate)).toEqual(['penalty_not_transferred', 'penalty_outside_directory']);
    expect(saved.findings[1]?.params).toEqual({ code: 'CG-CF-001', powerId: 'fine' });
  });
});

describe('what a township meets when it orders', () => {
  const badgeOf = async (person: 'eastclerk' | 'westclerk', power: Parameters<typeof itemOf>[0]) =>
    (
      await app()
        .as(person)
        .ok('GET /menu/badges', { query: { itemIds: itemOf(power) } })
    ).items[0]?.notEligible.map(({ kind }) => kind);
  const placing = (person: 'eastlead' | 'westlead', power: Parameters<typeof itemOf>[0]) =>
    app()
      .as(person)
      .call('POST /orders', {
        body: {
          name: '点单',
          submit: true,
          lines: [lineFor(power, { officerIds: [person === 'eastlead' ? 'officer-li' : 'officer-qian'] })],
        },
      });

  test('what its own list took back is refused to it, and to no other', async () => {
    await takenBack(app(), 'east', 'litter');
    expect(await badgeOf('eastclerk', 'litter')).toEqual(['taken_back']);
    expect(await badgeOf('westclerk', 'litter')).toEqual([]);
    expect((await placing('eastlead', 'litter')).problem).toMatchObject({
      status: 422,
      code: 'not_eligible',
      params: { reason: 'taken_back' },
    });
    expect((await placing('westlead', 'litter')).status).toBe(201);
  });

  test('what its kind has by law is shown as such and cannot be ordered', async () => {
    await statutory(app(), ['town'], 'ditch');
    expect(await badgeOf('eastclerk', 'ditch')).toEqual(['by_law']);
    expect(await badgeOf('westclerk', 'ditch')).toEqual([]);
    expect((await placing('eastlead', 'ditch')).problem.params).toMatchObject({ reason: 'by_law' });
  });

  test('a draft that was lawful when it was written is judged by what stands when it is signed', async () => {
    const lines = [lineFor('litter', { officerIds: ['officer-li'] })];
    const order = await app()
      .as('eastclerk')
      .ok('POST /orders', { body: { name: '点单', lines } });
    const params = { orderId: order.id };
    const duty = await takenBack(app(), null, 'litter');
    const check = await app().as('eastclerk').ok('GET /orders/{orderId}/check', { params });
    expect(check).toMatchObject({ isReady: false, lines: [{ notEligible: [{ kind: 'taken_back' }] }] });
    const submission = { params, version: order.version };
    expect(await app().as('eastlead').refusal('POST /orders/{orderId}/submission', submission)).toBe('422 not_eligible');
    await admin().ok('DELETE /duties/{dutyId}', { params: { dutyId: duty.id }, version: 1 });
    expect((await app().as('eastlead').ok('POST /orders/{orderId}/submission', submission)).number).not.toBeNull();
  });

  test('a penalty that the province struck out is refused; one that was not entered yet is not', async () => {
    await listedBy(app(), 'S-001', null);
    expect(await badgeOf('eastclerk', 'litter')).toEqual([]);
    const entry = await listedBy(app(), 'CG-CF-002', null);
    await admin().ok('PUT /directory/{entryId}/end', { params: { entryId: entry.id }, version: 1, body: { endedOn: '2026-03-02' } });
    expect(await badgeOf('eastclerk', 'litter')).toEqual(['directory_ended']);
    expect((await placing('eastlead', 'litter')).problem.code).toBe('not_eligible');
  });

  test('a compulsory measure is refused alone, and follows a penalty that is ordered or held', async () => {
    const draft = await draftOf(app());
    const fields = { statutoryType: 'compulsion', category: 'enforcement', field: '城管', departmentId: 'urban' } as const;
    const power = await admin().ok('POST /powers', { body: { ...fields, code: 'CG-QZ-001', name: '扣押占道经营工具' } });
    const { terms } = await admin().ok('GET /menu/items/{itemId}', { params: { itemId: itemOf('fine') } });
    const body = { powerId: power.id, terms: { ...terms, companions: ['CG-JC-001', 'CG-CF-001'] } };
    await admin().ok('POST /editions/{editionId}/items', { params: { editionId: draft.editionId }, body });
    expect((await draft.publish()).status).toBe(200);
    const idOf = async (code: string) =>
      (
        await app()
          .as('eastlead')
          .ok('GET /menu/items', { query: { q: code } })
      ).items[0]?.id ?? '';
    const line = { ...lineFor('fine'), officerIds: ['officer-li'] };
    const lines = async (...codes: string[]) => Promise.all(codes.map(async (code) => ({ ...line, itemId: await idOf(code) })));
    const order = async (...codes: string[]) =>
      app()
        .as('eastlead')
        .call('POST /orders', { body: { name: '点单', submit: true, lines: await lines(...codes) } });
    expect((await order('CG-QZ-001')).problem).toMatchObject({ status: 422, code: 'compulsion_alone', params: { with: 'CG-CF-001' } });
    expect((await order('CG-QZ-001', 'CG-JC-001')).problem.code).toBe('compulsion_alone');
    expect((await order('CG-QZ-001', 'CG-CF-001')).status).toBe(201);
  });
});
