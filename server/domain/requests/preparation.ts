import { type Actor, peopleOf } from '../people/actor.ts';
import { type Calendar, type Term, dueAt } from '../time/deadlines.ts';
import { type HandOver, type HandOverList, editHandOver, emptyHandOver, isSigned, signHandOver } from './hand-over.ts';
import { type Outcome, done, isBlank, refused } from '../values/outcome.ts';
import { type Circumstances, type PowerRequest, type RequestEvent, canMove, sideOf } from './request.ts';
import { type PreparationFacts, waivedUntil, type Waiver } from './readiness.ts';
import { type Decided, act } from './review.ts';
import type { ApprovalConditions, Prerequisite, StartRule } from '../menu/terms.ts';
import { FOREVER, addDays, addMonths, dayOf, endOfDay, isDay, startOfDay } from '../time/time.ts';

const event = (kind: RequestEvent['kind'], at: number): RequestEvent => ({ kind, at, stage: null });

/** Which approved requests of one township may begin to prepare: the longest waiting first, at most K at a time (RULES.md 5.17). */
export function choosePreparing<T extends { readonly approvedAt: number; readonly id: string }>(
  waiting: readonly T[],
  preparing: number,
  slots: number,
): T[] {
  const inOrder = [...waiting].sort((a, b) => a.approvedAt - b.approvedAt || (a.id < b.id ? -1 : 1));
  return inOrder.slice(0, Math.max(0, slots - preparing));
}

/** Gives an approved request a slot; its preparation lapses at the deadline unless it is ready (RULES.md 5.17, 5.18). */
export function startPreparation(
  request: PowerRequest,
  term: Term,
  { now, calendar }: { readonly now: number; readonly calendar: Calendar },
): Outcome<Decided> {
  if (!canMove(request.state, 'start_preparation')) return refused('wrong_state', { state: request.state });
  const due = dueAt(calendar, now, term);
  const started: PowerRequest = { ...request, state: 'preparing', stage: null, dueAt: due.dueAt, isDueProvisional: due.isProvisional };
  return done({ request: started, events: [event('preparation_started', now)] });
}

/** Extends a preparation, once, by a term counted from the old deadline (RULES.md 5.18). */
export function extendPreparation(
  request: PowerRequest,
  actor: Actor,
  command: { readonly text: string; readonly term: Term },
  circumstances: Circumstances,
): Outcome<Decided> {
  const { now, calendar } = circumstances;
  return act('extend_preparation', request, actor, circumstances, (file) => {
    if (isBlank(command.text)) return refused('reason_required', undefined, ['/text']);
    // The last day of the old term is the day from which the new one counts; a ready file may be past it.
    const due = dueAt(calendar, Math.max(now, (file.dueAt ?? now) - 1), command.term);
    const extended = { ...file, dueAt: due.dueAt, isDueProvisional: due.isProvisional, isExtensionUsed: true };
    return done({ request: extended, events: [event('preparation_extended', now)] });
  });
}

/** Waives a prerequisite or commitment until a day, with a reason, by a decider (RULES.md 5.20). */
export function waive(
  request: PowerRequest,
  actor: Actor,
  command: { readonly subject: Waiver['subject']; readonly key: string; readonly reason: string; readonly untilOn: string },
  facts: Pick<PreparationFacts, 'prerequisites' | 'commitments' | 'waivers'>,
  circumstances: Circumstances,
): Outcome<Decided & { readonly waiver: Waiver }> {
  const { now } = circumstances;
  const { subject, key, reason, untilOn } = command;
  const settled = act('waive', request, actor, circumstances, (file) => done({ request: file, events: [event('waived', now)] }));
  if (settled.kind === 'refused') return settled;
  const known: readonly { readonly key: string }[] = subject === 'prerequisite' ? facts.prerequisites : facts.commitments;
  if (!known.some((one) => one.key === key)) return refused('unknown_prerequisite', { key });
  if (isBlank(reason)) return refused('reason_required', undefined, ['/reason']);
  if (!isDay(untilOn) || untilOn < dayOf(now)) return refused('date_invalid', undefined, ['/untilOn']);
  if (waivedUntil(facts.waivers, subject, key, now) !== null) return refused('waiver_exists', { key });
  return done({ ...settled.value, waiver: { subject, key, untilAt: endOfDay(untilOn) } });
}

/** The township's lead attests premises, equipment or procedure, and answers for it (RULES.md 5.19). */
export function attest(
  request: PowerRequest,
  actor: Actor,
  command: { readonly key: string; readonly text: string },
  prerequisites: readonly Prerequisite[],
  circumstances: Circumstances,
): Outcome<Decided> {
  return act('attest', request, actor, circumstances, (file) => {
    const isKnown = prerequisites.some((one) => one.key === command.key && one.kind === 'attestation');
    if (!isKnown) return refused('unknown_prerequisite', { key: command.key });
    if (isBlank(command.text)) return refused('reason_required', undefined, ['/text']);
    return done({ request: file, events: [event('attested', circumstances.now)] });
  });
}

type HandedOver = Decided & { readonly handOver: HandOver };

/** Writes the hand-over list; a change voids both signatures (RULES.md 5.26). */
export function writeHandOver(request: PowerRequest, actor: Actor, list: HandOverList, circumstances: Circumstances): Outcome<HandedOver> {
  const settled = act('edit_hand_over', request, actor, circumstances, (file) =>
    done({ request: file, events: [event('hand_over_edited', circumstances.now)] }),
  );
  return settled.kind === 'refused' ? settled : done({ ...settled.value, handOver: editHandOver(list) });
}

/** Signs the hand-over for the actor's side once everything is ready; with the second signature the grant is due (RULES.md 5.26). */
export function signForSide(
  request: PowerRequest,
  actor: Actor,
  circumstances: Circumstances,
): Outcome<HandedOver & { readonly isComplete: boolean }> {
  const settled = act('sign_hand_over', request, actor, circumstances, (file) =>
    done({ request: file, events: [event('hand_over_signed', circumstances.now)] }),
  );
  if (settled.kind === 'refused') return settled;
  const signed = signHandOver(circumstances.handOver ?? emptyHandOver, sideOf(settled.value.request, actor), peopleOf(actor));
  return signed.kind === 'refused' ? signed : done({ ...settled.value, handOver: signed.value, isComplete: isSigned(signed.value) });
}

/** Closes the request with its grant: only when ready and signed by both sides (RULES.md 5.27, 7.2). */
export function grantRequest(request: PowerRequest, { now, readiness, handOver }: Circumstances): Outcome<Decided> {
  if (!canMove(request.state, 'grant')) return refused('wrong_state', { state: request.state });
  if (!readiness || readiness.openPrerequisites > 0) return refused('prerequisites_open', { count: readiness?.openPrerequisites ?? 0 });
  if (readiness.openCommitments > 0) return refused('commitments_open', { count: readiness.openCommitments });
  if (!handOver || !isSigned(handOver)) return refused('hand_over_incomplete');
  const granted: PowerRequest = { ...request, state: 'granted', stage: null, dueAt: null, isDueProvisional: false };
  return done({ request: granted, events: [event('granted', now)] });
}

/** Whether a condition asks for all that the item's prerequisite of the same key asks for, and perhaps for more people (RULES.md 5.11). */
export function isAtLeast(extra: Prerequisite, own: Prerequisite): boolean {
  if (extra.kind === 'certified_officers')
    return own.kind === extra.kind && own.certificateKind === extra.certificateKind && extra.count >= own.count;
  if (extra.kind === 'staffing') return own.kind === extra.kind && extra.count >= own.count;
  return own.kind === extra.kind && own.subject === extra.subject && own.text === extra.text;
}

/** What a decision leaves of the item's terms: more prerequisites, a shorter term (RULES.md 5.11). */
export function termsAfter(
  item: { readonly prerequisites: readonly Prerequisite[]; readonly termMonths: number | null },
  conditions: ApprovalConditions | null,
): { readonly prerequisites: readonly Prerequisite[]; readonly termMonths: number | null } {
  if (!conditions) return { prerequisites: item.prerequisites, termMonths: item.termMonths };
  const extra = conditions.extraPrerequisites;
  const months = [item.termMonths, conditions.termMonths].filter((one) => one !== null);
  const own = item.prerequisites.filter((one) => !extra.some((added) => added.key === one.key && isAtLeast(added, one)));
  const added = extra.filter((one) => !own.some(({ key }) => key === one.key));
  return { prerequisites: [...own, ...added], termMonths: months.length > 0 ? Math.min(...months) : null };
}

/** The instant at which a grant starts: on signing, on a named day, or so many calendar days after issue; never before the signature nor before the day that a condition names (RULES.md 5.28). */
export function startOf(rule: StartRule, notBeforeOn: string | null, issuedAt: number): number {
  const earliest = notBeforeOn === null ? issuedAt : Math.max(issuedAt, startOfDay(notBeforeOn));
  if (rule.kind === 'on_day') return Math.max(earliest, startOfDay(rule.on));
  if (rule.kind === 'days_after_issue') return Math.max(earliest, startOfDay(addDays(dayOf(issuedAt), rule.days)));
  return earliest;
}

/** The instant at which a term of months is over, FOREVER without one (RULES.md 5.30). */
export function termEndOf(startsAt: number, termMonths: number | null): number {
  return termMonths === null ? FOREVER : startOfDay(addMonths(dayOf(startsAt), termMonths));
}
