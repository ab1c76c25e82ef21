import { describe, expect, it } from 'vitest';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { sweepGrants } from '#server/features/grants/sweep-grants.ts';
import { createSweeper } from '#server/records/sweep.ts';
import { useApp } from '#tests/support/app.ts';
import { day, givenGrant, openTasks, rowsOf } from './given.ts';

const app = useApp();
const read = (grantId: string) => app().as('eastlead').ok('GET /grants/{grantId}', { params: { grantId } });

const leaving = { name: '李执法', post: '执法队员', dutyPhone: '0000-7654321', joinedOn: '2025-01-01' } as const;
const leave = (leftOn: string | null, version: number) =>
  app()
    .as('eastlead')
    .ok('PUT /officers/{officerId}', { params: { officerId: 'officer-li' }, version, body: { ...leaving, leftOn } });

async function certify(validToOn: string): Promise<void> {
  const body = { kindId: 'law_enforcement', number: 'B-1', validFromOn: '2026-03-05', validToOn };
  await app()
    .as('trainer')
    .ok('POST /officers/{officerId}/certificates', { params: { officerId: 'officer-zhao' }, body });
}

describe('a prerequisite that lapses', () => {
  it('is warned of at once, suspends after the grace period, and the public follows, without any job', async () => {
    const id = await givenGrant(app(), 'fine');
    expect(await read(id)).toMatchObject({
      state: 'trial',
      prerequisites: [{ holds: true, have: 2, need: 2, people: ['李执法', '王执法'], certificateKindName: '行政执法证' }],
    });
    await leave('2026-03-10', 1);
    expect(openTasks(app(), id)).toEqual(['close_trial', 'cure_lapse']);
    const suspendsAt = Date.UTC(2026, 2, 9, 16) + 30 * day;
    expect(rowsOf(app(), "SELECT organisation_id AS body, role, due_at AS dueAt FROM tasks WHERE kind = 'cure_lapse'")).toEqual([
      { body: 'east', role: 'lead', dueAt: suspendsAt },
    ]);
    expect(await read(id)).toMatchObject({
      state: 'trial',
      version: 2,
      suspensions: [{ kind: 'lapse', fromAt: suspendsAt, toAt: null }],
      prerequisites: [{ lapsesAt: Date.UTC(2026, 2, 9, 16) }],
    });
    app().clock.set(suspendsAt - 1);
    expect((await read(id)).state).toBe('trial');
    app().clock.set(suspendsAt);
    const suspended = await read(id);
    expect(suspended.state).toBe('suspended');
    expect(suspended.timeline.at(-1)).toMatchObject({ kind: 'suspended', by: null, facts: { kind: 'lapse' } });
    expect(rowsOf(app(), 'SELECT action FROM audit_records WHERE subject_id = ? ORDER BY seq DESC LIMIT 1', id)).toEqual([
      { action: 'lapses_projected' },
    ]);
  });

  it('cured in time never suspends: only what cured it will lapse one day', async () => {
    const id = await givenGrant(app(), 'fine');
    await leave('2026-03-10', 1);
    app().clock.advance(5 * day);
    await certify('2030-01-01');
    expect(await read(id)).toMatchObject({ suspensions: [{ fromAt: Date.UTC(2030, 0, 1, 16) + 30 * day, toAt: null }], version: 3 });
    expect(openTasks(app(), id)).toEqual(['close_trial']);
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  it('comes back with what was believed to have cured it', async () => {
    const id = await givenGrant(app(), 'fine');
    await leave('2026-03-10', 1);
    app().clock.set(Date.UTC(2026, 5, 1));
    expect((await read(id)).state).toBe('suspended');
    await certify('2026-07-31');
    expect(await read(id)).toMatchObject({ state: 'trial' });
    const [first, second] = (await read(id)).suspensions;
    expect(first?.toAt).toBe(app().clock.now());
    expect(second).toMatchObject({ kind: 'lapse', fromAt: Date.UTC(2026, 6, 31, 16) + 30 * day, toAt: null });
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  it('gives way to a suspension by decision and is looked at anew when that ends', async () => {
    const id = await givenGrant(app(), 'fine');
    await leave('2026-03-10', 1);
    await app()
      .as('decider')
      .ok('POST /grants/{grantId}/suspension', { params: { grantId: id }, version: 2, body: { reason: '检查' } });
    expect((await read(id)).suspensions).toMatchObject([{ kind: 'decision', toAt: null }]);
    app().clock.set(Date.UTC(2026, 5, 1));
    const resumed = await app()
      .as('decider')
      .ok('POST /grants/{grantId}/resumption', { params: { grantId: id }, version: 3, body: { reason: '结束' } });
    expect(resumed).toMatchObject({
      state: 'suspended',
      suspensions: [{ kind: 'decision' }, { kind: 'lapse', fromAt: app().clock.now(), toAt: null }],
    });
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  it('leaves grants alone that ask for nothing, and those of other townships', async () => {
    const free = await givenGrant(app(), 'litter');
    const foreign = await givenGrant(app(), 'litter', { townshipId: 'west' });
    await leave('2026-03-10', 1);
    expect(rowsOf(app(), 'SELECT version FROM grants WHERE id IN (?, ?)', free, foreign)).toEqual([{ version: 1 }, { version: 1 }]);
    expect(rowsOf(app(), 'SELECT 1 FROM suspensions')).toEqual([]);
  });

  it('counts as met while it is waived, and has its grace afterwards', async () => {
    const waivedUntilAt = Date.UTC(2026, 5, 30, 16);
    const prerequisite = { key: 'officers', kind: 'certified_officers', certificateKind: 'law_enforcement', count: 2 } as const;
    const id = await givenGrant(app(), 'fine', { townshipId: 'west', prerequisites: [{ prerequisite, waivedUntilAt }] });
    const grant = await app()
      .as('westlead')
      .ok('GET /grants/{grantId}', { params: { grantId: id } });
    expect(grant).toMatchObject({
      state: 'trial',
      prerequisites: [{ holds: false, waivedUntilAt }],
      suspensions: [{ fromAt: waivedUntilAt + 30 * day, toAt: null }],
    });
  });
});

describe('the sweep', () => {
  it('warns when a lapse comes near, once', async () => {
    await certify('2026-12-31');
    await leave('2026-03-10', 1);
    const id = await givenGrant(app(), 'fine');
    expect(openTasks(app(), id)).toEqual(['close_trial']);
    expect(await sweepGrants(app().ports, createSweeper(app().ports), app().clock.now())).toBe(0);
    app().clock.set(Date.UTC(2026, 10, 10));
    expect(await sweepGrants(app().ports, createSweeper(app().ports), app().clock.now())).toBe(1);
    expect(openTasks(app(), id)).toEqual(['close_trial', 'cure_lapse']);
    expect(await sweepGrants(app().ports, createSweeper(app().ports), app().clock.now())).toBe(0);
  });

  it('clears what is owed about a grant that has ended', async () => {
    const id = await givenGrant(app(), 'inspect', { termMonths: 1 });
    app().clock.advance(60 * day);
    expect(await sweepGrants(app().ports, createSweeper(app().ports), app().clock.now())).toBe(1);
    expect(openTasks(app(), id)).toEqual([]);
    expect(rowsOf(app(), 'SELECT outcome FROM tasks')).toEqual([{ outcome: 'overtaken' }]);
  });
});
