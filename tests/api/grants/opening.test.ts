import { describe, expect, it } from 'vitest';
import { heldByOthers, runningGrantOf, runningGrants } from '#server/features/grants/ledger/running-queries.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { useApp } from '#tests/support/app.ts';
import { day, demand, givenGrant, openTasks, rowsOf, tryGrant, trySwap } from './given.ts';

const app = useApp();

describe('opening a grant', () => {
  it('writes grant, holding, entry, document, event, task, audit and outbox', async () => {
    const opened = demand(await tryGrant(app(), 'well', { startsAt: app().clock.now() + 10 * day }));
    expect(opened).toEqual({
      grantId: expect.any(String) as string,
      documentNumber: '青禾赋权〔2026〕1号',
      startsAt: app().clock.now() + 10 * day,
    });
    expect(rowsOf(app(), 'SELECT power_id, township_id, from_at, to_at FROM holdings')).toEqual([
      { power_id: 'well', township_id: 'east', from_at: opened.startsAt, to_at: Date.UTC(2029, 2, 11, 16) },
    ]);
    expect(rowsOf(app(), 'SELECT sequence, kind, power_id FROM ledger_entries')[0]).toEqual({
      sequence: 1,
      kind: 'holding_opened',
      power_id: 'well',
    });
    expect(rowsOf(app(), 'SELECT kind, title, subject_id FROM issued_documents')).toEqual([
      { kind: 'grant', title: '关于赋予东河镇人民政府“取水许可”的决定', subject_id: opened.grantId },
    ]);
    expect(rowsOf(app(), 'SELECT kind, actor_organisation FROM grant_events')).toEqual([
      { kind: 'granted', actor_organisation: '青禾县人民政府' },
    ]);
    expect(rowsOf(app(), 'SELECT action FROM audit_records')).toEqual([{ action: 'grant_opened' }]);
    expect(rowsOf(app(), 'SELECT kind FROM outbox')).toEqual([{ kind: 'grant_opened' }]);
    const grant = await app()
      .as('eastlead')
      .ok('GET /grants/{grantId}', { params: { grantId: opened.grantId } });
    expect(grant).toMatchObject({
      ...{ state: 'scheduled', endKind: 'expired', carrier: 'entrustment', version: 1, itemId: 'item-well' },
      consequences: { inWhoseName: 'department', decides: 'township', respondent: 'department', paper: 'entrustment_letter' },
    });
  });

  it('never twice for the same power and township in one stretch of time', async () => {
    await givenGrant(app(), 'litter', { termMonths: 12 });
    expect(await tryGrant(app(), 'litter')).toMatchObject({ kind: 'refused', refusal: { code: 'holding_overlap' } });
    expect(await tryGrant(app(), 'litter', { startsAt: Date.UTC(2027, 2, 1, 15) })).toMatchObject({ kind: 'refused' });
    expect((await tryGrant(app(), 'litter', { startsAt: Date.UTC(2027, 2, 1, 16) })).kind).toBe('done');
    expect((await tryGrant(app(), 'litter', { townshipId: 'west' })).kind).toBe('done');
    expect(rowsOf(app(), 'SELECT max(sequence) AS last, count(*) AS entries FROM ledger_entries')).toEqual([{ last: 3, entries: 3 }]);
    expect(proveLedger(app().db)).toMatchObject({ entries: 3, grants: 3, faults: [] });
  });

  it('never begins in the past', async () => {
    expect(await tryGrant(app(), 'litter', { startsAt: app().clock.now() - 1 })).toMatchObject({ refusal: { code: 'start_date_past' } });
  });
});

describe('opening by swap', () => {
  it('ends the old and starts the new at one instant', async () => {
    const old = await givenGrant(app(), 'inspect');
    const startsAt = Date.UTC(2026, 3, 9, 16);
    const opened = demand(await trySwap(app(), old, 'litter', { startsAt }));
    expect(rowsOf(app(), 'SELECT power_id, from_at, to_at FROM holdings ORDER BY from_at')).toMatchObject([
      { power_id: 'inspect', to_at: startsAt },
      { power_id: 'litter', from_at: startsAt },
    ]);
    expect(rowsOf(app(), 'SELECT kind, title FROM issued_documents ORDER BY sequence')[1]).toEqual({
      kind: 'swap',
      title: '关于东河镇人民政府以“对乱倒垃圾的处罚”换回“占道经营检查”的决定',
    });
    expect(openTasks(app(), old)).toEqual([]);
    const before = await app()
      .as('eastlead')
      .ok('GET /grants/{grantId}', { params: { grantId: old } });
    expect(before).toMatchObject({ state: 'trial', endKind: 'swapped', endsAt: startsAt, version: 2 });
    expect(before.timeline.at(-1)).toMatchObject({ kind: 'swap_planned', facts: { byGrantId: opened.grantId } });
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  it.each([
    ['the same power', 'litter', 'litter', 'swap_same_power'],
    ['a power that cannot be returned', 'mandated', 'litter', 'not_returnable'],
    ['a power that is held already', 'inspect', 'ditch', 'holding_overlap'],
  ] as const)('does nothing at all for %s', async (_, from, to, code) => {
    if (to === 'ditch') await givenGrant(app(), 'ditch');
    const old = await givenGrant(app(), from);
    const before = rowsOf(app(), 'SELECT * FROM ledger_entries');
    expect(await trySwap(app(), old, to)).toMatchObject({ kind: 'refused', refusal: { code } });
    expect(rowsOf(app(), 'SELECT * FROM ledger_entries')).toEqual(before);
    expect(rowsOf(app(), 'SELECT version FROM grants WHERE id = ?', old)).toEqual([{ version: 1 }]);
  });

  it('is refused for what is being returned', async () => {
    const old = await givenGrant(app(), 'inspect');
    const body = { reasonCode: 'other' as const, text: '不再需要', wishedOn: '2026-06-01', pendingCases: [] };
    await app()
      .as('eastlead')
      .ok('POST /grants/{grantId}/return', { params: { grantId: old }, version: 1, body });
    expect(await trySwap(app(), old, 'litter')).toMatchObject({ refusal: { code: 'replaced_grant_unavailable' } });
  });
});

describe('what other features ask', () => {
  it('knows what a township holds or is promised, and how many others hold it', async () => {
    const now = app().clock.now();
    const id = await givenGrant(app(), 'litter');
    const promised = await givenGrant(app(), 'ditch', { startsAt: now + day });
    await givenGrant(app(), 'litter', { townshipId: 'west' });
    expect(runningGrants(app().db, 'east', now).map(({ grantId }) => grantId)).toEqual([promised, id]);
    expect(runningGrantOf(app().db, 'litter', 'east', now)).toMatchObject({ grantId: id, fromAt: now });
    expect(runningGrantOf(app().db, 'well', 'east', now)).toBeNull();
    expect([...heldByOthers(app().db, ['litter', 'ditch'], 'west', now)]).toEqual([['litter', 1]]);
    expect([...heldByOthers(app().db, ['ditch'], 'west', now + day)]).toEqual([['ditch', 1]]);
  });
});
