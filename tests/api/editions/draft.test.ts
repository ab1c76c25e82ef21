import { describe, expect, test } from 'vitest';
import type { Terms } from '#contract/catalogue/menu-terms.ts';
import { auditRecords } from '#db/schema/records.ts';
import { itemOf, menu } from '#tests/builders/county.ts';
import { terms } from '#tests/builders/terms.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const admin = () => app().as('admin');
const draftOf = (changes: Parameters<typeof terms>[0] = {}) => terms(changes) as Terms;
const open = () => admin().ok('POST /editions', { body: { title: '第二版' } });
const items = (editionId: string) => admin().ok('GET /editions/{editionId}/items', { params: { editionId } });
const edition = async (editionId: string) => (await admin().ok('GET /editions')).items.find(({ id }) => id === editionId);
const actions = (subjectId: string) =>
  app()
    .db.select()
    .from(auditRecords)
    .all()
    .filter((record) => record.subjectId === subjectId)
    .map(({ action }) => action);
const newPower = () =>
  admin().ok('POST /powers', {
    body: {
      code: 'SL-CF-009',
      name: '对擅自取水的处罚',
      statutoryType: 'penalty',
      category: 'enforcement',
      field: '水利',
      departmentId: 'water',
    },
  });

describe('opening a draft', () => {
  test('copies the edition in force, item by item, under ids of its own', async () => {
    const draft = await open();
    expect(draft).toMatchObject({
      number: 2,
      title: '第二版',
      state: 'draft',
      documentNumber: null,
      publishedAt: null,
      version: 1,
      itemCount: 9,
    });
    const { items: copies, total } = await items(draft.id);
    expect(total).toBe(9);
    expect(copies.map(({ code }) => code)).toEqual(
      Object.values(menu)
        .map(({ code }) => code)
        .sort(),
    );
    expect(new Set(copies.map(({ id }) => id)).size).toBe(9);
    expect(copies.map(({ id }) => id)).not.toContain(itemOf('fine'));
    const fine = copies.find(({ powerId }) => powerId === 'fine');
    const copy = await admin().ok('GET /editions/{editionId}/items/{itemId}', { params: { editionId: draft.id, itemId: fine?.id ?? '' } });
    expect(copy).toMatchObject({ editionNumber: 2, version: 1, terms: menu.fine.terms });
    expect(actions(draft.id)).toEqual(['edition_opened']);
  });

  test('is done once for one key, and there is one draft at a time', async () => {
    const key = 'opening-1';
    const first = await admin().call('POST /editions', { body: { title: '第二版' }, key });
    const again = await admin().call('POST /editions', { body: { title: '第二版' }, key });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await admin().refusal('POST /editions', { body: { title: '另一版' }, key })).toBe('422 idempotency_key_reused');
    expect(await admin().refusal('POST /editions', { body: { title: '第三版' } })).toBe('409 draft_exists');
    expect((await admin().ok('GET /editions')).items).toHaveLength(2);
  });

  test('shows the draft only to those who make or review it', async () => {
    const draft = await open();
    const [copy] = (await items(draft.id)).items;
    const params = { editionId: draft.id, itemId: copy?.id ?? '' };
    for (const person of ['admin', 'legal', 'auditor'] as const) {
      expect((await app().as(person).ok('GET /editions')).items.map(({ id }) => id)).toContain(draft.id);
      expect((await app().as(person).ok('GET /editions/{editionId}/items/{itemId}', { params })).id).toBe(params.itemId);
    }
    for (const person of ['eastlead', 'urbanreviewer', 'decider', 'trainer'] as const) {
      expect((await app().as(person).ok('GET /editions')).items.map(({ id }) => id)).toEqual(['edition-1']);
      expect(await app().as(person).refusal('GET /editions/{editionId}/items/{itemId}', { params })).toBe('403 forbidden');
      expect(await app().as(person).refusal('GET /menu/items/{itemId}', { params })).toBe('404 not_found');
    }
  });
});

describe('an item of a draft', () => {
  test('is added, changed and dropped; each makes a new version of the edition and two records', async () => {
    const draft = await open();
    const power = await newPower();
    const added = await admin().ok('POST /editions/{editionId}/items', {
      params: { editionId: draft.id },
      body: { powerId: power.id, terms: draftOf({ companions: ['CG-JC-001'], difficulty: 'hard' }) },
    });
    expect(added).toMatchObject({ code: 'SL-CF-009', departmentName: '青禾县水利局', difficulty: 'hard', version: 1, editionNumber: 2 });
    expect(added.consequences).toMatchObject({ inWhoseName: 'township', respondent: 'township' });
    expect(added.companionItems).toMatchObject([{ code: 'CG-JC-001', name: '占道经营检查' }]);
    const params = { editionId: draft.id, itemId: added.id };
    const changed = await admin().ok('PUT /editions/{editionId}/items/{itemId}', {
      params,
      version: 1,
      body: { terms: draftOf({ liability: 'high' }) },
    });
    expect(changed).toMatchObject({ version: 2, liability: 'high', difficulty: 'easy', companionItems: [] });
    expect((await edition(draft.id))?.version).toBe(3);
    expect((await admin().call('DELETE /editions/{editionId}/items/{itemId}', { params, version: 2 })).status).toBe(204);
    expect(await edition(draft.id)).toMatchObject({ version: 4, itemCount: 9 });
    expect(await admin().refusal('GET /editions/{editionId}/items/{itemId}', { params })).toBe('404 not_found');
    expect(actions(added.id)).toEqual(['item_added', 'item_changed', 'item_dropped']);
    expect(actions(draft.id)).toEqual(['edition_opened', 'edition_item_added', 'edition_item_changed', 'edition_item_dropped']);
  });

  test('is not overwritten unseen: the second gets a conflict that names the first', async () => {
    const draft = await open();
    const [copy] = (await items(draft.id)).items;
    const params = { editionId: draft.id, itemId: copy?.id ?? '' };
    await admin().ok('PUT /editions/{editionId}/items/{itemId}', { params, version: 1, body: { terms: draftOf({ trialMonths: 3 }) } });
    const late = await admin().call('PUT /editions/{editionId}/items/{itemId}', {
      params,
      version: 1,
      body: { terms: draftOf({ trialMonths: 9 }) },
    });
    expect(late.status).toBe(412);
    expect(late.problem).toMatchObject({
      code: 'version_stale',
      currentVersion: 2,
      changes: [{ actor: '管理员', action: 'item_changed' }],
    });
    expect(await admin().refusal('DELETE /editions/{editionId}/items/{itemId}', { params, version: 1 })).toBe('412 version_stale');
    const unversioned = await admin().send('DELETE', `/editions/${draft.id}/items/${params.itemId}`, {
      headers: { 'idempotency-key': 'without-version' },
    });
    expect(unversioned.problem).toMatchObject({ status: 428, code: 'version_missing' });
    const unchanged = await admin().ok('GET /editions/{editionId}/items/{itemId}', { params });
    expect(unchanged.terms.trialMonths).toBe(3);
  });

  test('stands on an edition once, and points only to what there is', async () => {
    const draft = await open();
    const add = (powerId: string, changes: Parameters<typeof terms>[0] = {}) =>
      admin().call('POST /editions/{editionId}/items', { params: { editionId: draft.id }, body: { powerId, terms: draftOf(changes) } });
    expect((await add('fine')).problem.code).toBe('item_exists');
    expect((await add('no-such-power')).problem).toMatchObject({ status: 400, code: 'invalid_input', errors: [{ pointer: '/powerId' }] });
    const { id } = await newPower();
    const officers = { key: 'a', kind: 'certified_officers', count: 2 } as const;
    const strange = await add(id, {
      companions: ['CG-JC-001', 'XX-1'],
      exclusiveWith: ['XX-2'],
      resources: [{ ...posts, organisationId: 'nobody' }],
    });
    expect(strange.problem).toMatchObject({
      code: 'invalid_input',
      errors: [{ pointer: '/terms/companions/1' }, { pointer: '/terms/exclusiveWith/0' }, { pointer: '/terms/resources/0/organisationId' }],
    });
    const uncertified = await add(id, { prerequisites: [{ ...officers, certificateKind: 'driving' }] });
    expect(uncertified.problem).toMatchObject({
      code: 'certificate_kind_unknown',
      errors: [{ pointer: '/terms/prerequisites/0/certificateKind' }],
    });
    const known = await add(id, {
      prerequisites: [{ ...officers, certificateKind: 'law_enforcement' }],
      resources: [{ ...posts, organisationId: 'water' }],
    });
    expect(known.status).toBe(201);
  });

  test('of a published edition stays as it is', async () => {
    const params = { editionId: 'edition-1', itemId: itemOf('fine') };
    const body = { terms: draftOf() };
    expect(await admin().refusal('PUT /editions/{editionId}/items/{itemId}', { params, version: 1, body })).toBe('409 edition_not_draft');
    expect(await admin().refusal('DELETE /editions/{editionId}/items/{itemId}', { params, version: 1 })).toBe('409 edition_not_draft');
    expect(
      await admin().refusal('POST /editions/{editionId}/items', { params: { editionId: 'edition-1' }, body: { ...body, powerId: 'fine' } }),
    ).toBe('409 edition_not_draft');
    expect(await admin().refusal('DELETE /editions/{editionId}', { params: { editionId: 'edition-1' }, version: 2 })).toBe(
      '409 edition_not_draft',
    );
  });

  test('is not found on another edition', async () => {
    const draft = await open();
    const params = { editionId: draft.id, itemId: itemOf('fine') };
    expect(await admin().refusal('GET /editions/{editionId}/items/{itemId}', { params })).toBe('404 not_found');
    expect(await admin().refusal('PUT /editions/{editionId}/items/{itemId}', { params, version: 1, body: { terms: draftOf() } })).toBe(
      '404 not_found',
    );
    expect(await admin().refusal('DELETE /editions/{editionId}/items/{itemId}', { params, version: 1 })).toBe('404 not_found');
    expect(await admin().refusal('GET /editions/{editionId}/items', { params: { editionId: 'unknown' } })).toBe('404 not_found');
  });
});

const posts = { key: 'posts', kind: 'posts', amount: 1, unit: 'persons', description: '下沉编制', withinWorkingDays: 30 } as const;

describe('a draft', () => {
  test('is searched and paged in the database', async () => {
    const draft = await open();
    const params = { editionId: draft.id };
    const found = await admin().ok('GET /editions/{editionId}/items', { params, query: { q: '处罚', departmentId: 'urban' } });
    expect(found).toMatchObject({ total: 2, isTotalExact: true, nextCursor: null });
    expect((await admin().ok('GET /editions/{editionId}/items', { params, query: { q: '%' } })).total).toBe(0);
    const first = await admin().ok('GET /editions/{editionId}/items', { params, query: { limit: '5' } });
    const second = await admin().ok('GET /editions/{editionId}/items', { params, query: { limit: '5', cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual((await items(draft.id)).items.map(({ code }) => code));
    expect(second.nextCursor).toBeNull();
  });

  test('is thrown away whole, and its number is given again', async () => {
    const draft = await open();
    const params = { editionId: draft.id };
    expect(await admin().refusal('DELETE /editions/{editionId}', { params, version: 7 })).toBe('412 version_stale');
    expect((await admin().call('DELETE /editions/{editionId}', { params, version: 1 })).status).toBe(204);
    expect(await admin().refusal('DELETE /editions/{editionId}', { params, version: 1 })).toBe('404 not_found');
    expect((await open()).number).toBe(2);
    expect(actions(draft.id)).toEqual(['edition_opened', 'edition_discarded']);
  });
});
