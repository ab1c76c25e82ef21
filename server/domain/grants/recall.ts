import { type Actor, peopleOf } from '../people/actor.ts';
import { type Calendar, type Term, dueAt } from '../time/deadlines.ts';
import { type GrantFile, guardGrant, suspensionAt } from './grant.ts';
import { type OpenRecall, type RecallCase, pendingCasesWithoutOwner } from './grant-cases.ts';
import { covers } from '../ledger/intervals.ts';
import { type LedgerChange, planEnd } from '../ledger/ledger.ts';
import { type Outcome, done, isBlank, refused, unknownCase } from '../values/outcome.ts';
import { openSuspension } from './suspension.ts';
import type { PendingCase } from '../menu/terms.ts';
import { addMonths, dayOf, isDay, startOfDay } from '../time/time.ts';
import type { RecallReason } from '../values/words.ts';

export interface RecallSettled<C extends RecallCase = RecallCase> {
  readonly case: C;
  readonly changes: readonly LedgerChange[];
}

interface Notice {
  readonly id: string;
  readonly reasonCode: RecallReason;
  readonly basis: string;
  readonly notice: string;
  readonly isUrgent: boolean;
  /** Id for the suspension that an urgent recall begins with. */
  readonly suspensionId: string;
}

/** Only a recall has a day and pending cases: what stays where it is changes hands on no day. */
export type RecallDecision =
  | { readonly outcome: 'keep'; readonly text: string }
  | {
      readonly outcome: 'recall';
      readonly text: string;
      /** First day without the power; null is at once. */
      readonly effectiveOn: string | null;
      readonly pendingCases: readonly PendingCase[];
    };

/** Gives notice of a recall with reason and basis; the township is heard within a term, and an urgent case begins with a suspension (RULES.md 6.19). */
export function openRecall(
  file: GrantFile,
  actor: Actor,
  command: Notice,
  circumstances: { readonly now: number; readonly calendar: Calendar; readonly hearingTerm: Term },
): Outcome<RecallSettled<Extract<RecallCase, { readonly state: 'noticed' }>>> {
  const { grant } = file;
  const { now, calendar, hearingTerm } = circumstances;
  const refusal = guardGrant('open_recall', file, actor, now);
  if (refusal) return { kind: 'refused', refusal };
  if (isBlank(command.basis) || isBlank(command.notice)) return refused('reason_required', undefined, ['/basis', '/notice']);
  const { suspensionId, ...notice } = command;
  const isSuspending = command.isUrgent && suspensionAt(grant, Math.max(now, grant.fromAt))?.kind !== 'decision';
  const opened = {
    ...notice,
    grantId: grant.grantId,
    state: 'noticed' as const,
    openedBy: peopleOf(actor),
    openedAt: now,
    hearingUntilAt: dueAt(calendar, now, hearingTerm).dueAt,
    suspensionId: isSuspending ? suspensionId : null,
  };
  return done({ case: opened, changes: isSuspending ? openSuspension(grant, suspensionId, now) : [] });
}

/** The township's statement, once, within the hearing term (RULES.md 6.19). */
export function stateInHearing(
  file: GrantFile,
  actor: Actor,
  command: { readonly statement: string },
  now: number,
): Outcome<RecallSettled<Extract<RecallCase, { readonly state: 'heard' }>>> {
  const refusal = guardGrant('state_in_hearing', file, actor, now);
  if (refusal) return { kind: 'refused', refusal };
  if (!file.openRecall) return refused('wrong_state');
  const { statement } = command;
  if (isBlank(statement)) return refused('reason_required', undefined, ['/statement']);
  return done({ case: { ...file.openRecall, state: 'heard', statement, statedAt: now }, changes: [] });
}

// The grant stays: what the urgent notice suspended runs again; lapses are then projected anew by the caller.
function changesOfKeeping({ grant }: GrantFile, recall: OpenRecall, now: number): LedgerChange[] {
  const begun = grant.suspensions.find((one) => one.id === recall.suspensionId && (covers(one, now) || one.fromAt > now));
  if (!begun) return [];
  return [{ kind: 'suspension_end_set', suspensionId: begun.id, grantId: grant.grantId, toAt: Math.max(now, begun.fromAt) }];
}

/** An end that is set is not set again: a slip of the pen in the year would leave the grant as it is for good. */
const FARTHEST_RECALL_MONTHS = 12;

type Recalling = Extract<RecallDecision, { readonly outcome: 'recall' }>;
type Decided = Extract<RecallCase, { readonly state: 'decided' }>;
type Closed = Omit<Decided, 'outcome'>;

function takenBack({ grant, others }: GrantFile, closed: Closed, decision: Recalling, now: number): Outcome<RecallSettled<Decided>> {
  const { outcome, effectiveOn, pendingCases } = decision;
  const on = effectiveOn ?? dayOf(now);
  const latestOn = addMonths(dayOf(now), FARTHEST_RECALL_MONTHS);
  if (!isDay(on) || on < dayOf(now) || on > latestOn) return refused('date_invalid', { latestOn }, ['/effectiveOn']);
  const fields = pendingCasesWithoutOwner(pendingCases);
  if (fields.length > 0) return refused('pending_case_without_owner', undefined, fields);
  const effectiveAt = Math.min(Math.max(now, startOfDay(on)), grant.toAt);
  const end = planEnd(others, grant, effectiveAt, 'recalled', now);
  if (end.kind === 'refused') return end;
  return done({ case: { ...closed, outcome, effectiveAt, pendingCases }, changes: [end.value] });
}

/** Decides a recall after the hearing, by another person than opened it: recall from a day, or keep (RULES.md 6.20). */
export function decideRecall(file: GrantFile, actor: Actor, decision: RecallDecision, now: number): Outcome<RecallSettled<Decided>> {
  const refusal = guardGrant('decide_recall', file, actor, now);
  if (refusal) return { kind: 'refused', refusal };
  const { openRecall: recall } = file;
  if (!recall || recall.state === 'decided') return refused('wrong_state');
  if (isBlank(decision.text)) return refused('reason_required', undefined, ['/text']);
  const closed: Closed = { statement: null, statedAt: null, ...recall, state: 'decided', decidedAt: now };
  switch (decision.outcome) {
    case 'recall':
      return takenBack(file, closed, decision, now);
    case 'keep':
      return done({ case: { ...closed, outcome: 'keep' }, changes: changesOfKeeping(file, recall, now) });
    default:
      return unknownCase(decision);
  }
}
