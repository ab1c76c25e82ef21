import { describe, expect, test } from 'vitest';
import { endOfDay } from '#server/domain/time/time.ts';
import { workCalendar } from '#server/features/organisations/queries.ts';
import { openCommitments } from '#server/features/resources/open-commitments.ts';
import { useApp } from '#tests/support/app.ts';
import { planOf, statementsOf } from '#tests/support/plans.ts';

import { item, useCommitments } from './given.ts';

const app = useApp();
const { within, tasks, commitmentId, open, requestId } = useCommitments(app);

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
    expect(
      (
        await app()
          .as('westlead')
          .ok('GET /commitments', { query: { requestId: requestId() } })
      ).total,
    ).toBe(0);
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
          .ok('GET /commitments', { query: { ...query, requestId: requestId() } });
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
