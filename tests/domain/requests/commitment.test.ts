import { describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/people/actor.ts';
import {
  allowedCommitmentActions,
  commitmentStateAt,
  guardCommitment,
  isCommitmentOverdue,
  owingRole,
  type Commitment,
} from '#server/domain/requests/commitment.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import type { OrganisationKind, Role } from '#server/domain/values/words.ts';

const actor = (role: Role, organisationId: string, organisationKind: OrganisationKind): Actor => ({
  accountId: `${role}-${organisationId}`,
  name: role,
  memberships: [{ organisationId, organisationKind, role }],
  onBehalfOf: null,
});
const owing = actor('reviewer', 'water', 'department');
const lead = actor('lead', 'east', 'township');
const commitment = (changes: Partial<Commitment> = {}): Commitment => ({
  state: 'promised',
  waivedUntilAt: null,
  dueAt: 1000,
  townshipId: 'east',
  organisationId: 'water',
  ...changes,
});

describe('who may do what', () => {
  test.each([
    ['promised', ['deliver'], []],
    ['disputed', ['deliver'], []],
    ['delivered', [], ['confirm', 'dispute']],
    ['confirmed', [], []],
  ] as const)('%s', (state, byOwing, byTownship) => {
    expect(allowedCommitmentActions(commitment({ state }), owing, 0)).toEqual(byOwing);
    expect(allowedCommitmentActions(commitment({ state }), lead, 0)).toEqual(byTownship);
  });

  test('is decided by the side, not by the role alone', () => {
    const strangers = [
      actor('reviewer', 'urban', 'department'),
      actor('lead', 'west', 'township'),
      actor('auditor', 'water', 'department'),
      actor('admin', 'county', 'county'),
    ];
    for (const stranger of strangers) {
      for (const state of ['promised', 'delivered'] as const)
        expect(allowedCommitmentActions(commitment({ state }), stranger, 0)).toEqual([]);
    }
    expect(guardCommitment('confirm', commitment({ state: 'delivered' }), owing, 0)).toEqual({ code: 'forbidden' });
  });
});

test('a person does not deliver to their own township, in whatever capacity', () => {
  const both = { ...owing, memberships: [...owing.memberships, ...lead.memberships] };
  const borrowed = { ...owing, accountId: 'x', onBehalfOf: { accountId: owing.accountId, name: 'away' }, ownOrganisations: ['east'] };
  expect(guardCommitment('deliver', commitment(), both, 0)).toEqual({ code: 'interested_party' });
  expect(guardCommitment('deliver', commitment(), borrowed, 0)).toEqual({ code: 'interested_party' });
  expect(guardCommitment('confirm', commitment({ state: 'delivered' }), both, 0)).toBeNull();
});

test('a waiver ends: from then on the commitment is owed as promised', () => {
  const waived = commitment({ state: 'waived', waivedUntilAt: 2000 });
  expect([commitmentStateAt(waived, 1999), commitmentStateAt(waived, 2000)]).toEqual(['waived', 'promised']);
  expect([isCommitmentOverdue(waived, 1999), isCommitmentOverdue(waived, 2000)]).toEqual([false, true]);
  expect(guardCommitment('deliver', waived, owing, 0)).toBeNull();
  expect(guardCommitment('deliver', commitment({ state: 'waived', waivedUntilAt: FOREVER }), owing, 0)).toEqual({
    code: 'commitment_waived',
  });
});

test('overdue is what is still owed after its day', () => {
  const overdue = (state: Commitment['state'], at: number): boolean => isCommitmentOverdue(commitment({ state }), at);
  expect([
    overdue('promised', 999),
    overdue('promised', 1000),
    overdue('disputed', 1000),
    overdue('delivered', 1000),
    overdue('confirmed', 1000),
  ]).toEqual([false, true, true, false, false]);
});

test('every owing body has somebody who delivers', () => {
  expect(owingRole({ kind: 'county', duty: null })).toBe('decider');
  expect(owingRole({ kind: 'department', duty: 'legal' })).toBe('legal_reviewer');
  expect(owingRole({ kind: 'department', duty: 'finance' })).toBe('reviewer');
});
