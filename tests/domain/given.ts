import type { Actor, Membership } from '#server/domain/people/actor.ts';
import type { Calendar } from '#server/domain/time/deadlines.ts';
import type { Grant, GrantFile } from '#server/domain/grants/grant.ts';
import type { RecallCase, ReturnCase } from '#server/domain/grants/grant-cases.ts';
import type { HandOver, HandOverList } from '#server/domain/requests/hand-over.ts';
import type { DomainRefusalCode, Outcome } from '#server/domain/values/outcome.ts';
import type { Readiness } from '#server/domain/requests/readiness.ts';
import { type Circumstances, type PowerRequest, positionOf } from '#server/domain/requests/request.ts';
import { FOREVER, startOfDay } from '#server/domain/time/time.ts';
import type { RequestState, Role, Stage } from '#server/domain/values/words.ts';

/** Wednesday 2 September 2026, 10:00 in the county. */
export const now = startOfDay('2026-09-02') + 10 * 3_600_000;
export const at = (day: string, hour = 0): number => startOfDay(day) + hour * 3_600_000;

export const township = 'township-1';
export const department = 'department-1';
export const legalOffice = 'department-legal';
export const county = 'county-1';

const kindOf = (organisationId: string): Membership['organisationKind'] =>
  organisationId.startsWith('township') ? 'township' : organisationId.startsWith('county') ? 'county' : 'department';

/** A person with one role in each of the organisations named. */
export function person(accountId: string, role: Role, ...organisationIds: readonly string[]): Actor {
  const memberships = organisationIds.map((organisationId) => ({ organisationId, organisationKind: kindOf(organisationId), role }));
  return { accountId, name: accountId, memberships, onBehalfOf: null };
}

export const clerk = person('clerk', 'clerk', township);
export const lead = person('lead', 'lead', township);
export const reviewer = person('reviewer', 'reviewer', department);
export const legalReviewer = person('legal-reviewer', 'legal_reviewer', legalOffice);
export const decider = person('decider', 'decider', county);
export const otherDecider = person('other-decider', 'decider', county);
export const admin = person('admin', 'admin', county);
export const auditor = person('auditor', 'auditor', county);
export const trainer = person('trainer', 'training_officer', county);

/** 2026 as published by the State Council, national day and new year only: what the tests step over. */
export const calendar: Calendar = {
  holidays: new Set(['2026-09-25', ...['01', '02', '03', '04', '05', '06', '07'].map((date) => `2026-10-${date}`)]),
  makeUpWorkdays: new Set(['2026-09-20', '2026-10-10']),
  publishedYears: new Set([2026]),
};

export const ready: Readiness = { prerequisites: [], commitments: [], openPrerequisites: 0, openCommitments: 0, isReady: true };
export const list: HandOverList = { pendingCases: [], seals: 'none', files: 'none', accounts: 'none', contact: 'desk 3' };
export const unsigned: HandOver = { list, signedBy: { department: null, township: null } };
export const circumstances: Circumstances = { now, calendar, readiness: ready, handOver: unsigned };

export const route = [
  { stage: 'department', organisationId: department, workingDays: 5 },
  { stage: 'legal', organisationId: legalOffice, workingDays: 7 },
  { stage: 'county', organisationId: county, workingDays: 10 },
] as const;

type Loose = { readonly [K in keyof PowerRequest]?: PowerRequest[K] };

/** A request in a state; under review at the stage given. */
export function request(state: RequestState, stage: Stage | null = null, facts: Omit<Loose, 'state' | 'stage'> = {}): PowerRequest {
  const isTimed = state === 'in_review' || state === 'preparing';
  return {
    ...{ id: 'request-1', powerId: 'power-1', townshipId: township, departmentId: department, replacesGrantId: null },
    route: state === 'draft' ? [] : route,
    dueAt: isTimed ? at('2026-09-10') : null,
    isDueProvisional: false,
    remainingWorkingDays: state === 'sent_back' ? 3 : null,
    ...{ legalFinding: null, acts: [], interested: ['clerk', 'lead'], isReconsidered: false, isExtensionUsed: false },
    ...facts,
    ...positionOf(state, stage),
  };
}

/** A grant without term that has run since the first of June. */
export function grant(facts: Partial<Grant> = {}): Grant {
  return {
    ...{ grantId: 'grant-1', powerId: 'power-1', townshipId: township, departmentId: department, carrier: 'transfer' },
    ...{ fromAt: at('2026-06-01'), toAt: FOREVER, termEndsAt: FOREVER, endKind: null },
    ...{ trialEndsAt: null, trialClosedAt: null, isTrialExtended: false },
    ...{ isReturnable: true, notReturnableBasis: null, suspensions: [] },
    ...facts,
  };
}

export function grantFile(facts: Partial<Grant> = {}, cases: Partial<Omit<GrantFile, 'grant'>> = {}): GrantFile {
  return { grant: grant(facts), others: [], openReturn: null, openRecall: null, swapRequestId: null, ...cases };
}

const filed: Extract<ReturnCase, { state: 'filed' }> = {
  ...{ id: 'return-1', grantId: 'grant-1', state: 'filed', reasonCode: 'too_few_people', text: 'why', wishedOn: '2026-09-30' },
  ...{ effectiveAt: at('2026-09-30'), answerDueAt: at('2026-09-17'), pendingCases: [], filedBy: ['lead'], filedAt: now },
};
type Facts<Case> = Partial<Omit<Case, 'state'>>;
/** A return as filed, unless said otherwise. */
export const returnCase = (facts: Facts<typeof filed> = {}): ReturnCase => ({ ...filed, ...facts });
export const acceptedReturn = (facts: Facts<typeof filed> = {}): ReturnCase => ({
  ...{ ...filed, ...facts },
  ...{ state: 'accepted', answeredAt: now },
});
export const deferredReturn = (facts: Facts<typeof filed> = {}): ReturnCase => ({
  ...{ ...filed, ...facts },
  ...{ state: 'deferred', answeredAt: now, supportPlan: 'two officers' },
});

const noticed: Extract<RecallCase, { state: 'noticed' }> = {
  ...{ id: 'recall-1', grantId: 'grant-1', state: 'noticed', reasonCode: 'not_used', basis: 'b', notice: 'n', isUrgent: false },
  ...{ openedBy: ['other-decider'], openedAt: at('2026-08-20'), hearingUntilAt: at('2026-09-08'), suspensionId: null },
};
/** A recall as noticed, unless said otherwise. */
export const recallCase = (facts: Facts<typeof noticed> = {}): RecallCase => ({ ...noticed, ...facts });
export const heardRecall = (facts: Facts<typeof noticed> = {}): RecallCase => ({
  ...{ ...noticed, ...facts },
  ...{ state: 'heard', statement: 'we object', statedAt: at('2026-09-01') },
});

/** The value of an outcome that must be done. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The code of an outcome that must be refused. */
export function codeOf(outcome: Outcome<unknown>): DomainRefusalCode {
  if (outcome.kind === 'done') throw new Error('done, although it should be refused');
  return outcome.refusal.code;
}
