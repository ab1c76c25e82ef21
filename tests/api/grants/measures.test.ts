import { describe, expect, test } from 'vitest';
import { measureSql } from '#server/features/grants/ledger/measure-queries.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { measure, penalty, seedMeasures, served } from '#tests/builders/measures.ts';
import { useApp } from '#tests/support/app.ts';
import { givenGrant, tryGrant } from './given.ts';

const app = useApp({ seed: seedMeasures });
const read = (grantId: string) => app().as('eastlead').ok('GET /grants/{grantId}', { params: { grantId } });
const returning = { reasonCode: 'too_few_cases' as const, text: '案件少', wishedOn: '2026-06-01', pendingCases: [] };

async function tied() {
  const penaltyId = await givenGrant(app(), penalty);
  return { penaltyId, measureId: await givenGrant(app(), measure, { serves: served }) };
}

describe('a compulsory measure', () => {
  test('is opened with its penalty only', async () => {
    expect(await tryGrant(app(), measure, { serves: served })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'compulsion_without_penalty' },
    });
    await givenGrant(app(), penalty, { startsAt: app().clock.now() + 86_400_000 });
    expect(await tryGrant(app(), measure, { serves: served })).toMatchObject({ kind: 'refused' });
    expect(await tryGrant(app(), measure, { serves: served, startsAt: app().clock.now() + 86_400_000 })).toMatchObject({ kind: 'done' });
  });

  test('ends with the return of the penalty, goes on when that is cancelled, follows when it is deferred', async () => {
    const { penaltyId, measureId } = await tied();
    expect((await read(penaltyId)).tie.measures).toEqual([{ grantId: measureId, powerName: '扣押占道经营的工具', endsAlong: true }]);
    const params = { grantId: penaltyId };
    const lead = app().as('eastlead');
    let { version, endsAt } = await lead.ok('POST /grants/{grantId}/return', { params, version: 1, body: returning });
    let following = await read(measureId);
    expect(following).toMatchObject({ endsAt, endKind: 'returned', version: 2, tie: { endsWith: { grantId: penaltyId } } });
    expect(following.timeline.at(-1)).toMatchObject({
      kind: 'end_rides',
      by: null,
      facts: { withGrantId: penaltyId, endsOn: '2026-06-01' },
    });

    ({ version } = await lead.ok('POST /grants/{grantId}/return/cancellation', { params, version, body: { text: '继续' } }));
    following = await read(measureId);
    expect(following).toMatchObject({ endsAt: null, endKind: null, version: 3, tie: { endsWith: null } });
    expect(following.timeline.at(-1)).toMatchObject({ kind: 'end_rides', facts: { endsOn: null } });

    ({ version } = await lead.ok('POST /grants/{grantId}/return', { params, version, body: returning }));
    ({ endsAt } = await app()
      .as('decider')
      .ok('POST /grants/{grantId}/return/deferral', { params, version, body: { untilOn: '2026-07-01', supportPlan: '派员驻点' } }));
    expect(await read(measureId)).toMatchObject({ endsAt, endKind: 'returned' });
    expect(proveLedger(app().db).faults).toEqual([]);
    app().clock.set(Date.UTC(2026, 6, 2));
    expect([(await read(penaltyId)).state, (await read(measureId)).state]).toEqual(['ended', 'ended']);
  });

  test('rests while the department exercises the penalty, and resumes with it', async () => {
    const { penaltyId, measureId } = await tied();
    const params = { grantId: penaltyId };
    const decider = app().as('decider');
    const { version } = await decider.ok('POST /grants/{grantId}/suspension', { params, version: 1, body: { reason: '整改' } });
    let resting = await read(measureId);
    expect(resting).toMatchObject({ state: 'suspended', version: 2 });
    expect(resting.timeline.some(({ kind }) => kind === 'rests_along')).toBe(true);
    const register = await app().anonymous.ok('GET /register/powers/{code}', { params: { code: 'CG-CF-001' } });
    expect(register.holders.find(({ townshipId }) => townshipId === 'east')).toMatchObject({ holder: 'department', state: 'suspended' });
    app().clock.advance(3_600_000);
    await decider.ok('POST /grants/{grantId}/resumption', { params, version, body: { reason: '整改到位' } });
    resting = await read(measureId);
    expect(resting).toMatchObject({ state: 'trial', endKind: null });
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  test('ends at once when the trial of the penalty ends with its being taken back', async () => {
    const { penaltyId, measureId } = await tied();
    const body = { outcome: 'take_back', text: '出错多' } as const;
    const answer = await app()
      .as('decider')
      .call('POST /grants/{grantId}/trial-closing', { params: { grantId: penaltyId }, version: 1, body });
    expect(answer.status).toBe(200);
    expect(await read(measureId)).toMatchObject({ state: 'ended', endKind: 'recalled', endsAt: app().clock.now() });
  });

  test('of another township is left alone', async () => {
    const { penaltyId } = await tied();
    await givenGrant(app(), penalty, { townshipId: 'west' });
    const west = await givenGrant(app(), measure, { townshipId: 'west', serves: served, prerequisites: [] });
    await app()
      .as('eastlead')
      .ok('POST /grants/{grantId}/return', { params: { grantId: penaltyId }, version: 1, body: returning });
    expect(
      await app()
        .as('westlead')
        .ok('GET /grants/{grantId}', { params: { grantId: west } }),
    ).toMatchObject({ endsAt: null, version: 1 });
  });

  test('no statement about ties scans', () => {
    for (const text of Object.values(measureSql)) {
      const plan = app()
        .db.$client.prepare(`EXPLAIN QUERY PLAN ${text}`)
        .all({ codes: '[]', townshipId: 'east', powerIds: '[]', now: 1, code: 'x' }) as { detail: string }[];
      expect(plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN') && !detail.includes('json_each'))).toEqual([]);
    }
  });
});
