import { describe, expect, test } from 'vitest';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { approval, fileOf, handOverList, reviewed } from '#tests/builders/orders.ts';
import { recalled } from '#tests/builders/swaps.ts';
import { useApp } from '#tests/support/app.ts';
import { givenGrant } from './given.ts';

const app = useApp();
const grantOf = (grantId: string) => app().as('eastlead').ok('GET /grants/{grantId}', { params: { grantId } });

/** A swap that both sides have signed and that takes place on the first of June. */
async function plannedSwap(): Promise<{ readonly old: string; readonly fresh: string }> {
  const old = await givenGrant(app(), 'inspect');
  const requestId = await reviewed(app(), 'litter', { line: { replacesGrantId: old } });
  const params = { requestId };
  const conditions = { extraPrerequisites: [], termMonths: null, notBeforeOn: '2026-06-01', text: '六月起生效' };
  const body = { ...approval, outcome: 'approve_with_conditions', conditions } as const;
  let { version } = await app().as('decider').ok('POST /requests/{requestId}/decision', { params, version: 3, body });
  const department = app().as('urbanreviewer');
  ({ version } = await department.ok('PUT /requests/{requestId}/hand-over', { params, version, body: handOverList }));
  ({ version } = await department.ok('POST /requests/{requestId}/hand-over/signatures', { params, version }));
  await app().as('eastlead').ok('POST /requests/{requestId}/hand-over/signatures', { params, version });
  const { grantId } = await fileOf(app(), requestId);
  return { old, fresh: grantId ?? '' };
}

describe('the county takes a new power back before it has begun', () => {
  test('then the swap does nothing: the old grant runs on as agreed', async () => {
    const { old, fresh } = await plannedSwap();
    expect(await grantOf(old)).toMatchObject({ endKind: 'swapped', endsAt: Date.UTC(2026, 4, 31, 16) });
    await recalled(app(), fresh, null);
    expect(await grantOf(fresh)).toMatchObject({ state: 'ended', endKind: 'recalled' });
    const held = await grantOf(old);
    expect(held).toMatchObject({ state: 'trial', endKind: null, endsAt: null });
    expect(held.timeline.at(-1)).toMatchObject({ kind: 'swap_undone', by: { name: '另一领导' }, facts: { byGrantId: fresh } });
    expect(held.allowedActions).toContain('file_return');
    app().clock.set(Date.UTC(2026, 5, 2));
    const history = await app().anonymous.ok('GET /register/powers/{code}/townships/{townshipId}', {
      params: { code: 'CG-JC-001', townshipId: 'east' },
    });
    expect(history.entries.at(-1)).toMatchObject({ holder: 'township', toOn: null });
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  test('a recall from a later day lets the swap take place', async () => {
    const { old, fresh } = await plannedSwap();
    await recalled(app(), fresh, '2026-09-01');
    expect(await grantOf(old)).toMatchObject({ endKind: 'swapped', endsAt: Date.UTC(2026, 4, 31, 16) });
    expect(await grantOf(fresh)).toMatchObject({ state: 'scheduled', endKind: 'recalled' });
    expect(proveLedger(app().db).faults).toEqual([]);
  });
});
