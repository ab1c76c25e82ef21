import { describe, expect, test } from 'vitest';
import { approved, fileOf, granted, handOverList, prepared, submitted } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const sql = (text: string, ...values: unknown[]) =>
  app()
    .db.$client.prepare(text)
    .all(...values);
const preparation = (requestId: string) => app().as('eastlead').ok('GET /requests/{requestId}/preparation', { params: { requestId } });
const openTasks = (requestId: string) =>
  (
    sql(
      `SELECT kind, organisation_id AS body FROM tasks WHERE subject_id = ? AND closed_at IS NULL ORDER BY kind, organisation_id`,
      requestId,
    ) as { kind: string; body: string }[]
  ).map(({ kind, body }) => `${kind} ${body}`);
const setSlots = (preparationSlots: number) =>
  app().arrange((tx) =>
    tx.$client.prepare(`UPDATE settings SET "values" = json_set("values", '$.preparationSlots', ?)`).run(preparationSlots),
  );

describe('what a preparation needs is read live', () => {
  test('people leave, and it lacks; a certificate comes, and it holds', async () => {
    const requestId = await prepared(app(), 'fine');
    expect(await preparation(requestId)).toMatchObject({ state: 'ready', isReady: true, queuePosition: 0 });
    expect(openTasks(requestId)).toEqual(['sign_hand_over east', 'sign_hand_over urban']);
    const clerk = app().as('eastclerk');
    const officer = (await clerk.ok('GET /officers')).items.find(({ id }) => id === 'officer-wang');
    const body = { name: '王执法', post: '队员', dutyPhone: '1', joinedOn: '2025-01-01', leftOn: '2026-03-02' };
    await clerk.ok('PUT /officers/{officerId}', { params: { officerId: 'officer-wang' }, version: officer?.version ?? 1, body });
    const lacking = await preparation(requestId);
    expect(lacking).toMatchObject({ state: 'preparing', isReady: false });
    expect(lacking.prerequisites[0]).toMatchObject({ holds: false, have: 1, need: 2, people: ['李执法'] });
    expect(openTasks(requestId)).toEqual(['meet_prerequisites east']);
    expect((await fileOf(app(), requestId)).withWhom?.id).toBe('east');
    const certificate = { kindId: 'law_enforcement', number: 'A-9', validFromOn: '2026-03-01', validToOn: '2031-03-01' };
    await app()
      .as('trainer')
      .ok('POST /officers/{officerId}/certificates', { params: { officerId: 'officer-zhao' }, body: certificate });
    expect(await preparation(requestId)).toMatchObject({ state: 'ready' });
    expect(openTasks(requestId)).toEqual(['sign_hand_over east', 'sign_hand_over urban']);
  });

  test('commitments stand in the timeline of the file, with who said what', async () => {
    const requestId = await approved(app(), 'fine');
    const [commitment] = (await preparation(requestId)).commitments;
    const params = { commitmentId: commitment?.id ?? '' };
    await app()
      .as('urbanreviewer')
      .ok('POST /commitments/{commitmentId}/delivery', { params, version: 1, body: { evidence: '车已移交' } });
    await app()
      .as('eastlead')
      .ok('POST /commitments/{commitmentId}/dispute', { params, version: 2, body: { text: '车辆故障' } });
    const { timeline, state } = await fileOf(app(), requestId);
    expect(state).toBe('preparing');
    expect(timeline.slice(-2).map(({ kind, by, facts }) => [kind, by?.organisation, 'text' in facts ? facts.text : ''])).toEqual([
      ['commitment_delivered', '青禾县城市管理局', '车已移交'],
      ['commitment_disputed', '东河镇人民政府', '车辆故障'],
    ]);
  });

  test('premises are attested by the lead', async () => {
    const requestId = await approved(app(), 'well');
    const params = { requestId };
    const body = { key: 'counter', text: '窗口已设立' };
    expect(
      await app()
        .as('eastlead')
        .refusal('POST /requests/{requestId}/attestations', { params, version: 4, body: { ...body, key: 'nothing' } }),
    ).toBe('422 unknown_prerequisite');
    const after = await app().as('eastlead').ok('POST /requests/{requestId}/attestations', { params, version: 4, body });
    expect(after).toMatchObject({ state: 'ready', version: 5 });
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'attested', facts: body });
    await app().as('eastlead').ok('POST /requests/{requestId}/attestations', { params, version: 5, body });
    expect(sql('SELECT key FROM attestations')).toHaveLength(1);
  });

  test('a waiver needs a reason, a decider and an end; after it, the prerequisite is open again', async () => {
    const requestId = await approved(app(), 'well');
    const params = { requestId };
    const decider = app().as('decider');
    const body = { subject: 'prerequisite' as const, key: 'counter', reason: '窗口在建', untilOn: '2026-04-30' };
    expect(
      await decider.refusal('POST /requests/{requestId}/waivers', { params, version: 4, body: { ...body, untilOn: '2026-01-01' } }),
    ).toBe('422 date_invalid');
    expect(await decider.refusal('POST /requests/{requestId}/waivers', { params, version: 4, body: { ...body, key: 'other' } })).toBe(
      '422 unknown_prerequisite',
    );
    expect((await decider.ok('POST /requests/{requestId}/waivers', { params, version: 4, body })).state).toBe('ready');
    expect(await decider.refusal('POST /requests/{requestId}/waivers', { params, version: 5, body })).toBe('409 waiver_exists');
    expect((await preparation(requestId)).prerequisites[0]).toMatchObject({ holds: false, waivedUntilOn: '2026-04-30' });
    app().clock.set(Date.UTC(2026, 3, 30, 16));
    expect(await preparation(requestId)).toMatchObject({ state: 'preparing', isReady: false });
    await decider.ok('POST /requests/{requestId}/waivers', { params, version: 5, body: { ...body, untilOn: '2026-05-30' } });
  });

  test('a commitment can be waived too', async () => {
    const requestId = await approved(app(), 'fine');
    const body = { subject: 'commitment' as const, key: 'vehicle', reason: '车辆采购中', untilOn: '2026-06-30' };
    const waived = await app().as('decider').ok('POST /requests/{requestId}/waivers', { params: { requestId }, version: 4, body });
    expect(waived.state).toBe('ready');
    expect((await preparation(requestId)).commitments).toMatchObject([{ key: 'vehicle', state: 'waived' }]);
  });

  test('is extended once', async () => {
    const requestId = await approved(app(), 'fine');
    const params = { requestId };
    const before = (await fileOf(app(), requestId)).dueAt ?? 0;
    const after = await app()
      .as('decider')
      .ok('POST /requests/{requestId}/extension', { params, version: 4, body: { text: '培训班推迟' } });
    expect(after.dueAt).toBeGreaterThan(before);
    expect(after.isDueProvisional).toBe(true);
    expect(
      await app()
        .as('decider')
        .refusal('POST /requests/{requestId}/extension', { params, version: 5, body: { text: '再推迟' } }),
    ).toBe('409 extension_used');
  });
});

describe('the hand-over', () => {
  test('is written by one side and signed by both; a change voids what was signed', async () => {
    const requestId = await prepared(app(), 'fine');
    const params = { requestId };
    const [department, township] = [app().as('urbanreviewer'), app().as('eastlead')];
    let { version } = await fileOf(app(), requestId);
    expect(await department.refusal('POST /requests/{requestId}/hand-over/signatures', { params, version })).toBe(
      '409 hand_over_incomplete',
    );
    ({ version } = await department.ok('PUT /requests/{requestId}/hand-over', { params, version, body: handOverList }));
    ({ version } = await department.ok('POST /requests/{requestId}/hand-over/signatures', { params, version }));
    expect(await department.refusal('POST /requests/{requestId}/hand-over/signatures', { params, version })).toBe('409 already_signed');
    expect(openTasks(requestId)).toEqual(['sign_hand_over east']);
    expect((await preparation(requestId)).handOver).toMatchObject({
      list: handOverList,
      signedByDepartment: { name: '城管审核' },
      signedByTownship: null,
    });
    ({ version } = await app()
      .as('eastclerk')
      .ok('PUT /requests/{requestId}/hand-over', { params, version, body: { ...handOverList, seals: '公章一枚' } }));
    expect((await preparation(requestId)).handOver).toMatchObject({ signedByDepartment: null });
    expect(openTasks(requestId)).toEqual(['sign_hand_over east', 'sign_hand_over urban']);
    ({ version } = await township.ok('POST /requests/{requestId}/hand-over/signatures', { params, version }));
    expect(await app().as('waterreviewer').refusal('POST /requests/{requestId}/hand-over/signatures', { params, version })).toBe(
      '404 not_found',
    );
    const done = await department.ok('POST /requests/{requestId}/hand-over/signatures', { params, version });
    expect(done).toMatchObject({ state: 'granted', allowedActions: [] });
  });

  test('cannot be signed before everything holds', async () => {
    const requestId = await approved(app(), 'well');
    const params = { requestId };
    await app().as('waterreviewer').ok('PUT /requests/{requestId}/hand-over', { params, version: 4, body: handOverList });
    expect(await app().as('waterreviewer').refusal('POST /requests/{requestId}/hand-over/signatures', { params, version: 5 })).toBe(
      '409 prerequisites_open',
    );
    const other = await approved(app(), 'fine');
    await app()
      .as('urbanreviewer')
      .ok('PUT /requests/{requestId}/hand-over', { params: { requestId: other }, version: 4, body: handOverList });
    expect(
      await app()
        .as('urbanreviewer')
        .refusal('POST /requests/{requestId}/hand-over/signatures', { params: { requestId: other }, version: 5 }),
    ).toBe('409 commitments_open');
  });

  test('with the second signature a document is issued, the ledger opens and the power moves', async () => {
    const done = await granted(app(), 'well');
    const { grantId } = done;
    expect(done.timeline.at(-1)).toMatchObject({
      kind: 'granted',
      facts: { grantId, documentNumber: '青禾赋权〔2026〕1号', startsAt: app().clock.now() },
    });
    expect(sql('SELECT number, subject_id AS subject FROM issued_documents')).toEqual([
      { number: '青禾赋权〔2026〕1号', subject: grantId },
    ]);
    expect(sql('SELECT kind, power_id AS power, township_id AS township, effective_at AS at FROM ledger_entries')).toEqual([
      { kind: 'holding_opened', power: 'well', township: 'east', at: app().clock.now() },
    ]);
    // A term of 36 months ends on the same date three years later.
    expect(sql('SELECT to_at AS until FROM holdings')).toEqual([{ until: Date.UTC(2029, 2, 1, 16) }]);
    expect(openTasks(done.id)).toEqual([]);
    expect(sql(`SELECT action FROM audit_records WHERE subject_id = ? ORDER BY seq DESC LIMIT 1`, done.id)).toEqual([
      { action: 'hand_over_signed' },
    ]);
    expect(sql(`SELECT kind FROM outbox WHERE subject_id IN (?, ?) ORDER BY seq DESC LIMIT 2`, done.id, grantId)).toEqual([
      { kind: 'hand_over_signed' },
      { kind: 'grant_opened' },
    ]);
  });

  test('a swap ends the old grant and starts the new one at one instant', async () => {
    const old = await granted(app(), 'relief');
    app().clock.advance(86_400_000);
    const next = await granted(app(), 'inspect', { line: { replacesGrantId: old.grantId } });
    expect(next.replaces).toEqual({ grantId: old.grantId, powerName: '抗旱补助给付' });
    const now = app().clock.now();
    expect(sql('SELECT power_id AS power, from_at AS start, to_at AS until FROM holdings ORDER BY from_at')).toMatchObject([
      { power: 'relief', until: now },
      { power: 'inspect', start: now },
    ]);
    expect(sql('SELECT end_kind AS kind FROM grants WHERE id = ?', old.grantId)).toEqual([{ kind: 'swapped' }]);
  });

  test('a swap that is withdrawn leaves the old grant untouched', async () => {
    const old = await granted(app(), 'relief');
    const requestId = await prepared(app(), 'inspect', { line: { replacesGrantId: old.grantId } });
    const before = sql('SELECT * FROM holdings');
    const { version } = await fileOf(app(), requestId);
    await app()
      .as('eastlead')
      .ok('POST /requests/{requestId}/withdrawal', { params: { requestId }, version, body: { text: '不换了' } });
    expect(sql('SELECT * FROM holdings')).toEqual(before);
  });
});

describe('no more than K requests of a township prepare at a time', () => {
  test('the next waits, and takes the slot that a withdrawal frees, in the same transaction', async () => {
    setSlots(1);
    const first = await approved(app(), 'fine');
    app().clock.advance(1000);
    const second = await approved(app(), 'inspect');
    app().clock.advance(1000);
    const third = await approved(app(), 'relief');
    expect((await Promise.all([first, second, third].map((id) => fileOf(app(), id)))).map(({ state }) => state)).toEqual([
      'preparing',
      'approved',
      'approved',
    ]);
    expect((await preparation(second)).queuePosition).toBe(1);
    expect((await preparation(third)).queuePosition).toBe(2);
    const west = await approved(app(), 'fine', { by: 'westlead' });
    expect((await fileOf(app(), west)).state).toBe('preparing');
    await app()
      .as('eastlead')
      .ok('POST /requests/{requestId}/withdrawal', { params: { requestId: first }, version: 4, body: { text: '撤回' } });
    // Inspection demands nothing, so it is ready at once.
    expect((await Promise.all([second, third].map((id) => fileOf(app(), id)))).map(({ state }) => state)).toEqual(['ready', 'approved']);
    expect(sql(`SELECT state FROM commitments WHERE request_id = ?`, first)).toEqual([{ state: 'waived' }]);
    expect(sql(`SELECT id FROM tasks WHERE subject_kind = 'commitment' AND closed_at IS NULL AND township_id = 'east'`)).toEqual([]);
  });

  test('a grant frees its slot too, and a request that waits can be withdrawn', async () => {
    setSlots(1);
    const first = await prepared(app(), 'relief');
    const second = await approved(app(), 'inspect');
    const third = await approved(app(), 'ditch');
    await app()
      .as('eastlead')
      .ok('POST /requests/{requestId}/withdrawal', { params: { requestId: third }, version: 4, body: { text: '撤回' } });
    const params = { requestId: first };
    let { version } = await fileOf(app(), first);
    ({ version } = await app().as('eastlead').ok('PUT /requests/{requestId}/hand-over', { params, version, body: handOverList }));
    ({ version } = await app().as('eastlead').ok('POST /requests/{requestId}/hand-over/signatures', { params, version }));
    await app().as('waterreviewer').ok('POST /requests/{requestId}/hand-over/signatures', { params, version });
    expect((await fileOf(app(), second)).state).toBe('ready');
  });

  test('when the county allows more, the next approval goes behind those who wait', async () => {
    setSlots(1);
    await approved(app(), 'fine');
    const second = await approved(app(), 'inspect');
    setSlots(2);
    const third = await approved(app(), 'relief');
    expect((await Promise.all([second, third].map((id) => fileOf(app(), id)))).map(({ state }) => state)).toEqual(['ready', 'approved']);
  });

  test('when the county allows more, the sweep fills the slots', async () => {
    setSlots(1);
    await approved(app(), 'fine');
    const second = await approved(app(), 'inspect');
    setSlots(2);
    await app().sweep();
    await app().sweep();
    expect((await fileOf(app(), second)).state).toBe('ready');
    expect((await fileOf(app(), second)).timeline.filter(({ kind }) => kind === 'preparation_started')).toHaveLength(1);
  });
});

test('the consequences beside a decision', async () => {
  const west = await approved(app(), 'fine', { by: 'westlead' });
  const requestId = await submitted(app(), 'fine');
  const read = (person: 'decider' | 'eastlead') => app().as(person).ok('GET /requests/{requestId}/consequences', { params: { requestId } });
  const seen = await read('decider');
  expect(seen).toMatchObject({
    currentTerms: null,
    inPreparation: 0,
    preparationSlots: 5,
    resourceOwners: [{ id: 'urban' }],
    sameOrder: [],
  });
  expect(seen.terms.trialMonths).toBe(6);
  expect(seen.elsewhere).toMatchObject([{ requestId: west, townshipName: '西关街道办事处', outcome: 'approve' }]);
  expect((await read('eastlead')).elsewhere).toEqual([]);
});
