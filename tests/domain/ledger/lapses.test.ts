import { describe, expect, it } from 'vitest';
import { type LapseSituation, projectLapses, reconcileLapses } from '#server/domain/ledger/lapses.ts';
import type { Suspension } from '#server/domain/ledger/ledger.ts';
import { type OfficerFacts, evaluatePrerequisite, lapsesAt, periodsHolding } from '#server/domain/requests/prerequisites.ts';
import type { Prerequisite } from '#server/domain/menu/terms.ts';
import { FOREVER, addDays } from '#server/domain/time/time.ts';
import { at, now } from '#tests/domain/given.ts';

const two: Prerequisite = { key: 'officers', kind: 'certified_officers', certificateKind: 'law', count: 2 };
const staff: Prerequisite = { key: 'staff', kind: 'staffing', count: 1 };
const hall: Prerequisite = { key: 'hall', kind: 'attestation', subject: 'premises', text: 'a hall' };
const from = (day: string, until?: string) => ({ fromAt: at(day), toAt: until ? at(until) : FOREVER });
const officer = (officerId: string, post: ReturnType<typeof from>, ...certificates: readonly ReturnType<typeof from>[]): OfficerFacts => ({
  officerId,
  inPost: [post],
  certificates: certificates.map((one) => ({ ...one, certificateKind: 'law' })),
});
const old = from('2020-01-01');

describe('a prerequisite', () => {
  const officers = [
    officer('a', old, from('2026-01-01', '2026-10-01'), from('2026-09-15', '2027-09-15')),
    officer('b', from('2026-02-01'), from('2026-01-01', '2026-12-01')),
    officer('c', old),
    officer('d', from('2026-01-01', '2026-03-01'), from('2026-01-01')),
  ];
  const facts = { officers, attestations: [{ key: 'hall', ...from('2026-05-01') }] };

  it('counts officers who are in post and certified at the instant', () => {
    expect(evaluatePrerequisite(two, facts, now)).toEqual({ key: 'officers', holds: true, have: 2, need: 2, officerIds: ['a', 'b'] });
    expect(evaluatePrerequisite(two, facts, at('2026-02-01')).officerIds).toEqual(['a', 'b', 'd']);
    expect(evaluatePrerequisite(two, facts, at('2026-12-01'))).toMatchObject({ holds: false, have: 1 });
    expect(evaluatePrerequisite({ ...two, certificateKind: 'fire' }, facts, now).have).toBe(0);
  });

  it('two certificates of one person are one officer', () => {
    expect(evaluatePrerequisite(two, facts, at('2026-09-20')).officerIds).toEqual(['a', 'b']);
    expect(periodsHolding({ ...two, count: 3 }, facts)).toEqual([from('2026-02-01', '2026-03-01')]);
  });

  it('holds in periods, which say when it will lapse', () => {
    expect(periodsHolding(two, facts)).toEqual([from('2026-01-01', '2026-12-01')]);
    expect(lapsesAt(two, facts, now)).toBe(at('2026-12-01'));
    expect(lapsesAt(staff, facts, now)).toBeNull();
    expect(lapsesAt(hall, facts, at('2026-04-01'))).toBeNull();
    expect(evaluatePrerequisite(hall, facts, at('2026-04-01'))).toMatchObject({ holds: false, have: 0, need: 1 });
    expect(evaluatePrerequisite(hall, facts, now).holds).toBe(true);
    expect(periodsHolding({ ...staff, count: 0 }, facts)).toHaveLength(1);
  });

  it('periods and instants agree', () => {
    for (let day = '2025-12-01'; day < '2027-12-01'; day = addDays(day, 3))
      for (const one of [two, staff, hall]) {
        const holds = periodsHolding(one, facts).some((period) => period.fromAt <= at(day) && at(day) < period.toAt);
        expect(evaluatePrerequisite(one, facts, at(day)).holds).toBe(holds);
      }
  });
});

describe('lapses to come', () => {
  const situation = (facts: Partial<LapseSituation> = {}): LapseSituation => ({
    facts: { officers: [officer('a', old, from('2026-01-01', '2026-10-01')), officer('b', old, from('2026-01-01'))], attestations: [] },
    prerequisites: [{ prerequisite: two, waivedUntilAt: null }],
    graceDays: 30,
    holding: from('2026-06-01'),
    observedFromAt: at('2026-06-01'),
    idle: [],
    decided: [],
    ...facts,
  });

  it('suspend after the grace, until cured', () => {
    expect(projectLapses(situation(), now)).toEqual([from('2026-10-31')]);
    const cured = [officer('a', old, from('2026-01-01', '2026-10-01'), from('2026-12-01')), officer('b', old, from('2026-01-01'))];
    expect(projectLapses(situation({ facts: { officers: cured, attestations: [] } }), now)).toEqual([from('2026-10-31', '2026-12-01')]);
    const inTime = [officer('a', old, from('2026-01-01', '2026-10-01'), from('2026-10-31')), officer('b', old, from('2026-01-01'))];
    expect(projectLapses(situation({ facts: { officers: inTime, attestations: [] } }), now)).toEqual([]);
  });

  it('have no grace when there is none to give, and end with the holding', () => {
    expect(projectLapses(situation({ graceDays: 0 }), now)).toEqual([from('2026-10-01')]);
    expect(projectLapses(situation({ holding: from('2026-06-01', '2026-12-01') }), now)).toEqual([from('2026-10-31', '2026-12-01')]);
    expect(projectLapses(situation({ holding: from('2026-06-01', '2026-10-20') }), now)).toEqual([]);
  });

  it('begin no earlier than now: what is past stays as it was', () => {
    expect(projectLapses(situation(), at('2026-11-15'))).toEqual([from('2026-11-15')]);
  });

  it('each prerequisite has its own grace; together they are one suspension', () => {
    const officers = [officer('a', from('2020-01-01', '2026-10-20'), from('2026-01-01', '2026-10-01'))];
    const prerequisites = [
      { prerequisite: { ...two, count: 1 }, waivedUntilAt: null },
      { prerequisite: staff, waivedUntilAt: null },
    ];
    expect(projectLapses(situation({ facts: { officers, attestations: [] }, prerequisites }), now)).toEqual([from('2026-10-31')]);
  });

  it('wait for the end of a waiver, and then for the grace', () => {
    const prerequisites = [{ prerequisite: two, waivedUntilAt: at('2026-12-01') }];
    expect(projectLapses(situation({ prerequisites }), now)).toEqual([from('2026-12-31')]);
  });

  it('a grant to come whose prerequisite is gone starts suspended, without grace', () => {
    const holding = from('2026-10-05');
    expect(projectLapses(situation({ holding, observedFromAt: holding.fromAt }), now)).toEqual([holding]);
  });

  it('an imported grant is judged from its import, with grace', () => {
    const none = { officers: [], attestations: [] };
    expect(projectLapses(situation({ facts: none, observedFromAt: at('2026-09-01') }), now)).toEqual([from('2026-10-01')]);
  });

  it('give way to suspensions by decision', () => {
    const decided = [from('2026-11-10', '2026-11-20')];
    expect(projectLapses(situation({ decided }), now)).toEqual([from('2026-10-31', '2026-11-10'), from('2026-11-20')]);
  });

  it('without prerequisites never come', () => {
    expect(projectLapses(situation({ prerequisites: [] }), now)).toEqual([]);
  });
});

describe('stored lapses', () => {
  const stored = (id: string, day: string, until?: string): Suspension => ({ id, grantId: 'g', kind: 'lapse', ...from(day, until) });
  const reconcile = (rows: readonly Suspension[], projected: readonly ReturnType<typeof from>[]) =>
    reconcileLapses('g', rows, projected, { now, newId: () => 'new' });

  it('that say the same are left alone', () => {
    expect(reconcile([stored('s', '2026-10-31')], [from('2026-10-31')])).toEqual([]);
    expect(reconcile([stored('s', '2026-08-01')], [{ fromAt: now, toAt: FOREVER }])).toEqual([]);
  });

  it('to come are cancelled, running ones end now, new ones open', () => {
    const end = (toAt: number) => [{ kind: 'suspension_end_set', suspensionId: 's', grantId: 'g', toAt }];
    expect(reconcile([stored('s', '2026-10-31')], [])).toEqual(end(at('2026-10-31')));
    expect(reconcile([stored('s', '2026-08-01')], [])).toEqual(end(now));
    expect(reconcile([stored('s', '2026-08-01')], [{ fromAt: now, toAt: at('2026-12-01') }])).toEqual(end(at('2026-12-01')));
    expect(reconcile([], [from('2026-10-31')])).toEqual([
      { kind: 'suspension_set', suspensionKind: 'lapse', suspensionId: 'new', grantId: 'g', ...from('2026-10-31') },
    ]);
  });

  it('that are over, were cancelled or are decisions are not touched', () => {
    const rows = [
      stored('a', '2026-07-01', '2026-08-01'),
      stored('b', '2026-10-31', '2026-10-31'),
      { ...stored('c', '2026-08-10'), kind: 'decision' } as const,
    ];
    expect(reconcile(rows, [])).toEqual([]);
  });

  it('become shorter before others become longer', () => {
    const rows = [stored('a', '2026-10-01', '2026-11-01'), stored('b', '2026-11-15')];
    expect(reconcile(rows, [from('2026-10-01')]).map((change) => [change.kind, 'suspensionId' in change && change.suspensionId])).toEqual([
      ['suspension_end_set', 'b'],
      ['suspension_end_set', 'a'],
    ]);
  });
});
