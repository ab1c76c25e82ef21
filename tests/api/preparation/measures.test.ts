import { describe, expect, test } from 'vitest';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { measure, penalty, seedMeasures, served } from '#tests/builders/measures.ts';
import { approved, fileOf, granted, handOverList, placeOrder, prepared, reviewed } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';
import { givenGrant } from '#tests/api/grants/given.ts';

const app = useApp({ seed: seedMeasures });
const approval = { outcome: 'approve', text: '' } as const;
const decide = (requestId: string) =>
  app()
    .as('decider')
    .call('POST /requests/{requestId}/decision', { params: { requestId }, version: 3, body: { ...approval } });
const tieOf = async (requestId: string) =>
  (await app().as('decider').ok('GET /requests/{requestId}/consequences', { params: { requestId } })).tie;

/** Both lines of one order are brought before the decider: the measure, and the penalty that it serves. */
async function bothReviewed(): Promise<{ readonly measureId: string; readonly penaltyId: string }> {
  const { lines } = await placeOrder(app(), [measure, penalty]);
  const [measureId = '', penaltyId = ''] = lines.map(({ requestId }) => requestId);
  for (const requestId of [measureId, penaltyId]) {
    const params = { requestId };
    await app()
      .as('urbanreviewer')
      .ok('POST /requests/{requestId}/opinion', { params, version: 1, body: { position: 'support', text: '' } });
    await app()
      .as('legal')
      .ok('POST /requests/{requestId}/legal-review', { params, version: 2, body: { finding: 'lawful', citation: '', text: '' } });
  }
  return { measureId, penaltyId };
}

describe('a compulsory measure at the decision', () => {
  test('is not approved before the penalty that it serves, and is after it', async () => {
    const { measureId, penaltyId } = await bothReviewed();
    expect((await tieOf(measureId)).penalties).toMatchObject([{ code: 'CG-JC-001', standing: 'missing' }]);
    expect((await decide(measureId)).problem).toMatchObject({
      ...{ status: 409, code: 'compulsion_without_penalty', params: { penalties: '对占道经营的处罚' } },
    });
    expect((await fileOf(app(), measureId)).state).toBe('in_review');
    expect((await decide(penaltyId)).status).toBe(200);
    expect((await tieOf(measureId)).penalties).toMatchObject([{ standing: 'approved' }]);
    expect((await decide(measureId)).status).toBe(200);
  });

  test('is not approved on a penalty that the township is giving back', async () => {
    const grantId = await givenGrant(app(), penalty);
    const requestId = await reviewed(app(), measure);
    expect((await tieOf(requestId)).penalties).toMatchObject([{ standing: 'held' }]);
    const body = { reasonCode: 'too_few_cases' as const, text: '案件少', wishedOn: '2026-06-01', pendingCases: [] };
    await app().as('eastlead').ok('POST /grants/{grantId}/return', { params: { grantId }, version: 1, body });
    expect((await tieOf(requestId)).penalties).toMatchObject([{ standing: 'leaving' }]);
    expect((await decide(requestId)).problem.code).toBe('compulsion_without_penalty');
  });

  test('can be rejected whatever becomes of the penalty', async () => {
    const { measureId } = await bothReviewed();
    const body = {
      outcome: 'reject',
      reasonCode: 'not_ready',
      text: '暂缓',
      wouldBePossibleIf: '具备后再申请',
      alternativeItemId: null,
    } as const;
    const answer = await app()
      .as('decider')
      .call('POST /requests/{requestId}/decision', { params: { requestId: measureId }, version: 3, body });
    expect([answer.status, answer.status === 200 ? '' : answer.problem.code]).toEqual([200, '']);
  });
});

describe('a compulsory measure at the hand-over', () => {
  async function sign(requestId: string) {
    const params = { requestId };
    const department = app().as('urbanreviewer');
    let { version } = await department.ok('GET /requests/{requestId}', { params });
    ({ version } = await department.ok('PUT /requests/{requestId}/hand-over', { params, version, body: handOverList }));
    ({ version } = await department.ok('POST /requests/{requestId}/hand-over/signatures', { params, version }));
    return { version, second: () => app().as('eastlead').call('POST /requests/{requestId}/hand-over/signatures', { params, version }) };
  }

  test('waits for the penalty: the second signature opens nothing before it is held', async () => {
    // Approved on a penalty that was held then, which is recalled while the measure prepares.
    const penaltyGrant = await givenGrant(app(), penalty);
    const requestId = await prepared(app(), measure);
    app().arrange((tx) =>
      tx.$client.exec(`UPDATE holdings SET to_at = ${String(app().clock.now() + 1)} WHERE grant_id = '${penaltyGrant}';
        UPDATE grants SET end_kind = 'recalled' WHERE id = '${penaltyGrant}'`),
    );
    const { second } = await sign(requestId);
    expect((await second()).problem).toMatchObject({ status: 409, code: 'compulsion_without_penalty' });
    expect(app().db.$client.prepare(`SELECT count(*) FROM grants WHERE power_id = '${measure}'`).pluck().get()).toBe(0);
  });

  test('with the penalty in the township it opens, and runs no longer than the penalty', async () => {
    await givenGrant(app(), penalty, { termMonths: 12 });
    const { grantId } = await granted(app(), measure);
    const grant = await app()
      .as('eastlead')
      .ok('GET /grants/{grantId}', { params: { grantId: grantId ?? '' } });
    expect(grant).toMatchObject({ state: 'trial', endsAt: Date.UTC(2027, 2, 1, 16), endKind: 'expired' });
    expect(grant.tie.penalties).toMatchObject([{ powerName: '对占道经营的处罚' }]);
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  test('a swap tells which measures go with the penalty that is given up', async () => {
    const penaltyGrant = await givenGrant(app(), penalty);
    const measureGrant = await givenGrant(app(), measure, { serves: served });
    const requestId = await approved(app(), 'litter', { line: { replacesGrantId: penaltyGrant } });
    expect((await tieOf(requestId)).ending).toEqual([{ grantId: measureGrant, powerName: '扣押占道经营的工具' }]);
    const { preparation } = {
      preparation: await app().as('eastlead').ok('GET /requests/{requestId}/preparation', { params: { requestId } }),
    };
    expect(preparation.tie.ending).toHaveLength(1);
    const { second } = await sign(requestId);
    expect((await second()).status).toBe(200);
    for (const grantId of [penaltyGrant, measureGrant])
      expect(await app().as('eastlead').ok('GET /grants/{grantId}', { params: { grantId } })).toMatchObject({
        ...{ state: 'ended', endKind: 'swapped', endsAt: app().clock.now() },
      });
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  test('a swap that never begins gives the measure back with its penalty', async () => {
    const penaltyGrant = await givenGrant(app(), penalty);
    const measureGrant = await givenGrant(app(), measure, { serves: served });
    const read = () =>
      app()
        .as('eastlead')
        .ok('GET /grants/{grantId}', { params: { grantId: measureGrant } });
    const requestId = await reviewed(app(), 'litter', { line: { replacesGrantId: penaltyGrant } });
    const conditions = { extraPrerequisites: [], termMonths: null, notBeforeOn: '2026-06-01', text: '六月起生效' };
    await app()
      .as('decider')
      .ok('POST /requests/{requestId}/decision', {
        params: { requestId },
        version: 3,
        body: { ...approval, outcome: 'approve_with_conditions', conditions },
      });
    const { second } = await sign(requestId);
    const grantId = (await second()).body.grantId ?? '';
    expect(await read()).toMatchObject({
      endKind: 'swapped',
      endsAt: Date.UTC(2026, 4, 31, 16),
      tie: { endsWith: { grantId: penaltyGrant } },
    });

    const notice = { reasonCode: 'reorganisation', basis: '县机构改革方案', notice: '职责调整', isUrgent: false } as const;
    const params = { grantId };
    let { version } = await app().as('decider').ok('POST /grants/{grantId}/recall', { params, version: 1, body: notice });
    ({ version } = await app()
      .as('eastlead')
      .ok('POST /grants/{grantId}/recall/statement', { params, version, body: { statement: '没有意见' } }));
    const body = { outcome: 'recall' as const, text: '收回', effectiveOn: null, pendingCases: [] };
    await app().as('decider2').ok('POST /grants/{grantId}/recall/decision', { params, version, body });
    expect(await read()).toMatchObject({ state: 'trial', endKind: null, endsAt: null, tie: { endsWith: null } });
    expect(proveLedger(app().db).faults).toEqual([]);
  });
});
