import { describe, expect, test } from 'vitest';
import { MenuItem, type Terms } from '#contract/catalogue/menu-terms.ts';
import { auditRecords, issuedDocuments, outbox } from '#db/schema/records.ts';
import { itemOf } from '#tests/builders/county.ts';
import { givenLawful } from '#tests/builders/editions.ts';
import { terms } from '#tests/builders/terms.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const admin = () => app().as('admin');
const publication = { documentNumber: '青禾府发〔2026〕9号', decidedOn: '2026-02-27' };

/** A draft on which the litter penalty has other terms and the night markets are gone. */
async function changedDraft() {
  const draft = await admin().ok('POST /editions', { body: { title: '第二版' } });
  const { items } = await admin().ok('GET /editions/{editionId}/items', { params: { editionId: draft.id } });
  const idOf = (powerId: string) => items.find((item) => item.powerId === powerId)?.id ?? '';
  const changed = terms({ trialMonths: 6, exclusiveWith: ['SL-QT-001'], scopeNote: '吊销许可证件除外' }) as Terms;
  await admin().ok('PUT /editions/{editionId}/items/{itemId}', {
    params: { editionId: draft.id, itemId: idOf('litter') },
    version: 1,
    body: { terms: changed },
  });
  await admin().call('DELETE /editions/{editionId}/items/{itemId}', {
    params: { editionId: draft.id, itemId: idOf('populous') },
    version: 1,
  });
  return { editionId: draft.id, version: 3, idOf };
}
/** Publishes what the legal office has found lawful as it is. */
async function publish(editionId: string, version: number, body = publication) {
  await givenLawful(app(), editionId);
  return admin().call('POST /editions/{editionId}/publication', { params: { editionId }, version, body });
}

describe('publishing', () => {
  test('puts the edition in force and the former back, and the menu shows it at once', async () => {
    const { editionId, version, idOf } = await changedDraft();
    const { body: published, status } = await publish(editionId, version);
    expect(status).toBe(200);
    expect(published).toMatchObject({
      id: editionId,
      number: 2,
      state: 'published',
      version: 4,
      itemCount: 8,
      publishedAt: app().clock.now(),
      ...{ documentNumber: publication.documentNumber },
    });
    const menu = await app().as('eastclerk').ok('GET /menu/items');
    expect(menu.edition).toEqual(published);
    expect(menu.items.map(({ powerId }) => powerId)).not.toContain('populous');
    expect(menu.items.find(({ powerId }) => powerId === 'litter')?.id).toBe(idOf('litter'));
    const { items: editions } = await app().as('eastclerk').ok('GET /editions');
    expect(editions.map(({ number, state, version: now }) => [number, state, now])).toEqual([
      [2, 'published', 4],
      [1, 'superseded', 3],
    ]);
  });

  test('keeps the terms of the former edition for those who cite them', async () => {
    const before = await app()
      .as('eastclerk')
      .ok('GET /menu/items/{itemId}', { params: { itemId: itemOf('litter') } });
    const { editionId, version, idOf } = await changedDraft();
    await publish(editionId, version);
    const after = await app()
      .as('eastclerk')
      .ok('GET /menu/items/{itemId}', { params: { itemId: itemOf('litter') } });
    expect(MenuItem.parse(after)).toEqual(before);
    const now = await app()
      .as('eastclerk')
      .ok('GET /menu/items/{itemId}', { params: { itemId: idOf('litter') } });
    expect(now).toMatchObject({ editionNumber: 2, terms: { scopeNote: '吊销许可证件除外' } });
    expect(
      (
        await app()
          .as('westlead')
          .ok('GET /menu/items/{itemId}', { params: { itemId: itemOf('populous') } })
      ).editionNumber,
    ).toBe(1);
  });

  test('is recorded for both editions and told once', async () => {
    const { editionId, version } = await changedDraft();
    await publish(editionId, version);
    const facts = app().db.select().from(auditRecords).all().slice(-2);
    expect(facts.map(({ action, subjectId, actorName }) => [action, subjectId, actorName])).toEqual([
      ['edition_superseded', 'edition-1', '管理员'],
      ['edition_published', editionId, '管理员'],
    ]);
    expect(
      app()
        .db.select()
        .from(outbox)
        .all()
        .filter(({ subjectKind }) => subjectKind === 'edition')
        .map(({ kind, subjectId }) => [kind, subjectId]),
    ).toEqual([['edition_published', editionId]]);
  });

  test('is refused to who has not seen the last change of an item', async () => {
    const { editionId, version } = await changedDraft();
    const late = await publish(editionId, version - 1);
    expect(late.problem).toMatchObject({
      status: 412,
      currentVersion: version,
      changes: [{ action: 'edition_item_dropped', actor: '管理员' }],
    });
    const twice = [publish(editionId, version), publish(editionId, version, { ...publication, documentNumber: '另一号' })];
    const [first, second] = await Promise.all(twice);
    expect([first?.status, second?.status].sort()).toEqual([200, 412]);
  });

  test('says no to what is empty, published, undecided or numbered twice', async () => {
    const { editionId, version, idOf } = await changedDraft();
    expect((await publish('edition-1', 2)).problem.code).toBe('edition_not_draft');
    expect((await publish('unknown', 1)).problem.code).toBe('not_found');
    expect((await publish(editionId, version, { ...publication, documentNumber: '青禾府发〔2026〕1号' })).problem).toMatchObject({
      status: 409,
      code: 'document_number_taken',
    });
    app().arrange((tx) => {
      const paper = {
        year: 2026,
        sequence: 1,
        kind: 'grant',
        title: '',
        subjectKind: 'grant',
        subjectId: 'g',
        issuedOn: '2026-01-01',
        issuedAt: 0,
        payload: '{}',
      };
      tx.insert(issuedDocuments)
        .values({ ...paper, number: '青禾赋权〔2026〕1号' })
        .run();
    });
    expect((await publish(editionId, version, { ...publication, documentNumber: '青禾赋权〔2026〕1号' })).problem.code).toBe(
      'document_number_taken',
    );
    expect((await publish(editionId, version, { ...publication, decidedOn: '2026-03-03' })).problem).toMatchObject({
      status: 422,
      code: 'date_invalid',
      errors: [{ pointer: '/decidedOn' }],
    });
    expect((await app().as('eastclerk').ok('GET /menu/items')).edition.id).toBe('edition-1');
    const { items } = await admin().ok('GET /editions/{editionId}/items', { params: { editionId } });
    let now = version;
    for (const { id } of items) {
      await admin().call('DELETE /editions/{editionId}/items/{itemId}', {
        params: { editionId, itemId: id },
        version: id === idOf('litter') ? 2 : 1,
      });
      now += 1;
    }
    expect((await publish(editionId, now)).problem.code).toBe('edition_empty');
  });
});

describe('the check', () => {
  test('shows what the draft changes against the edition in force, field by field', async () => {
    const { editionId } = await changedDraft();
    const power = {
      code: 'SL-QT-009',
      name: '水渠清淤',
      statutoryType: 'other',
      category: 'public_management',
      field: '水利',
      departmentId: 'water',
    } as const;
    const { id: powerId } = await admin().ok('POST /powers', { body: power });
    const body = { powerId, terms: terms({ carrier: 'entrustment' }) as Terms };
    await admin().ok('POST /editions/{editionId}/items', { params: { editionId }, body });
    const { changes, edition } = await app().as('legal').ok('GET /editions/{editionId}/check', { params: { editionId } });
    expect(changes.map(({ code, change, fields }) => [code, change, [...fields].sort()])).toEqual([
      ['CG-CF-002', 'changed', ['scopeNote', 'trialMonths']],
      ['CG-QT-001', 'dropped', []],
      ['SL-QT-009', 'added', []],
    ]);
    expect(edition).toMatchObject({ id: editionId, state: 'draft' });
    const first = await admin().ok('GET /editions/{editionId}/check', { params: { editionId: 'edition-1' } });
    expect(new Set(first.changes.map(({ change }) => change))).toEqual(new Set(['added']));
    expect(await admin().refusal('GET /editions/{editionId}/check', { params: { editionId: 'unknown' } })).toBe('404 not_found');
  });

  test('names the statute of each finding, and a blocking one keeps the edition from being published', async () => {
    const { editionId, version, idOf } = await changedDraft();
    const params = { editionId, itemId: idOf('litter') };
    const entrusted = terms({ carrier: 'entrustment', responsibilities: null }) as Terms;
    await admin().ok('PUT /editions/{editionId}/items/{itemId}', { params, version: 2, body: { terms: entrusted } });
    const { findings } = await admin().ok('GET /editions/{editionId}/check', { params: { editionId } });
    const own = findings.filter(({ itemId, severity }) => itemId === params.itemId && severity === 'blocking');
    expect(own).toContainEqual(
      expect.objectContaining({
        gate: 'penalty_not_transferred',
        law: '中华人民共和国行政处罚法',
        code: 'CG-CF-002',
        name: '对乱倒垃圾的处罚',
        field: '/carrier',
      }),
    );
    expect(own).toContainEqual(expect.objectContaining({ gate: 'incomplete', field: '/responsibilities/township' }));
    const refused = await publish(editionId, version + 1);
    expect(refused.problem).toMatchObject({ status: 422, code: 'edition_has_findings', params: { count: own.length } });
    // The way out: what the gate asks for.
    await admin().ok('PUT /editions/{editionId}/items/{itemId}', { params, version: 3, body: { terms: terms() as Terms } });
    expect((await publish(editionId, version + 2)).status).toBe(200);
  });

  test('reads the law as the county does: licences for subdistricts', async () => {
    const { editionId, version, idOf } = await changedDraft();
    const params = { editionId, itemId: idOf('well') };
    const forStreets = terms({ carrier: 'entrustment', eligibility: { kinds: ['subdistrict'], tags: [], minimum: {} } }) as Terms;
    await admin().ok('PUT /editions/{editionId}/items/{itemId}', { params, version: 1, body: { terms: forStreets } });
    expect((await publish(editionId, version + 1)).problem.code).toBe('edition_has_findings');
    const { settings, version: settingsVersion } = await admin().ok('GET /settings');
    await admin().ok('PUT /settings', { version: settingsVersion, body: { ...settings, mayEntrustLicencesToSubdistricts: true } });
    expect((await publish(editionId, version + 1)).status).toBe(200);
  });
});
