import { describe, expect, it } from 'vitest';
import type { GrantState } from '#server/domain/values/words.ts';
import { grantPage } from '#server/features/grants/list-queries.ts';
import type { grantScope } from '#server/domain/people/visibility.ts';
import { loadGrant } from '#server/features/grants/ledger/grant-record.ts';
import { useApp } from '#tests/support/app.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { planOf, statementsOf } from '#tests/support/plans.ts';
import { day, givenGrant } from './given.ts';

const app = useApp();
const list = 'GET /grants';

/** One grant in each state, and one of the other township. */
async function oneOfEach() {
  const now = app().clock.now();
  const ended = await givenGrant(app(), 'towns', { termMonths: 1 });
  app().clock.set(now + 60 * day);
  const cancelled = await givenGrant(app(), 'mandated');
  const ids = {
    scheduled: await givenGrant(app(), 'well', { startsAt: app().clock.now() + day }),
    trial: await givenGrant(app(), 'inspect'),
    active: await givenGrant(app(), 'litter'),
    suspended: await givenGrant(app(), 'ditch'),
  };
  const foreign = await givenGrant(app(), 'relief', { townshipId: 'west' });
  await app()
    .as('decider')
    .ok('POST /grants/{grantId}/suspension', { params: { grantId: ids.suspended }, version: 1, body: { reason: '检查' } });
  return { ...ids, ended, mandated: cancelled, foreign };
}

describe('listing grants', () => {
  it('finds each state by its dates, exactly as the page of the grant computes it', async () => {
    const ids = await oneOfEach();
    for (const state of ['scheduled', 'trial', 'active', 'suspended', 'ended'] as const) {
      const { items, total, isTotalExact } = await app().as('eastlead').ok(list, { query: { state } });
      const expected = state === 'trial' ? [ids.trial, ids.mandated] : [ids[state]];
      expect(items.map(({ id }) => id).sort()).toEqual([...expected].sort());
      expect(items.every((row) => row.state === state)).toBe(true);
      expect({ total, isTotalExact }).toEqual({ total: expected.length, isTotalExact: true });
    }
  });

  it('shows a township its own, a department those of its powers, and all to those who look after all', async () => {
    const ids = await oneOfEach();
    const seenBy = async (person: Parameters<ReturnType<typeof app>['as']>[0]) =>
      (await app().as(person).ok(list)).items.map(({ id }) => id);
    expect(await seenBy('westclerk')).toEqual([ids.foreign]);
    expect((await seenBy('urbanreviewer')).sort()).toEqual([ids.trial, ids.active, ids.mandated].sort());
    expect(await seenBy('auditor')).toHaveLength(7);
    expect(await seenBy('legal')).toHaveLength(7);
    expect(await app().as('admin').refusal(list)).toBe('403 forbidden');
    expect(await app().anonymous.refusal(list)).toBe('401 not_signed_in');
    expect(
      await app()
        .as('waterreviewer')
        .refusal('GET /grants/{grantId}', { params: { grantId: ids.trial } }),
    ).toBe('404 not_found');
    expect(
      await app()
        .as('westclerk')
        .refusal('GET /grants/{grantId}', { params: { grantId: ids.trial } }),
    ).toBe('404 not_found');
  });

  it('pages by the last id, newest first, with filters', async () => {
    await oneOfEach();
    const first = await app()
      .as('decider')
      .ok(list, { query: { limit: '3' } });
    const second = await app()
      .as('decider')
      .ok(list, { query: { limit: '3', cursor: first.nextCursor ?? '' } });
    const third = await app()
      .as('decider')
      .ok(list, { query: { limit: '3', cursor: second.nextCursor ?? '' } });
    const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect(third.nextCursor).toBeNull();
    expect(
      (
        await app()
          .as('decider')
          .ok(list, { query: { townshipId: 'west' } })
      ).total,
    ).toBe(1);
    expect(
      (
        await app()
          .as('decider')
          .ok(list, { query: { powerId: 'litter' } })
      ).total,
    ).toBe(1);
  });

  it('names the case that is open', async () => {
    const { active } = await oneOfEach();
    const body = { reasonCode: 'other' as const, text: '不再需要', wishedOn: '2026-08-01', pendingCases: [] };
    await app()
      .as('eastlead')
      .ok('POST /grants/{grantId}/return', { params: { grantId: active }, version: 1, body });
    const { items } = await app()
      .as('eastlead')
      .ok(list, { query: { powerId: 'litter' } });
    expect(items).toMatchObject([{ openCase: 'return', endKind: 'returned' }]);
  });
});

const scopes: readonly (readonly [string, ReturnType<typeof grantScope>])[] = [
  ['everything', 'all'],
  ['a township', [{ townshipId: ['east'] }]],
  ['a department', [{ departmentId: ['urban'] }]],
];
const states: readonly (GrantState | undefined)[] = [undefined, 'scheduled', 'trial', 'active', 'suspended', 'ended'];
const asked = scopes.flatMap(([name, scope]) => states.map((state) => [name, state, scope] as const));

describe('the plan of the list', () => {
  it.each(asked)('of %s, state %s, neither scans nor sorts', async (_, state, scope) => {
    const filter = { scope, state, townshipId: undefined, powerId: undefined, after: 'Z', limit: 50, now: 1 };
    const [page = '', count = ''] = await statementsOf(app().db, () => grantPage(app().db, filter));
    const steps = (text: string) => planOf(app().db, text, ...Array.from({ length: text.split('?').length - 1 }, () => 1));
    expect(steps(page).filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([]);
    // Counting stops at a bound: what is not narrowed down is walked only that far, and open trials are an index of their own.
    const isFrequent = scope === 'all' && (state === undefined || state === 'active' || state === 'ended');
    const bounded = isFrequent ? /^SCAN (grants|counted)/ : /^SCAN (counted|grants USING INDEX grants_open_trial)/;
    expect(count).toMatch(/limit \?\) as counted/);
    expect(steps(count).filter((step) => /SCAN|TEMP B-TREE/.test(step) && !bounded.test(step))).toEqual([]);
  });

  it('of one grant is a handful of look-ups', async () => {
    const id = await givenGrant(app(), 'litter');
    const other = createTestDatabase();
    const statements = await statementsOf(other.db, () => loadGrant(other.db, id));
    expect(statements.length).toBeLessThanOrEqual(12);
    await other.close();
    const named = statements.map((text) => planOf(app().db, text, ...Array.from({ length: text.split('?').length - 1 }, () => 1)));
    expect(named.flat().filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });
});
