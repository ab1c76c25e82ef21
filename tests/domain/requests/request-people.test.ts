import { describe, expect, it } from 'vitest';
import type { Actor } from '#server/domain/people/actor.ts';
import { type StageAct, excludedFromStage, guardRequest } from '#server/domain/requests/request.ts';
import type { RequestAction, Stage } from '#server/domain/values/words.ts';
import {
  circumstances,
  county,
  decider,
  department,
  lead,
  legalOffice,
  legalReviewer,
  otherDecider,
  person,
  ready,
  request,
  reviewer,
  township,
  unsigned,
} from '#tests/domain/given.ts';

const act = (kind: StageAct['kind'], stage: Stage, ...people: readonly string[]): StageAct => ({ kind, stage, people });
const refusalOf = (action: RequestAction, file: Parameters<typeof guardRequest>[1], actor: Actor, facts = {}) =>
  guardRequest(action, file, actor, { ...circumstances, ...facts })?.code ?? null;

/** Somebody with several roles at once. */
const many = (accountId: string, ...parts: readonly Actor[]): Actor => ({
  accountId,
  name: accountId,
  memberships: parts.flatMap((part) => part.memberships),
  onBehalfOf: null,
});

describe('the right organisation', () => {
  it.each([
    ['give_opinion', 'department', person('r2', 'reviewer', 'department-2'), 'forbidden'],
    ['review_legally', 'legal', person('l2', 'legal_reviewer', department), 'forbidden'],
    ['decide', 'county', person('d2', 'decider', 'county-2'), 'forbidden'],
    ['withdraw', 'county', person('lead-2', 'lead', 'township-2'), 'forbidden'],
    ['withdraw', 'county', person('clerk-1', 'clerk', township), 'forbidden'],
    ['withdraw', 'county', lead, null],
  ] as const)('%s at %s by a stranger: %s', (action, stage, actor, code) => {
    expect(refusalOf(action, request('in_review', stage), actor)).toBe(code);
  });
});

describe('a person does not decide on their own request', () => {
  it.each(['give_opinion', 'review_legally', 'decide'] as const)('%s is closed to members of the township', (action) => {
    const stage = ({ give_opinion: 'department', review_legally: 'legal', decide: 'county' } as const)[action];
    const both = many('both', reviewer, legalReviewer, decider, person('both', 'clerk', township));
    expect(refusalOf(action, request('in_review', stage), both)).toBe('interested_party');
  });

  it.each(['waive', 'extend_preparation'] as const)('%s is closed to them too', (action) => {
    expect(refusalOf(action, request('preparing'), many('both', decider, lead))).toBe('interested_party');
  });

  it('is closed to who wrote it, even after moving to the county', () => {
    expect(refusalOf('decide', request('in_review', 'county', { interested: ['decider'] }), decider)).toBe('interested_party');
  });

  it('is closed to a substitute for who wrote it, and to who wrote it as a substitute', () => {
    const forWriter: Actor = { ...decider, accountId: 'x', onBehalfOf: { accountId: 'clerk', name: 'clerk' } };
    expect(refusalOf('decide', request('in_review', 'county'), forWriter)).toBe('interested_party');
    const writer: Actor = { ...decider, accountId: 'clerk', onBehalfOf: { accountId: 'decider', name: 'decider' } };
    expect(refusalOf('decide', request('in_review', 'county'), writer)).toBe('interested_party');
  });

  it('is closed to a member of the township who acts for somebody else', () => {
    const borrowed = (away: Actor): Actor => ({
      ...away,
      accountId: 'x',
      onBehalfOf: { accountId: away.accountId, name: 'away' },
      ownOrganisations: [county, township],
    });
    expect(refusalOf('decide', request('in_review', 'county'), borrowed(decider))).toBe('interested_party');
    expect(refusalOf('waive', request('preparing'), borrowed(decider))).toBe('interested_party');
    expect(refusalOf('sign_hand_over', request('preparing'), borrowed(reviewer))).toBe('forbidden');
    expect(refusalOf('decide', request('in_review', 'county'), { ...borrowed(decider), ownOrganisations: [county] })).toBeNull();
  });

  it('who wrote it does not sign for the department later', () => {
    const file = request('preparing', null, { interested: ['reviewer'] });
    expect(refusalOf('sign_hand_over', file, reviewer)).toBe('interested_party');
    expect(refusalOf('edit_hand_over', file, reviewer)).toBe('interested_party');
    expect(refusalOf('sign_hand_over', request('preparing'), lead)).toBeNull();
  });

  it('a member of the township never signs for the department', () => {
    const both = many('both', reviewer, person('both', 'auditor', township));
    expect(refusalOf('sign_hand_over', request('preparing'), both)).toBe('forbidden');
  });
});

describe('a person acts on one stage of a request only', () => {
  const allDesks = many(
    'all',
    person('all', 'reviewer', department),
    person('all', 'legal_reviewer', legalOffice),
    person('all', 'decider', county),
  );

  it.each([
    ['review_legally', 'legal', [act('opinion', 'department', 'all')]],
    ['decide', 'county', [act('opinion', 'department', 'all')]],
    ['decide', 'county', [act('legal_review', 'legal', 'all')]],
    ['decide', 'county', [act('sent_back', 'legal', 'all')]],
    ['send_back', 'county', [act('legal_review', 'legal', 'all')]],
    ['decide', 'county', [act('opinion', 'department', 'y', 'all')]],
  ] as const)('%s at %s after %j', (action, stage, acts) => {
    expect(refusalOf(action, request('in_review', stage, { acts }), allDesks)).toBe('acted_on_other_stage');
  });

  it('a substitute carries the stages of both persons', () => {
    const substitute: Actor = { ...decider, accountId: 'x', onBehalfOf: { accountId: 'decider', name: 'decider' } };
    const acts = [act('legal_review', 'legal', 'decider')];
    expect(refusalOf('decide', request('in_review', 'county', { acts }), substitute)).toBe('acted_on_other_stage');
  });

  it('acting twice on the same stage is fine', () => {
    const acts = [act('sent_back', 'legal', 'all')];
    expect(refusalOf('review_legally', request('in_review', 'legal', { acts }), allDesks)).toBeNull();
  });
});

describe('a reconsideration', () => {
  const acts = [act('decision', 'county', 'decider')];
  const again = request('in_review', 'county', { acts, isReconsidered: true });

  it('is decided by other people than those who rejected', () => {
    expect(refusalOf('decide', again, decider)).toBe('same_people');
    expect(refusalOf('send_back', again, decider)).toBe('same_people');
    expect(refusalOf('decide', again, otherDecider)).toBeNull();
    const forHim: Actor = { ...otherDecider, onBehalfOf: { accountId: 'decider', name: 'decider' } };
    expect(refusalOf('decide', again, forHim)).toBe('same_people');
  });

  it('is asked once', () => {
    expect(refusalOf('request_reconsideration', request('rejected'), lead)).toBeNull();
    expect(refusalOf('request_reconsideration', request('rejected', null, { isReconsidered: true }), lead)).toBe('reconsideration_used');
  });
});

describe('what facts forbid', () => {
  it('a second extension', () => {
    expect(refusalOf('extend_preparation', request('preparing', null, { isExtensionUsed: true }), decider)).toBe('extension_used');
  });

  it.each([
    [{ ...ready, openPrerequisites: 1, openCommitments: 1, isReady: false }, 'prerequisites_open'],
    [{ ...ready, openCommitments: 2, isReady: false }, 'commitments_open'],
    [null, 'prerequisites_open'],
    [ready, null],
  ])('a signature before everything is ready: %j', (readiness, code) => {
    expect(refusalOf('sign_hand_over', request('preparing'), lead, { readiness })).toBe(code);
  });

  it('a second signature of one side', () => {
    const handOver = { ...unsigned, signedBy: { department: null, township: ['lead'] } };
    expect(refusalOf('sign_hand_over', request('preparing'), lead, { handOver })).toBe('already_signed');
    expect(refusalOf('sign_hand_over', request('preparing'), reviewer, { handOver })).toBeNull();
  });

  it('an edit of a list that both sides signed', () => {
    const handOver = { ...unsigned, signedBy: { department: ['reviewer'], township: ['lead'] } };
    expect(refusalOf('edit_hand_over', request('preparing'), lead, { handOver })).toBe('already_signed');
  });
});

describe('who is told that a colleague has to act', () => {
  const decided = [act('decision', 'county', 'decider')];
  it.each([
    ['not the person who may act themselves', request('in_review', 'county'), decider, null],
    ['who decided before', request('in_review', 'county', { acts: decided, isReconsidered: true }), decider, 'same_people'],
    ['not their colleague', request('in_review', 'county', { acts: decided, isReconsidered: true }), otherDecider, null],
    [
      'who gave the legal review',
      request('in_review', 'county', { acts: [act('legal_review', 'legal', 'decider')] }),
      decider,
      'acted_on_other_stage',
    ],
    ['who wrote it', request('in_review', 'county', { interested: ['decider'] }), decider, 'interested_party'],
    ['not those whose stage it is not', request('in_review', 'legal', { interested: ['decider'] }), decider, null],
    ['no one once it is decided', request('rejected', null, { acts: decided }), decider, null],
  ] as const)('%s', (_, file, actor, code) => {
    expect(excludedFromStage(file, actor)).toBe(code);
  });
});
