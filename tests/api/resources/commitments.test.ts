import { beforeEach, describe, expect, test } from 'vitest';
import type { ResourceItem } from '#server/domain/menu/terms.ts';
import { FOREVER, endOfDay } from '#server/domain/time/time.ts';
import { workCalendar } from '#server/features/organisations/queries.ts';
import { commitmentFactsOf, openCommitments, releaseCommitments, waiveCommitment } from '#server/features/resources/open-commitments.ts';
import { change, type Act } from '#server/records/change.ts';
import { itemOf, monday } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { planOf, statementsOf } from '#tests/support/plans.ts';

const app = useApp();
const item = (key: string, organisationId: string): ResourceItem => ({
  key,
  kind: 'equipment',
  organisationId,
  amount: 1,
  unit: 'pieces',
  description: '执法记录车',
  withinWorkingDays: 10,
});

/** Runs what requests call within their own changes. */
const within = (work: (act: Act) => void): Promise<unknown> =>
  change(
    app().ports,
    {
      operationId: 'test',
      actor: { accountId: 'decider', name: '县领导', onBehalfOf: null },
      now: app().clock.now(),
      requestId: 'r',
      idempotency: null,
    },
    (act) => {
      work(act);
      act.record({ action: 'lapsed', subjectKind: 'request', subjectId: requestId, detail: { state: 'lapsed', stage: null } });
      return { kind: 'done' as const, value: null };
    },
  );

const tasks = (): unknown[] =>
  app()
    .db.$client.prepare(
      "SELECT kind, organisation_id AS organisationId, role, due_at AS dueAt FROM tasks WHERE subject_kind = 'commitment' AND closed_at IS NULL ORDER BY id",
    )
    .all();
const facts = () => commitmentFactsOf(app().db, requestId, app().clock.now());

async function commitmentId(key = 'car'): Promise<string> {
  const { items } = await app().as('auditor').ok('GET /commitments');
  return items.find((one) => one.key === key)?.id ?? 'none';
}
async function open(items: readonly ResourceItem[]): Promise<void> {
  await within((act) => openCommitments(act, { requestId, townshipId: 'east', powerId: 'fine', items, calendar: workCalendar(act.tx) }));
}

/** The request that the commitments belong to; here it need not have come further than the cart. */
let requestId = '';
beforeEach(async () => {
  const line = {
    itemId: itemOf('fine'),
    need: '',
    casesPerYear: null,
    approach: '',
    officerIds: [],
    startWishOn: null,
    replacesGrantId: null,
  };
  const order = await app()
    .as('eastclerk')
    .ok('POST /orders', { body: { name: '草稿', lines: [line] } });
  requestId = order.lines[0]?.requestId ?? '';
  await open([item('car', 'urban')]);
});

describe('what is owed', () => {
  test('is in the inbox of the role that delivers for the owing body, by a working day', async () => {
    await within((act) =>
      openCommitments(act, {
        requestId: 'request-2',
        townshipId: 'west',
        powerId: 'well',
        items: [item('a', 'justice'), item('b', 'county')],
        calendar: workCalendar(act.tx),
      }),
    );
    const dueAt = endOfDay('2026-03-16');
    expect(tasks()).toEqual([
      { kind: 'deliver_commitment', organisationId: 'urban', role: 'reviewer', dueAt },
      { kind: 'deliver_commitment', organisationId: 'justice', role: 'legal_reviewer', dueAt },
      { kind: 'deliver_commitment', organisationId: 'county', role: 'decider', dueAt },
    ]);
  });

  test('is seen by who owes it, by who is promised it, by deciders and auditors', async () => {
    for (const [person, seen] of [
      ['urbanreviewer', 1],
      ['eastclerk', 1],
      ['eastlead', 1],
      ['decider', 1],
      ['auditor', 1],
      ['waterreviewer', 0],
      ['westlead', 0],
      ['legal', 0],
    ] as const) {
      const { items, total } = await app().as(person).ok('GET /commitments');
      expect([person, items.length, total]).toEqual([person, seen, seen]);
    }
    expect(await app().as('admin').refusal('GET /commitments')).toBe('403 forbidden');
    expect(await app().anonymous.refusal('GET /commitments')).toBe('401 not_signed_in');
  });

  test('is listed newest first, in pages, by state, township and request', async () => {
    await open(Array.from({ length: 5 }, (_, index) => item(`more-${String(index)}`, 'urban')));
    const first = await app()
      .as('urbanreviewer')
      .ok('GET /commitments', { query: { limit: '4' } });
    expect(first).toMatchObject({
      total: 6,
      isTotalExact: true,
      items: [{ key: 'more-4' }, { key: 'more-3' }, { key: 'more-2' }, { key: 'more-1' }],
    });
    const rest = await app()
      .as('urbanreviewer')
      .ok('GET /commitments', { query: { limit: '4', cursor: first.nextCursor ?? '' } });
    expect(rest).toMatchObject({ nextCursor: null, items: [{ key: 'more-0' }, { key: 'car' }] });
    expect(
      (
        await app()
          .as('urbanreviewer')
          .ok('GET /commitments', { query: { state: 'delivered' } })
      ).items,
    ).toEqual([]);
    expect(
      (
        await app()
          .as('decider')
          .ok('GET /commitments', { query: { townshipId: 'east', state: 'promised' } })
      ).total,
    ).toBe(6);
    expect(
      (
        await app()
          .as('eastlead')
          .ok('GET /commitments', { query: { townshipId: 'west' } })
      ).total,
    ).toBe(0);
    expect((await app().as('westlead').ok('GET /commitments', { query: { requestId } })).total).toBe(0);
  });
});

describe('delivery', () => {
  const evidence = { evidence: '青城管交〔2026〕3号交接单' };

  test('passes the obligation to the township, whose confirmation alone counts', async () => {
    const params = { commitmentId: await commitmentId() };
    const delivered = await app()
      .as('urbanreviewer')
      .ok('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 1 });
    expect(delivered).toMatchObject({ state: 'delivered', ...evidence, deliveredAt: monday, allowedActions: [], version: 2 });
    expect(tasks()).toEqual([{ kind: 'confirm_commitment', organisationId: 'east', role: 'lead', dueAt: null }]);
    expect(facts()).toEqual([{ key: 'car', state: 'delivered' }]);
    expect((await app().as('eastclerk').ok('GET /commitments')).items[0]?.allowedActions).toEqual(['confirm', 'dispute']);
    const confirmed = await app().as('eastlead').ok('POST /commitments/{commitmentId}/confirmation', { params, version: 2 });
    expect(confirmed).toMatchObject({ state: 'confirmed', confirmedAt: monday, version: 3 });
    expect(tasks()).toEqual([]);
    const audit = app()
      .db.$client.prepare('SELECT action, actor_name FROM audit_records WHERE subject_id = ? ORDER BY seq')
      .raw()
      .all(params.commitmentId);
    expect(app().db.$client.prepare('SELECT kind FROM request_events WHERE request_id = ? ORDER BY id').pluck().all(requestId)).toEqual([
      'commitment_delivered',
      'commitment_confirmed',
    ]);
    expect(audit).toEqual([
      ['commitment_delivered', '城管审核'],
      ['commitment_confirmed', '东河镇长'],
    ]);
    expect(app().db.$client.prepare("SELECT count(*) FROM outbox WHERE kind LIKE 'commitment_%'").pluck().get()).toBe(2);
  });

  test('that is disputed is owed again by the same day', async () => {
    const params = { commitmentId: await commitmentId() };
    const [before] = tasks();
    await app().as('urbanreviewer').ok('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 1 });
    const disputed = await app()
      .as('eastclerk')
      .ok('POST /commitments/{commitmentId}/dispute', { params, body: { text: '车辆无法启动' }, version: 2 });
    expect(disputed).toMatchObject({ state: 'disputed', disputeText: '车辆无法启动', allowedActions: [] });
    expect(tasks()).toEqual([before]);
    const again = await app().as('urbanreviewer2').ok('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 3 });
    expect(again).toMatchObject({ state: 'delivered', disputeText: '车辆无法启动' });
  });

  test('is refused where there is nothing to deliver or to answer', async () => {
    const params = { commitmentId: await commitmentId() };
    const deliver = (version: number) =>
      app().as('urbanreviewer').refusal('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version });
    const confirm = (version: number) => app().as('eastlead').refusal('POST /commitments/{commitmentId}/confirmation', { params, version });
    const dispute = (version: number) =>
      app()
        .as('eastlead')
        .refusal('POST /commitments/{commitmentId}/dispute', { params, body: { text: '没有' }, version });
    expect(await confirm(1)).toBe('409 commitment_not_delivered');
    expect(await dispute(1)).toBe('409 commitment_not_delivered');
    await app().as('urbanreviewer').ok('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 1 });
    expect(await deliver(2)).toBe('409 commitment_delivered');
    await app().as('eastlead').ok('POST /commitments/{commitmentId}/confirmation', { params, version: 2 });
    expect(await deliver(3)).toBe('409 commitment_confirmed');
    expect(await confirm(3)).toBe('409 commitment_confirmed');
    expect(await dispute(3)).toBe('409 commitment_confirmed');
  });

  test('is for the owing body and the receiving township only', async () => {
    const params = { commitmentId: await commitmentId() };
    const deliver = (person: 'waterreviewer' | 'decider' | 'eastlead') =>
      app().as(person).refusal('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 1 });
    expect(await deliver('waterreviewer')).toBe('404 not_found');
    expect(await deliver('decider')).toBe('403 forbidden');
    expect(await deliver('eastlead')).toBe('403 forbidden');
    expect(await app().as('westlead').refusal('POST /commitments/{commitmentId}/confirmation', { params, version: 1 })).toBe(
      '404 not_found',
    );
    expect(await app().anonymous.refusal('POST /commitments/{commitmentId}/confirmation', { params, version: 1 })).toBe(
      '401 not_signed_in',
    );
    const unversioned = await app()
      .as('eastlead')
      .send('POST', `/commitments/${params.commitmentId}/confirmation`, { headers: { 'idempotency-key': 'some-key-1' } });
    expect(unversioned.status).toBe(428);
  });

  test('by two people at once happens once, and the second hears who was first', async () => {
    const params = { commitmentId: await commitmentId() };
    const deliver = (person: 'urbanreviewer' | 'urbanreviewer2') =>
      app().as(person).call('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 1 });
    const replies = await Promise.all([deliver('urbanreviewer'), deliver('urbanreviewer2')]);
    const loser = replies.find(({ status }) => status === 412);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(loser?.problem).toMatchObject({ code: 'version_stale', currentVersion: 2, changes: [{ action: 'commitment_delivered' }] });
  });

  test('with a repeated key is answered again and done once', async () => {
    const input = { params: { commitmentId: await commitmentId() }, body: evidence, version: 1, key: 'pressed-twice' };
    const first = await app().as('urbanreviewer').ok('POST /commitments/{commitmentId}/delivery', input);
    expect(await app().as('urbanreviewer').ok('POST /commitments/{commitmentId}/delivery', input)).toEqual(first);
    expect(
      await app()
        .as('urbanreviewer')
        .refusal('POST /commitments/{commitmentId}/delivery', { ...input, body: { evidence: '别的' } }),
    ).toBe('422 idempotency_key_reused');
  });
});

describe('a waiver', () => {
  const until = endOfDay('2026-06-30');

  test('puts off what is owed; after its end it is owed as promised, and may come early', async () => {
    await within((act) => expect(waiveCommitment(act, requestId, 'car', until)).toBe(true));
    expect(facts()).toEqual([{ key: 'car', state: 'waived' }]);
    expect(tasks()).toEqual([{ kind: 'deliver_commitment', organisationId: 'urban', role: 'reviewer', dueAt: until }]);
    expect(
      (
        await app()
          .as('decider')
          .ok('GET /commitments', { query: { state: 'waived' } })
      ).total,
    ).toBe(1);
    app().clock.set(until);
    expect(facts()).toEqual([{ key: 'car', state: 'promised' }]);
    const late = await app()
      .as('urbanreviewer')
      .ok('GET /commitments', { query: { state: 'promised' } });
    expect(late).toMatchObject({ total: 1, items: [{ state: 'promised', isOverdue: true, allowedActions: ['deliver'] }] });
    expect(
      (
        await app()
          .as('decider')
          .ok('GET /commitments', { query: { state: 'waived' } })
      ).total,
    ).toBe(0);
    await app()
      .as('urbanreviewer')
      .ok('POST /commitments/{commitmentId}/delivery', {
        params: { commitmentId: await commitmentId() },
        body: { evidence: '单' },
        version: 2,
      });
    expect(facts()).toEqual([{ key: 'car', state: 'delivered' }]);
  });

  test('has nothing to put off where nothing is owed', async () => {
    await within((act) => expect(waiveCommitment(act, requestId, 'boat', until)).toBe(false));
  });

  test('without end follows when the request is over', async () => {
    await within((act) => releaseCommitments(act, requestId));
    app().clock.set(FOREVER - 1);
    expect(facts()).toEqual([{ key: 'car', state: 'waived' }]);
    expect(tasks()).toEqual([]);
    app().clock.set(monday);
    const params = { commitmentId: await commitmentId() };
    expect(
      await app()
        .as('urbanreviewer')
        .refusal('POST /commitments/{commitmentId}/delivery', { params, body: { evidence: '单' }, version: 2 }),
    ).toBe('409 commitment_waived');
    expect(await app().as('eastlead').refusal('POST /commitments/{commitmentId}/confirmation', { params, version: 2 })).toBe(
      '409 commitment_waived',
    );
  });
});

describe('one commitment, where a task leads', () => {
  test('is found by its id, only by those whom it concerns', async () => {
    const query = { commitmentId: await commitmentId() };
    for (const who of ['eastlead', 'urbanreviewer', 'auditor'] as const) {
      const { items } = await app().as(who).ok('GET /commitments', { query });
      expect(items.map(({ key }) => key)).toEqual(['car']);
    }
    expect((await app().as('westlead').ok('GET /commitments', { query })).items).toEqual([]);
  });
});

describe('the look-ups', () => {
  test('walk one index each, however much is stored', async () => {
    const seen = await statementsOf(app().db, async () => {
      for (const state of [undefined, 'promised', 'waived', 'delivered'] as const) {
        const query = { ...(state ? { state } : {}), cursor: 'zzz' };
        await app().as('urbanreviewer').ok('GET /commitments', { query });
        await app()
          .as('eastlead')
          .ok('GET /commitments', { query: { ...query, townshipId: 'east' } });
        await app()
          .as('eastlead')
          .ok('GET /commitments', { query: { ...query, requestId } });
        await app()
          .as('eastlead')
          .ok('GET /commitments', { query: { ...query, commitmentId: 'c' } });
        await app().as('auditor').ok('GET /commitments', { query });
      }
    });
    const lists = [...new Set(seen.filter((sql) => sql.includes('commitments')))];
    expect(lists.length).toBeGreaterThan(10);
    for (const sql of lists) {
      // Everything there is, newest first, is the primary key read backwards until the page is full.
      // The few of one request are put in order; all others lie in order.
      const isWhole = /WHERE (1 LIMIT|c\.id < \?)/.test(sql);
      const slow = planOf(app().db, sql).filter((step) =>
        (sql.includes('c.request_id = ?') ? /SCAN c\b/ : /SCAN c\b|TEMP B-TREE/).test(step),
      );
      expect(isWhole ? slow.filter((step) => !step.startsWith('SCAN c USING')) : slow, sql).toEqual([]);
    }
  });
});
