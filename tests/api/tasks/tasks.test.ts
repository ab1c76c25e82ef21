import { describe, expect, test } from 'vitest';
import { listTasks } from '#contract/tasks.ts';
import { openTasks, type NewTask } from '#server/records/tasks.ts';
import { taskStatements } from '#server/features/tasks/queries.ts';
import { monday, type Person } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { planOf } from '#tests/support/plans.ts';

const app = useApp();
const day = 86_400_000;
const opinion = {
  kind: 'department_opinion',
  subjectKind: 'request',
  organisationId: 'urban',
  role: 'reviewer',
  powerId: 'fine',
  townshipId: 'east',
} as const;

/** Opens tasks one after the other; answers their ids in that order. */
function given(...tasks: readonly (Partial<NewTask> & { readonly dueAt?: number | null })[]): string[] {
  return tasks.map((task, index) => {
    const id = app().newId();
    app().arrange((tx) => {
      openTasks(tx, [{ id, ...opinion, subjectId: `request-${String(index)}`, dueAt: null, ...task }], monday + index);
    });
    return id;
  });
}
const listed = async (person: Person, query: Record<string, string> = {}) => {
  const reply = await app()
    .as(person)
    .send('GET', `/tasks?${new URLSearchParams(query).toString()}`);
  return listTasks.response.parse(reply.body);
};
const idsOf = async (person: Person, query: Record<string, string> = {}) => (await listed(person, query)).items.map(({ id }) => id);

describe('what somebody has to do', () => {
  test('says which power, which township, since when and until when', async () => {
    const [id] = given({ dueAt: monday - 1 });
    expect(await listed('urbanreviewer')).toEqual({
      items: [
        {
          ...{
            id,
            kind: 'department_opinion',
            subjectKind: 'request',
            subjectId: 'request-0',
            powerName: '对占道经营的处罚',
            powerCode: 'CG-CF-001',
          },
          ...{ townshipName: '东河镇人民政府', openedAt: monday, dueAt: monday - 1, isOverdue: true, isForColleague: false },
        },
      ],
      nextCursor: null,
    });
  });

  test('comes by deadline, without one last, or newest first', async () => {
    const [undated, late, soon, alsoSoon] = given({}, { dueAt: monday + 9 * day }, { dueAt: monday + day }, { dueAt: monday + day });
    expect(await idsOf('urbanreviewer')).toEqual([soon, alsoSoon, late, undated]);
    expect(await idsOf('urbanreviewer', { sort: 'newest' })).toEqual([alsoSoon, soon, late, undated]);
  });

  test('is read page by page in both orders, each task once', async () => {
    const ids = given({}, { dueAt: monday + day }, {}, { dueAt: monday + day }, { dueAt: monday }, {}, { dueAt: monday + 2 * day });
    for (const sort of ['due', 'newest']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listed>> = await listed('urbanreviewer', {
          sort,
          limit: '2',
          ...(cursor === null ? {} : { cursor }),
        });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toHaveLength(ids.length);
      expect(seen).toEqual(await idsOf('urbanreviewer', { sort }));
    }
  });

  test('is only what lies with the own organisation in the own role, and is still open', async () => {
    const [mine, other] = given({}, { organisationId: 'water' }, { role: 'decider', organisationId: 'county' }, { subjectId: 'done' });
    app().arrange((tx) => {
      tx.$client.prepare(`UPDATE tasks SET closed_at = 1, outcome = 'given' WHERE subject_id = 'done'`).run();
    });
    expect(await idsOf('urbanreviewer')).toEqual([mine]);
    expect(await idsOf('urbanreviewer2')).toEqual([mine]);
    expect(await idsOf('waterreviewer')).toEqual([other]);
    expect(await idsOf('admin')).toEqual([]);
  });

  test('can be asked for by kind', async () => {
    const [, deliver] = given({}, { kind: 'deliver_commitment', subjectKind: 'commitment' });
    expect(await idsOf('urbanreviewer', { kind: 'deliver_commitment' })).toEqual([deliver]);
    expect(await idsOf('urbanreviewer', { kind: 'deliver_commitment', sort: 'newest' })).toEqual([deliver]);
    expect(await idsOf('urbanreviewer', { kind: 'close_trial' })).toEqual([]);
  });

  test('is one list for a person with several roles', async () => {
    app().arrange((tx) => {
      tx.$client.prepare(`INSERT INTO memberships (account_id, organisation_id, role) VALUES ('urbanreviewer', 'water', 'reviewer')`).run();
    });
    const [late, soon, latest] = given(
      { dueAt: monday + 2 * day },
      { organisationId: 'water', dueAt: monday + day },
      { dueAt: monday + 3 * day },
    );
    expect(await idsOf('urbanreviewer')).toEqual([soon, late, latest]);
    expect(await idsOf('urbanreviewer', { sort: 'newest', limit: '2' })).toEqual([latest, soon]);
    expect(await app().as('urbanreviewer').ok('GET /tasks/count')).toEqual({ open: 3, overdue: 0, isExact: true });
  });

  test('is the inbox of the person away for their substitute', async () => {
    const [water, urban] = given({ organisationId: 'water' }, {});
    app().arrange((tx) => {
      tx.$client.exec(`INSERT INTO memberships (account_id, organisation_id, role) VALUES ('urbanreviewer', 'water', 'reviewer')`);
      tx.$client
        .prepare(
          `INSERT INTO substitutions (id, away_account_id, substitute_account_id, from_at, to_at, reason, version, created_at) VALUES ('s', 'urbanreviewer2', 'urbanreviewer', 0, ?, '出差', 1, 0)`,
        )
        .run(monday + day);
    });
    const away = await app().as('urbanreviewer').ok('GET /tasks', { actingFor: 'urbanreviewer2' });
    expect(away.items.map(({ id }) => id)).toEqual([urban]);
    expect(await idsOf('urbanreviewer')).toEqual([water, urban]);
    expect(await app().as('urbanreviewer').refusal('GET /tasks', { actingFor: 'legal' })).toBe('403 forbidden');
  });

  test('is for those who are signed in', async () => {
    expect(await app().anonymous.refusal('GET /tasks')).toBe('401 not_signed_in');
    expect(await app().anonymous.refusal('GET /tasks/count')).toBe('401 not_signed_in');
    expect((await app().as('urbanreviewer').send('GET', '/tasks?kind=nonsense')).status).toBe(400);
    // A cursor that somebody made up shows the beginning, not a fault.
    expect((await app().as('urbanreviewer').send('GET', '/tasks?cursor=nonsense')).status).toBe(200);
  });
});

describe('the count', () => {
  test('tells what is open and what is late', async () => {
    given({}, { dueAt: monday }, { dueAt: monday + 1 }, { dueAt: monday - day });
    expect(await app().as('urbanreviewer').ok('GET /tasks/count')).toEqual({ open: 4, overdue: 2, isExact: true });
    expect(await app().as('westlead').ok('GET /tasks/count')).toEqual({ open: 0, overdue: 0, isExact: true });
  });

  test('stops at a thousand', async () => {
    given(...Array.from({ length: 1001 }, () => ({ dueAt: monday })));
    expect(await app().as('urbanreviewer').ok('GET /tasks/count')).toEqual({ open: 1000, overdue: 1000, isExact: false });
  });
});

test('every statement finds tasks through the index of its order, and sorts nothing', () => {
  const { db } = createTestDatabase();
  const indexes = {
    newest: 'tasks_open_newest',
    newestOfKind: 'tasks_open_newest',
    withDeadline: 'tasks_open_by_due',
    withoutDeadline: 'tasks_open_by_due',
    countOpen: 'tasks_open',
    countOverdue: 'tasks_open_by_due',
  } as const;
  for (const [name, sql] of Object.entries(taskStatements)) {
    const plan = planOf(db, sql);
    expect(
      plan.filter((step) => step.includes('TEMP B-TREE') || /^SCAN (?!\(subquery)/.test(step)),
      name,
    ).toEqual([]);
    expect(
      plan.find((step) => /^SEARCH tasks?\b/.test(step)),
      name,
    ).toContain(`INDEX ${indexes[name as keyof typeof indexes]}`);
  }
});
