import { beforeAll, describe, expect, test } from 'vitest';
import { listGrants, readGrant } from '#contract/grants/grants.ts';
import type { GrantDetail } from '#contract/grants/grant-file.ts';
import { checkEdition, listEditions } from '#contract/editions/edition-drafts.ts';
import { listMenu } from '#contract/catalogue/menu-items.ts';
import { listImportFindings } from '#contract/imports/import-findings.ts';
import { listImports, type Import } from '#contract/imports/import-runs.ts';
import type { OperationShape } from '#contract/operation.ts';
import { listOrders } from '#contract/orders.ts';
import { listRequests, readRequest } from '#contract/requests/request-file.ts';
import { readPreparation } from '#contract/preparation.ts';
import { listLawChanges, type StatuteVersion } from '#contract/statutes.ts';
import { listTasks } from '#contract/tasks.ts';
import { demoStanding } from '#server/demo/standing.ts';
import { fillDemo } from '#server/demo/index.ts';
import { people, type DemoPerson } from '#server/demo/people.ts';
import type { Db } from '#db/connection.ts';
import { buildApp } from '#server/app.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { endKinds, grantStates, requestStates } from '#server/domain/values/words.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { verifyAudit } from '#server/records/audit.ts';
import type { Binding, CallOf } from '#server/platform/binding.ts';
import { fixedClock } from '#server/platform/clock.ts';
import { createNewId } from '#server/platform/ids.ts';
import { createLog } from '#server/platform/log.ts';
import { seedCounty } from '#tests/builders/county.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { unreadableHistory } from '#tests/support/unreadable.ts';

/** A Sunday at noon, the day after a long holiday early in the morning, a day in a year whose calendar is not published. */
const days = ['2026-11-22T04:00:00Z', '2026-02-24T22:30:00Z', '2028-05-16T09:00:00Z'];

interface Made {
  readonly db: Db;
  readonly now: number;
  readonly ask: (
    username: string,
    operation: OperationShape,
    input?: { readonly params?: unknown; readonly query?: unknown },
  ) => Promise<unknown>;
}

async function make(now: number): Promise<Made> {
  const { db, unitOfWork } = createTestDatabase();
  const clock = fixedClock(0);
  const { bindings, sweep } = buildApp({ db, unitOfWork, clock, newId: createNewId(clock), log: createLog('error') });
  await fillDemo({ db, unitOfWork, clock, newId: createNewId(clock), bindings, sweep }, now, () => undefined);
  const ask: Made['ask'] = async (username, operation, input = {}) => {
    const { handle } = bindings.find((binding) => binding.operation.id === operation.id) as Binding;
    const call = {
      operationId: operation.id,
      params: {},
      query: {},
      ...input,
      actor: actorOf(db, username),
      now,
      requestId: 'r',
      expectedVersion: null,
      idempotency: null,
    };
    const answer = await handle(call as CallOf<OperationShape>);
    if (answer.kind === 'refused') throw new Error(`${operation.id}: ${answer.refusal.code}`);
    // What the document does not describe is not an answer.
    if (answer.kind === 'file') throw new Error(`${operation.id} answered a file`);
    return operation.response.parse(answer.kind === 'ready' ? JSON.parse(answer.body.toString()) : answer.value);
  };
  return { db, now, ask };
}

function actorOf(db: Db, username: string): Actor {
  const { id, name } = db.$client.prepare('SELECT id, name FROM accounts WHERE username = ?').get(username) as { id: string; name: string };
  const memberships = db.$client
    .prepare(
      'SELECT m.organisation_id AS organisationId, o.kind AS organisationKind, m.role FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE m.account_id = ?',
    )
    .all(id) as Actor['memberships'];
  return { accountId: id, name, memberships, onBehalfOf: null };
}

const sorted = (values: Iterable<unknown>): unknown[] => [...new Set(values)].sort();
const column = (db: Db, sql: string): unknown[] => db.$client.prepare(sql).pluck().all();

describe.each(days)('the demo county on %s', (day) => {
  let made: Made;
  let grants: GrantDetail[];
  beforeAll(async () => {
    made = await make(Date.parse(day));
    const { items } = (await made.ask('shenji', listGrants, { query: { limit: 200 } })) as { items: { id: string }[] };
    grants = await Promise.all(
      items.map(async ({ id }) => (await made.ask('shenji', readGrant, { params: { grantId: id } })) as GrantDetail),
    );
  }, 60_000);

  test('has requests in every state, at every stage', async () => {
    const ids = column(made.db, "SELECT id FROM requests WHERE state <> 'draft'") as string[];
    const files = await Promise.all(
      ids.map(
        async (requestId) => (await made.ask('shenji', readRequest, { params: { requestId } })) as { state: string; stage: string | null },
      ),
    );
    expect(sorted([...files.map(({ state }) => state), 'draft'])).toEqual(sorted([...requestStates, 'ready']));
    expect(sorted(files.flatMap(({ stage }) => stage ?? []))).toEqual(['county', 'department', 'legal']);
    for (const requestId of ids) await made.ask('shenji', readPreparation, { params: { requestId } });
  });

  test('has grants in every state, ended in every way, and cases under way', () => {
    expect(sorted(grants.map(({ state }) => state))).toEqual(sorted(grantStates));
    expect(sorted(grants.filter(({ state }) => state === 'ended').map(({ endKind }) => endKind))).toEqual(sorted(endKinds));
    const suspended = grants.filter(({ state }) => state === 'suspended').flatMap(({ suspensions }) => suspensions.map(({ kind }) => kind));
    expect(sorted(suspended)).toEqual(['decision', 'lapse']);
    const running = grants.filter(({ state }) => state !== 'ended');
    expect(sorted(running.flatMap(({ returns }) => returns.map(({ state }) => state)))).toEqual(['deferred', 'filed']);
    expect(sorted(running.flatMap(({ recalls }) => recalls.map(({ state }) => state)))).toEqual(['heard', 'noticed']);
    expect(running.filter(({ swapRequestId }) => swapRequestId !== null)).toHaveLength(1);
    expect(running.some(({ prerequisites }) => prerequisites.some(({ lapsesAt }) => lapsesAt !== null))).toBe(true);
  });

  test('has a spreadsheet that was written and one that waits with what is wrong in it', async () => {
    const { items } = (await made.ask('shenji', listImports, {})) as { items: Import[] };
    expect(items.map(({ kind, state, counts }) => [kind, state, counts.faulty])).toEqual([
      ['menu', 'checked', 3],
      ['duty_lists', 'applied', 0],
    ]);
    const params = { importId: items[0]?.id ?? '' };
    const found = (await made.ask('shenji', listImportFindings, { params, query: { severity: 'error' } })) as { items: { code: string }[] };
    expect(found.items.map(({ code }) => code)).toEqual(['duplicate_row', 'duplicate_row', 'unknown_organisation']);
  });

  test('offers what the law allows, with the next edition being drafted and something for the gates to find', async () => {
    const menu = (await made.ask('heyang-jingban', listMenu, { query: {} })) as { total: number; edition: { state: string } };
    expect(menu).toMatchObject({ edition: { state: 'published' }, total: 297 });
    const { items } = (await made.ask('guanliyuan', listEditions)) as { items: { id: string; state: string }[] };
    expect(sorted(items.map(({ state }) => state))).toEqual(['draft', 'published']);
    const check = async (state: string) =>
      (await made.ask('guanliyuan', checkEdition, { params: { editionId: items.find((edition) => edition.state === state)?.id } })) as {
        findings: { severity: string; gate: string }[];
        changes: { change: string }[];
      };
    // What was lawful when it was published; since then a law may have gone.
    const against = (await check('published')).findings.filter(({ severity }) => severity === 'blocking');
    expect(sorted(against.map(({ gate }) => gate))).toEqual(day < '2026-08-15' ? [] : ['statute_ended']);
    const draft = await check('draft');
    expect(sorted(draft.findings.map(({ severity }) => severity))).toContain('blocking');
    expect(sorted(draft.changes.map(({ change }) => change))).toEqual(['changed', 'dropped']);
  });

  test('has a change of law that is half worked off', async () => {
    const { items } = (await made.ask('sifa-fazhi1', listLawChanges, { query: {} })) as { items: StatuteVersion[] };
    expect(items).toHaveLength(7);
    const left = (kind: 'menu_item' | 'grant') => items.reduce((sum, one) => sum + one.left[kind], 0);
    expect([left('menu_item'), left('grant')]).toEqual([10, 2]);
    expect(items.reduce((sum, { done }) => sum + done, 0)).toBe(3);
    expect(sorted(items.map(({ validity }) => validity))).toEqual([day < '2026-08-15' ? 'ending' : 'ended']);
    const flagged = grants.filter(({ lawFlag }) => lawFlag !== null).map(({ code }) => code);
    expect(sorted(flagged)).toEqual(day < '2026-08-15' ? [] : ['CG-CF-011', 'CG-CF-014']);
    const { items: tasks } = (await made.ask('guanliyuan', listTasks, { query: {} })) as { items: { kind: string }[] };
    expect(tasks.map(({ kind }) => kind)).toContain('review_law_change');
  });

  test('gives every role that decides something to do, and every person a page that loads', async () => {
    const busy = new Set<string>();
    for (const { username, role } of people) {
      const { items } = (await made.ask(username, listTasks, { query: {} })) as { items: unknown[] };
      if (items.length > 0) busy.add(role);
      if (role === 'clerk' || role === 'lead') await made.ask(username, listOrders, { query: {} });
      if (!['admin', 'training_officer'].includes(role)) await made.ask(username, listRequests, { query: {} });
    }
    expect([...busy]).toEqual(expect.arrayContaining(['lead', 'reviewer', 'legal_reviewer', 'decider'] satisfies DemoPerson['role'][]));
  });

  test('is genuine: the ledger proves itself, the audit chain holds, nothing lies in the future, ids rise with time', async () => {
    expect((await verifyAudit(made.db)).isIntact).toBe(true);
    expect(unreadableHistory(made.db)).toEqual([]);
    expect(proveLedger(made.db)).toMatchObject({ grants: grants.length, faults: [] });
    expect(column(made.db, 'SELECT max(at) FROM audit_records')[0]).toBeLessThanOrEqual(made.now);
    expect(
      column(made.db, 'SELECT min(at - prev) FROM (SELECT at, lag(at, 1, at) OVER (ORDER BY seq) AS prev FROM audit_records)')[0],
    ).toBeGreaterThanOrEqual(0);
    const wrong = column(
      made.db,
      'SELECT count(*) FROM (SELECT submitted_at AS at, lag(submitted_at) OVER (ORDER BY id) AS prev FROM requests WHERE submitted_at IS NOT NULL) WHERE at < prev',
    );
    expect(wrong).toEqual([0]);
    expect(demoStanding(made.db.$client)).toBe('whole');
    expect(made.db.$client.pragma('foreign_key_check')).toEqual([]);
  });
});

test('only what says of itself that it is a demo may be thrown away', () => {
  const { tx, db } = createTestDatabase();
  expect(demoStanding(db.$client)).toBe('half_made');
  seedCounty(tx);
  expect(demoStanding(db.$client)).toBe('no_demo');
  tx.$client.prepare('UPDATE settings SET is_demo = 1').run();
  expect(demoStanding(db.$client)).toBe('half_made');
});
