import { type Actor, belongsTo, hasRole, isAmong } from '../people/actor.ts';
import { type OpenCases, returnStateOf } from './grant-cases.ts';
import { covers } from '../ledger/intervals.ts';
import type { Holding, Suspension } from '../ledger/ledger.ts';
import { type DomainRefusal, firstRefusal, refusal } from '../values/outcome.ts';
import { FOREVER, dayOf } from '../time/time.ts';
import { type Carrier, type EndKind, type GrantAction, type GrantState, type Role, grantActions } from '../values/words.ts';

/** A power held by a township, on terms (RULES.md 2.24). */
export interface Grant extends Holding {
  readonly departmentId: string;
  readonly carrier: Carrier;
  /** The end agreed at the beginning, FOREVER without a term; a cancelled return goes back to it. */
  readonly termEndsAt: number;
  /** Why the holding ends where it ends; null while only the agreed term ends it. */
  readonly endKind: EndKind | null;
  readonly trialEndsAt: number | null;
  readonly trialClosedAt: number | null;
  readonly isTrialExtended: boolean;
  readonly isReturnable: boolean;
  readonly notReturnableBasis: string | null;
  readonly suspensions: readonly Suspension[];
}

/** A grant with all that is under way about it: what an act on a grant is judged by. */
export interface GrantFile extends OpenCases {
  readonly grant: Grant;
  /** Other holdings of the same power and township, past and future. */
  readonly others: readonly Holding[];
}

/** What the state of a grant follows from. */
export type GrantTimes = Pick<Grant, 'fromAt' | 'toAt' | 'trialEndsAt' | 'trialClosedAt' | 'suspensions'>;

/** The suspension in force at an instant. */
export function suspensionAt(grant: Pick<Grant, 'suspensions'>, at: number): Suspension | null {
  return grant.suspensions.find((one) => covers(one, at)) ?? null;
}

/** Whether a trial is open: it ends with a closing decision, not by the calendar (RULES.md 6.4). */
export function isTrialOpen(grant: Pick<Grant, 'trialEndsAt' | 'trialClosedAt'>, at: number): boolean {
  return grant.trialEndsAt !== null && (grant.trialClosedAt === null || at < grant.trialClosedAt);
}

/** The state of a grant at an instant, from dates and facts alone (RULES.md 6.1). */
export function grantState(grant: GrantTimes, at: number): GrantState {
  if (at >= grant.toAt || grant.toAt <= grant.fromAt) return 'ended';
  if (at < grant.fromAt) return 'scheduled';
  if (suspensionAt(grant, at)) return 'suspended';
  return isTrialOpen(grant, at) ? 'trial' : 'active';
}

/** Why a grant ends, or null while no end is in sight; a term that runs out is 'expired' (RULES.md 6.1). */
export function endKindOf(grant: Pick<Grant, 'endKind' | 'toAt'>): EndKind | null {
  return grant.endKind ?? (grant.toAt < FOREVER ? 'expired' : null);
}

/** Whether an act has set an end that is still to come: two ends cannot be pursued at once (RULES.md 6.21). */
function hasPlannedEnd(grant: Grant, now: number): boolean {
  return grant.toAt > now && grant.endKind !== null && grant.endKind !== 'expired';
}

function whenRunning(grant: Grant, now: number): DomainRefusal | null {
  const state = grantState(grant, now);
  if (state === 'ended') return refusal('grant_ended');
  return state === 'scheduled' ? refusal('grant_not_running') : null;
}

const whenNotEnded = ({ grant }: GrantFile, now: number): DomainRefusal | null =>
  grantState(grant, now) === 'ended' ? refusal('grant_ended') : null;

/** Whether a return or recall is under way, or an end is already set: a grant can go one way only (RULES.md 6.21). */
export function hasOpenCase(file: GrantFile, now: number): boolean {
  const isReturning = file.openReturn !== null && file.openReturn.state !== 'cancelled';
  const isRecalled = file.openRecall !== null && file.openRecall.state !== 'decided';
  return isReturning || isRecalled || hasPlannedEnd(file.grant, now);
}

const whenNoCase = (file: GrantFile, now: number): DomainRefusal | null => (hasOpenCase(file, now) ? refusal('case_open') : null);

function whenGivingUp(file: GrantFile, now: number): DomainRefusal | null {
  const { grant } = file;
  return firstRefusal(
    () => whenRunning(grant, now),
    () => (grant.isReturnable ? null : refusal('not_returnable', { basis: grant.notReturnableBasis ?? '' })),
    () => whenNoCase(file, now),
    () => (file.swapRequestId === null ? null : refusal('case_open')),
  );
}

function whenAnswering(file: GrantFile, actor: Actor, now: number): DomainRefusal | null {
  if (!file.openReturn || returnStateOf(file.openReturn, now) !== 'filed') return refusal('wrong_state');
  // The person who filed the return may hold a county role by now.
  return isAmong(actor, file.openReturn.filedBy) ? refusal('interested_party') : null;
}

function whenHearing({ openRecall }: GrantFile, now: number): DomainRefusal | null {
  if (!openRecall || openRecall.state === 'decided') return refusal('wrong_state');
  if (openRecall.state === 'heard') return refusal('already_heard');
  return now >= openRecall.hearingUntilAt ? refusal('wrong_state') : null;
}

function whenHeard({ openRecall }: GrantFile, actor: Actor, now: number): DomainRefusal | null {
  if (!openRecall || openRecall.state === 'decided') return refusal('wrong_state');
  if (isAmong(actor, openRecall.openedBy)) return refusal('opened_by_self');
  const isOver = openRecall.state === 'heard' || now >= openRecall.hearingUntilAt;
  return isOver ? null : refusal('hearing_not_over', { until: dayOf(openRecall.hearingUntilAt - 1) });
}

type Rule = {
  readonly side: 'township' | 'county';
  readonly roles: readonly Role[];
  readonly when: (file: GrantFile, actor: Actor, now: number) => DomainRefusal | null;
};
const township = (...roles: readonly Role[]) => ({ side: 'township', roles }) as const;
const county = { side: 'county', roles: ['decider'] } as const;

/** Who may do what with a grant, and when: the guard of every act, and of the buttons (RULES.md 6.22). */
const rules = {
  file_return: { ...township('lead'), when: (file, _actor, now) => whenGivingUp(file, now) },
  cancel_return: {
    ...township('lead'),
    when: (file, _actor, now) =>
      whenNotEnded(file, now) ?? (file.openReturn && returnStateOf(file.openReturn, now) !== 'cancelled' ? null : refusal('wrong_state')),
  },
  accept_return: { ...county, when: (file, actor, now) => whenNotEnded(file, now) ?? whenAnswering(file, actor, now) },
  defer_return: {
    ...county,
    when: (file, actor, now) =>
      whenNotEnded(file, now) ?? (file.openReturn?.state === 'deferred' ? refusal('already_deferred') : whenAnswering(file, actor, now)),
  },
  start_swap: { ...township('clerk', 'lead'), when: (file, _actor, now) => whenGivingUp(file, now) },
  open_recall: { ...county, when: (file, _actor, now) => whenNotEnded(file, now) ?? whenNoCase(file, now) },
  state_in_hearing: { ...township('lead'), when: (file, _actor, now) => whenNotEnded(file, now) ?? whenHearing(file, now) },
  decide_recall: { ...county, when: (file, actor, now) => whenNotEnded(file, now) ?? whenHeard(file, actor, now) },
  suspend: {
    ...county,
    when: ({ grant }, _actor, now) =>
      whenRunning(grant, now) ?? (suspensionAt(grant, now)?.kind === 'decision' ? refusal('suspension_overlap') : null),
  },
  resume: {
    ...county,
    when: (file, _actor, now) =>
      whenNotEnded(file, now) ?? (suspensionAt(file.grant, now)?.kind === 'decision' ? null : refusal('not_suspended')),
  },
  close_trial: {
    ...county,
    when: (file, _actor, now) =>
      whenNotEnded(file, now) ??
      (grantState(file.grant, now) !== 'scheduled' && isTrialOpen(file.grant, now) ? null : refusal('not_on_trial')) ??
      whenNoCase(file, now),
  },
} as const satisfies Record<GrantAction, Rule>;

/** Why the actor may not do this to the grant now, or null (RULES.md 2.8, 6.22). */
export function guardGrant(action: GrantAction, file: GrantFile, actor: Actor, now: number): DomainRefusal | null {
  const { side, roles, when }: Rule = rules[action];
  const { townshipId } = file.grant;
  const isEntitled = roles.some((role) => hasRole(actor, role, side === 'township' ? townshipId : undefined));
  if (!isEntitled) return refusal('forbidden');
  if (side === 'county' && belongsTo(actor, townshipId)) return refusal('interested_party');
  return when(file, actor, now);
}

/** What the actor may do to the grant now; travels with the data (RULES.md 5.5). */
export function allowedGrantActions(file: GrantFile, actor: Actor, now: number): GrantAction[] {
  return grantActions.filter((action) => guardGrant(action, file, actor, now) === null);
}
