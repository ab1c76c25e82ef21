import { describe, expect, test } from 'vitest';
import { auditRecords, issuedDocuments } from '#db/schema/records.ts';
import { commonSql } from '#server/features/common-decisions/common-queries.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { givenCommon } from '#tests/builders/editions.ts';
import { submitted } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const decider = () => app().as('decider');
const today = '2026-03-02';

const preview = (itemId: string) => decider().ok('GET /menu/items/{itemId}/common-preview', { params: { itemId } });
async function decide(itemId: string, changes: Partial<{ text: string; startsOn: string; seen: string }> = {}) {
  const { seen } = await preview(itemId);
  return decider().call('POST /common-decisions', { body: { itemId, text: '全县统一赋予。', startsOn: today, seen, ...changes } });
}
const read = (decisionId: string) => app().as('auditor').ok('GET /common-decisions/{decisionId}', { params: { decisionId } });

describe('a common item', () => {
  test('cannot be ordered: it will come by the decision of the county', async () => {
    const itemId = await givenCommon(app(), 'relief');
    const body = {
      name: '点单',
      lines: [
        { itemId, need: '要', casesPerYear: 1, approach: '办', officerIds: ['officer-li'], startWishOn: null, replacesGrantId: null },
      ],
      submit: true,
    };
    const { problem } = await app().as('eastlead').call('POST /orders', { body });
    expect([problem.status, problem.code]).toEqual([409, 'item_common']);
  });
});

describe('one decision for all townships of a kind', () => {
  test('shows first who gets it, and then grants it to each at once, on one paper', async () => {
    const itemId = await givenCommon(app(), 'relief');
    const seen = await preview(itemId);
    expect(seen).toMatchObject({ owed: 0, counts: { granted: 2, preparing: 0, leftOut: 0 } });
    expect(seen.items.map(({ townshipId, place }) => [townshipId, place])).toEqual([
      ['west', 'granted'],
      ['east', 'granted'],
    ]);
    const { status, body } = await decide(itemId);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      documentNumber: '青禾赋权〔2026〕1号',
      counts: { granted: 2, preparing: 0, leftOut: 0 },
      power: { code: 'SL-JF-001' },
    });
    expect(
      app()
        .db.select()
        .from(issuedDocuments)
        .all()
        .map(({ kind, number }) => [kind, number]),
    ).toEqual([['common_grant', body.documentNumber]]);
    const { items } = await read(body.id);
    expect(items.map(({ townshipId, request }) => [townshipId, request?.state])).toEqual([
      ['west', 'granted'],
      ['east', 'granted'],
    ]);
    const grantId = items[1]?.request?.grantId ?? '';
    const grant = await app().as('eastlead').ok('GET /grants/{grantId}', { params: { grantId } });
    expect(grant).toMatchObject({ documentNumber: body.documentNumber, startsAt: app().clock.now(), requestId: items[1]?.request?.id });
    expect(grant).toMatchObject({ origin: 'common', commonDecisionId: body.id });
    const rows = app().db.$client.prepare('SELECT origin, common_decision_id AS decisionId FROM grants').all();
    expect(rows).toEqual([
      { origin: 'common', decisionId: body.id },
      { origin: 'common', decisionId: body.id },
    ]);
    const file = await app()
      .as('eastlead')
      .ok('GET /requests/{requestId}', { params: { requestId: items[1]?.request?.id ?? '' } });
    expect(file).toMatchObject({ state: 'granted', order: { number: '通用〔2026〕2号' } });
    expect(file.timeline.map(({ kind, by }) => [kind, by?.name])).toEqual([
      ['decision', '县领导'],
      ['granted', '县领导'],
    ]);
    const register = await app().anonymous.ok('GET /register/powers/{code}', { params: { code: 'SL-JF-001' } });
    expect(register.holders.map(({ documentNumber }) => documentNumber)).toEqual([body.documentNumber, body.documentNumber]);
    expect(await app().anonymous.ok('GET /register/documents', { query: { number: body.documentNumber } })).toMatchObject({
      isKnown: true,
      kind: 'common_grant',
    });
    const facts = app()
      .db.select()
      .from(auditRecords)
      .all()
      .map(({ action }) => action);
    expect(facts.filter((action) => ['common_decision', 'common_decided', 'grant_opened'].includes(action)).sort()).toEqual([
      'common_decided',
      'common_decided',
      'common_decision',
      'grant_opened',
      'grant_opened',
    ]);
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  test('starts on the day that it names', async () => {
    const itemId = await givenCommon(app(), 'relief');
    const { body } = await decide(itemId, { startsOn: '2026-04-01' });
    const { items } = await read(body.id);
    const grant = await app()
      .as('eastlead')
      .ok('GET /grants/{grantId}', { params: { grantId: items[1]?.request?.grantId ?? '' } });
    expect(grant).toMatchObject({ state: 'scheduled', startsAt: Date.parse('2026-03-31T16:00:00Z') });
  });

  test('lets a township prepare where something is open or owed, and leaves out whom it cannot be for', async () => {
    // East has two certified officers, west one without; the county owes a vehicle to each township that gets it.
    const itemId = await givenCommon(app(), 'fine', { companions: [] });
    const seen = await preview(itemId);
    expect(seen).toMatchObject({ owed: 1, counts: { granted: 0, preparing: 2, leftOut: 0 } });
    expect(seen.items).toMatchObject([
      { townshipId: 'west', place: 'preparing', openPrerequisites: 1 },
      { townshipId: 'east', place: 'preparing', openPrerequisites: 0 },
    ]);
    const { body } = await decide(itemId, { startsOn: '2026-05-01' });
    const { items } = await read(body.id);
    expect(items.map(({ request }) => request?.state)).toEqual(['preparing', 'preparing']);
    const requestId = items[1]?.request?.id ?? '';
    const file = await app().as('eastlead').ok('GET /requests/{requestId}', { params: { requestId } });
    expect(file.timeline.map(({ kind }) => kind)).toEqual(['decision', 'preparation_started']);
    const { items: tasks } = await app().as('urbanreviewer').ok('GET /tasks');
    expect(tasks.map(({ kind }) => kind)).toEqual(['deliver_commitment', 'deliver_commitment']);
    expect((await app().as('eastlead').ok('GET /requests/{requestId}/consequences', { params: { requestId } })).terms.release).toBe(
      'common',
    );
    expect(app().db.$client.prepare('SELECT count(*) FROM grants').pluck().get()).toBe(0);
  });

  test('leaves out, with reasons that stay: not eligible, under request, held', async () => {
    await submitted(app(), 'populous');
    const itemId = await givenCommon(app(), 'populous');
    const seen = await preview(itemId);
    expect(seen.items).toMatchObject([
      { townshipId: 'west', place: 'left_out', reasons: ['tags', 'residents'] },
      { townshipId: 'east', place: 'left_out', reasons: ['already_requested'] },
    ]);
    expect((await decide(itemId)).problem).toMatchObject({ status: 409, code: 'common_nobody' });
  });

  test('can come later to those left out, by another decision', async () => {
    const itemId = await givenCommon(app(), 'towns', { eligibility: { kinds: [], tags: ['城郊'], minimum: {} } });
    const first = (await decide(itemId)).body;
    expect(first.counts).toEqual({ granted: 1, preparing: 0, leftOut: 1 });
    expect((await read(first.id)).items.map(({ townshipId, reasons }) => [townshipId, reasons])).toEqual([
      ['east', []],
      ['west', ['tags', 'subdistrict_licence'].filter((one) => one === 'tags')],
    ]);
    app().arrange((tx) =>
      tx.$client.exec(`UPDATE organisations SET profile = json_set(profile, '$.tags', json('["城郊"]')) WHERE id = 'west'`),
    );
    const second = (await decide(itemId)).body;
    expect(second.counts).toEqual({ granted: 1, preparing: 0, leftOut: 1 });
    expect((await read(second.id)).items.map(({ townshipId, reasons }) => [townshipId, reasons])).toEqual([
      ['west', []],
      ['east', ['already_held']],
    ]);
    const list = await decider().ok('GET /common-decisions', { query: { itemId } });
    expect(list.items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  test('is for the kinds of the item only', async () => {
    const itemId = await givenCommon(app(), 'relief', { eligibility: { kinds: ['town'], tags: [], minimum: {} } });
    expect((await preview(itemId)).items.map(({ townshipId }) => townshipId)).toEqual(['east']);
  });

  test('is refused when the county has moved on since the preview, for what is not common, without a reason, for the past', async () => {
    const itemId = await givenCommon(app(), 'relief');
    const { seen } = await preview(itemId);
    app().arrange((tx) => tx.$client.exec(`UPDATE organisations SET is_active = 0 WHERE id = 'west'`));
    expect((await decide(itemId, { seen })).problem).toMatchObject({ status: 409, code: 'common_changed' });
    expect((await decide(itemId, { startsOn: '2026-03-01' })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/startsOn' }] });
    expect(await decider().refusal('GET /menu/items/{itemId}/common-preview', { params: { itemId: 'item-litter' } })).toBe(
      '409 item_not_common',
    );
    expect(await decider().refusal('GET /menu/items/{itemId}/common-preview', { params: { itemId: 'unknown' } })).toBe('404 not_found');
    const body = { itemId: 'item-relief', text: 'x', startsOn: today, seen: '' };
    expect((await decider().call('POST /common-decisions', { body })).problem.code).toBe('item_not_common');
    expect((await decider().call('POST /common-decisions', { body: { ...body, itemId: 'unknown' } })).problem.code).toBe('not_found');
    expect(
      await app()
        .as('auditor')
        .refusal('GET /common-decisions/{decisionId}', { params: { decisionId: 'unknown' } }),
    ).toBe('404 not_found');
    expect(app().db.$client.prepare('SELECT count(*) FROM common_decisions').pluck().get()).toBe(0);
  });

  test('is done once for one key', async () => {
    const itemId = await givenCommon(app(), 'relief');
    const { seen } = await preview(itemId);
    const body = { itemId, text: '全县统一赋予。', startsOn: today, seen };
    const first = await decider().call('POST /common-decisions', { body, key: 'common-once-1' });
    const again = await decider().call('POST /common-decisions', { body, key: 'common-once-1' });
    expect(again.body).toEqual(first.body);
    expect((await app().as('decider2').call('POST /common-decisions', { body })).problem.code).toBe('common_changed');
    expect(app().db.$client.prepare('SELECT count(*) FROM grants').pluck().get()).toBe(2);
  });
});

test('no statement of a common decision scans what grows', () => {
  for (const text of [commonSql.created, commonSql.granted]) {
    const plan = app().db.$client.prepare(`EXPLAIN QUERY PLAN ${text}`).all({ id: 'x', decidedAt: 1 }) as { detail: string }[];
    expect(plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  }
});
