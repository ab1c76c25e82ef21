import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { auditRecords, idempotencyKeys, issuedDocuments, outbox, sequences, tasks } from '#db/schema/records.ts';
import { verifyAudit } from '#server/records/audit.ts';
import { answered, notFound } from '#server/platform/binding.ts';
import { change, changeOnce, type Act, type ChangeContext, type ChangePorts, type Present } from '#server/records/change.ts';
import { fixedClock } from '#server/platform/clock.ts';
import { keyLifetime, pruneKeys } from '#server/records/idempotency.ts';
import { createNewId } from '#server/platform/ids.ts';
import { nextInSequence } from '#server/records/sequences.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';

const now = Date.UTC(2026, 10, 22, 1);
const newId = createNewId(fixedClock(now));

let test: TestDatabase;
beforeEach(() => {
  isGone = false;
  test = createTestDatabase();
});
afterEach(() => test.close());

const ports = (): ChangePorts => ({ unitOfWork: test.unitOfWork, newId, authorise: () => null });
const context = (over: Partial<ChangeContext> = {}): ChangeContext => ({
  operationId: 'placeOrder',
  actor: { accountId: 'A1', name: '王芳', onBehalfOf: null },
  now,
  requestId: 'R1',
  idempotency: { key: 'K1', bodyHash: 'B1' },
  ...over,
});

const keyless = () => ({ ...context(), idempotency: null });

const fact = { action: 'place_order', subjectKind: 'order', subjectId: 'O1', detail: { lines: 3 } };
let runs = 0;
const place = (act: Act) => {
  runs += 1;
  act.record({ ...fact, outbox: { kind: 'order_placed', payload: { lines: 3 } } } as never);
  return { kind: 'done', value: { orderId: 'O1', run: runs }, resultId: 'O1' } as const;
};
const refuse = (act: Act) => {
  act.record(fact as never);
  return { kind: 'refused', refusal: { code: 'order_empty' }, currentVersion: 2 } as const;
};
type Placed = ReturnType<typeof place>['value'];
let isGone = false;
/** Shows the order as it is, unless somebody has thrown it away. */
const again: Present<Placed> = (_db, resultId) => (resultId === 'O1' && !isGone ? answered({ orderId: 'O1', run: runs }) : notFound);
const once = (over: Partial<ChangeContext> = {}, work: (act: Act) => ReturnType<typeof place> | ReturnType<typeof refuse> = place) =>
  changeOnce(ports(), context(over), again, work);
const rows = () => ({
  audit: test.db.select().from(auditRecords).all().length,
  outbox: test.db.select().from(outbox).all().length,
  keys: test.db.select().from(idempotencyKeys).all().length,
});

describe('a change', () => {
  it('writes audit, outbox and answer with its effect', async () => {
    const changed = await once({ actor: { accountId: 'A1', name: '王芳', onBehalfOf: { accountId: 'A2', name: '李军' } } });
    expect(changed).toMatchObject({ kind: 'done', replayed: false, value: { orderId: 'O1' } });
    expect(rows()).toEqual({ audit: 1, outbox: 1, keys: 1 });
    expect(test.db.select().from(auditRecords).get()).toMatchObject({
      ...{ seq: 1, at: now, actorId: 'A1', actorName: '王芳', onBehalfOfId: 'A2', onBehalfOf: '李军', requestId: 'R1' },
      ...{ action: 'place_order', subjectKind: 'order', subjectId: 'O1', detail: '{"lines":3}', algorithm: 'sm3' },
    });
    expect(test.db.select().from(outbox).get()).toMatchObject({
      kind: 'order_placed',
      subjectId: 'O1',
      payload: '{"lines":3}',
      deliveredAt: null,
    });
  });

  it('leaves nothing behind when refused, and may be tried again with the same key', async () => {
    expect(await once({}, refuse)).toEqual({ kind: 'refused', refusal: { code: 'order_empty' }, currentVersion: 2 });
    expect(rows()).toEqual({ audit: 0, outbox: 0, keys: 0 });
    expect(await once()).toMatchObject({ kind: 'done', replayed: false });
  });

  it('is a fault without an audit record', async () => {
    await expect(change(ports(), keyless(), ({ tx }) => ({ kind: 'done', value: nextInSequence(tx, 'unseen') }) as const)).rejects.toThrow(
      'audit',
    );
    expect(test.db.select().from(sequences).all()).toEqual([]);
  });

  it('leaves no hole in any series when one of a batch is refused or faulty', async () => {
    const numbered = (fate: 'done' | 'refused' | 'thrown') =>
      change(ports(), keyless(), (act) => {
        act.record(fact as never);
        const number = nextInSequence(act.tx, 'orders');
        if (fate === 'thrown') throw new Error('fault');
        return fate === 'done' ? ({ kind: 'done', value: number } as const) : ({ kind: 'refused', refusal: { code: 'x' } } as const);
      });
    const settled = await Promise.allSettled((['done', 'refused', 'done', 'thrown', 'done'] as const).map(numbered));
    expect(settled.map((one) => (one.status === 'fulfilled' && one.value.kind === 'done' ? one.value.value : null))).toEqual([
      1,
      null,
      2,
      null,
      3,
    ]);
    expect(test.db.select({ seq: auditRecords.seq }).from(auditRecords).all()).toEqual([{ seq: 1 }, { seq: 2 }, { seq: 3 }]);
    expect(await verifyAudit(test.db)).toMatchObject({ isIntact: true, records: 3 });
  });

  it('carries its own type', async () => {
    const changed = await change(ports(), keyless(), (act) => (act.now > 0 ? place(act) : refuse(act)));
    if (changed.kind === 'done') expectTypeOf(changed.value).toEqualTypeOf<{ readonly orderId: 'O1'; readonly run: number }>();
    else expectTypeOf(changed.refusal.code).toEqualTypeOf<'order_empty' | 'not_signed_in' | 'forbidden'>();
    expect(changed.kind).toBe('done');
  });
});

describe('who may no longer', () => {
  const lost = { kind: 'refused', refusal: { code: 'not_signed_in' } } as const;

  it('writes nothing and is shown nothing, though let in before', async () => {
    await once();
    const late: ChangePorts = { ...ports(), authorise: () => lost };
    expect(await changeOnce(late, context(), again, place)).toEqual(lost);
    expect(await changeOnce(late, context({ idempotency: { key: 'K2', bodyHash: 'B1' } }), again, place)).toEqual(lost);
    expect(await change(late, keyless(), place)).toEqual(lost);
    expect(rows()).toEqual({ audit: 1, outbox: 1, keys: 1 });
  });
});

describe('the same key', () => {
  it('gives the first answer again and acts once, also when both come at once', async () => {
    const answers = await Promise.all([once(), once()]);
    const late = await once({ now: now + 60_000, requestId: 'R2' });
    const values = [...answers, late].map((answer) => (answer.kind === 'done' ? answer.value : null));
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(1);
    expect([...answers, late].map((answer) => answer.kind === 'done' && answer.replayed)).toEqual([false, true, true]);
    expect(rows()).toEqual({ audit: 1, outbox: 1, keys: 1 });
  });

  it.each([
    ['another body', { idempotency: { key: 'K1', bodyHash: 'B2' } }],
    ['another operation', { operationId: 'submitOrder' }],
  ])('is refused for %s', async (_, over) => {
    await once();
    expect(await once(over)).toEqual({ kind: 'refused', refusal: { code: 'idempotency_key_reused' } });
    expect(rows().audit).toBe(1);
  });

  it('keeps a reference and nothing of what was sent or answered', async () => {
    await once();
    expect(test.db.select().from(idempotencyKeys).all()).toEqual([
      { actorId: 'A1', key: 'K1', operation: 'placeOrder', bodyHash: 'B1', resultId: 'O1', createdAt: now },
    ]);
  });

  it('shows the result as it is by then, and says that it is gone when it is', async () => {
    await once();
    runs += 7;
    expect(await once()).toMatchObject({ kind: 'done', value: { run: runs }, replayed: true });
    isGone = true;
    expect(await once()).toEqual({ kind: 'refused', refusal: { code: 'not_found' } });
    expect(rows()).toEqual({ audit: 1, outbox: 1, keys: 1 });
  });

  it('is known for 72 hours and pruned after that, a few at a time', async () => {
    for (const [index, createdAt] of [now, now + 1, now + 2].entries())
      await once({ idempotency: { key: `K${index}`, bodyHash: 'B1' }, now: createdAt });
    const pruneAt = (at: number, most = 500) => test.unitOfWork.transact((tx) => pruneKeys(tx, at, most));
    expect(await pruneAt(now + keyLifetime - 1)).toBe(0);
    expect(await once({ idempotency: { key: 'K0', bodyHash: 'B1' }, now: now + keyLifetime - 1 })).toMatchObject({ replayed: true });
    expect([await pruneAt(now + keyLifetime + 1, 1), await pruneAt(now + keyLifetime + 1)]).toEqual([1, 1]);
    expect(rows().keys).toBe(1);
  });

  it('belongs to one person', async () => {
    await once();
    const other = await once({ actor: { accountId: 'A9', name: '赵敏', onBehalfOf: null } });
    expect(other).toMatchObject({ kind: 'done', replayed: false });
  });
});

describe('tasks and documents', () => {
  const subject = { subjectKind: 'request', subjectId: 'Q1' };
  const task = { ...subject, role: 'reviewer', dueAt: now + 1 };

  it('opens tasks and closes those that an act fulfils', async () => {
    await change(ports(), keyless(), (act) => {
      act.openTask({ ...task, kind: 'department_opinion', organisationId: 'D1' });
      act.openTask({ ...task, kind: 'department_opinion', organisationId: 'D2' });
      act.openTask({ ...task, kind: 'legal_review', organisationId: 'D1', dueAt: null });
      act.record(fact as never);
      const closed = [
        act.closeTasks({ ...subject, kind: 'department_opinion', organisationId: 'D2' }, 'given'),
        act.closeTasks({ ...subject, kind: 'department_opinion' }, 'given'),
        act.closeTasks(subject, 'withdrawn'),
        act.closeTasks(subject, 'withdrawn'),
      ];
      return { kind: 'done', value: expect(closed).toEqual([1, 1, 1, 0]) } as const;
    });
    const outcomes = test.db
      .select({ kind: tasks.kind, outcome: tasks.outcome, closedAt: tasks.closedAt })
      .from(tasks)
      .orderBy(tasks.id)
      .all();
    expect(outcomes.map((row) => row.outcome)).toEqual(['given', 'given', 'withdrawn']);
    expect(outcomes.every((row) => row.closedAt === now)).toBe(true);
  });

  it('finds open tasks by index, whatever has been closed', () => {
    const plan = (where: string, ...values: object[]) =>
      (test.db.$client.prepare(`EXPLAIN QUERY PLAN SELECT id FROM tasks WHERE ${where}`).all(...values) as { detail: string }[])
        .map((row) => row.detail)
        .join();
    expect(plan(`organisation_id = 'D1' AND role = 'reviewer' AND closed_at IS NULL ORDER BY due_at`)).toMatch(/SEARCH.*tasks_open_by_due/);
    const closing = `subject_kind = 'a' AND subject_id = 'b' AND closed_at IS NULL AND (:kind IS NULL OR kind = :kind)`;
    expect(plan(closing, { kind: null })).toMatch(/SEARCH.*tasks_open_by_subject/);
  });

  it('numbers documents without a gap, anew each year', async () => {
    const issue = (issuedOn: string, fate: 'done' | 'refused') =>
      change(ports(), keyless(), (act) => {
        act.record(fact as never);
        const number = act.issueDocument({ ...subject, kind: 'decision', prefix: '青禾赋权', title: '决定', issuedOn, payload: {} });
        return fate === 'done' ? ({ kind: 'done', value: number } as const) : ({ kind: 'refused', refusal: { code: 'x' } } as const);
      });
    await Promise.all([
      issue('2026-12-30', 'done'),
      issue('2026-12-30', 'refused'),
      issue('2026-12-31', 'done'),
      issue('2027-01-01', 'done'),
    ]);
    const numbers = test.db
      .select({ number: issuedDocuments.number })
      .from(issuedDocuments)
      .orderBy(issuedDocuments.year, issuedDocuments.sequence)
      .all();
    expect(numbers.map((row) => row.number)).toEqual(['青禾赋权〔2026〕1号', '青禾赋权〔2026〕2号', '青禾赋权〔2027〕1号']);
  });
});
