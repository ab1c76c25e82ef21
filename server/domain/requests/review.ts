import { type Actor, peopleOf } from '../people/actor.ts';
import { addWorkingDays, isOverdue, stopClock } from '../time/deadlines.ts';
import { type DomainRefusal, type Outcome, done, isBlank, refused } from '../values/outcome.ts';
import { type Circumstances, type PowerRequest, type RequestEvent, type StageAct, guardRequest } from './request.ts';
import { type RouteStep, stepAfter, stepDue, stepOf } from './route.ts';
import { dayOf, endOfDay } from '../time/time.ts';
import type { LegalFinding, ObjectionReason, RequestAction, SendBackReason } from '../values/words.ts';

/** The file after an act, with what is to be written into its history, in order. */
export interface Decided {
  readonly request: PowerRequest;
  readonly events: readonly RequestEvent[];
}

/** A line of the file's history, at the stage where the file was. */
export const eventOf = (kind: RequestEvent['kind'], request: PowerRequest, at: number): RequestEvent => ({
  kind,
  at,
  stage: request.stage,
});

function atStage(request: PowerRequest, step: RouteStep, fromOn: string, calendar: Circumstances['calendar']): PowerRequest {
  const { dueAt, isProvisional } = stepDue(calendar, step, fromOn);
  return { ...request, state: 'in_review', stage: step.stage, dueAt, isDueProvisional: isProvisional, remainingWorkingDays: null };
}

/** A closed file: without stage and clock (RULES.md 5.2). */
export function rested(request: PowerRequest, state: 'approved' | 'rejected' | 'withdrawn' | 'lapsed'): PowerRequest {
  return { ...request, state, stage: null, dueAt: null, isDueProvisional: false, remainingWorkingDays: null };
}

/**
 * What time alone has done to a file: a department silent past its deadline has let it pass (逾期未答), and a preparation past its deadline that is not ready has
 * lapsed, each at the instant of the deadline and not when somebody noticed (RULES.md 5.7, 5.18). Every act begins with this.
 */
export function settle(request: PowerRequest, { now, calendar, readiness }: Circumstances): Decided {
  const { dueAt } = request;
  if (dueAt === null || !isOverdue(dueAt, now)) return { request, events: [] };
  if (request.state === 'in_review' && request.stage === 'department') {
    const next = stepAfter(request.route, 'department');
    // The next stage's days begin after the department's last one, as in the route shown before submission.
    const moved = next ? atStage(request, next, dayOf(dueAt - 1), calendar) : request;
    return { request: moved, events: next ? [eventOf('opinion_silent', request, dueAt)] : [] };
  }
  const isLapsed = request.state === 'preparing' && readiness !== null && !readiness.isReady;
  return isLapsed ? { request: rested(request, 'lapsed'), events: [eventOf('lapsed', request, dueAt)] } : { request, events: [] };
}

/** Settles the file by time and guards the act; `next` then says what comes of it (RULES.md 10.8). */
export function act(
  action: RequestAction,
  request: PowerRequest,
  actor: Actor,
  circumstances: Circumstances,
  next: (settled: PowerRequest) => Outcome<Decided>,
): Outcome<Decided> {
  const settled = settle(request, circumstances);
  const refusal = guardRequest(action, settled.request, actor, circumstances);
  if (refusal) return { kind: 'refused', refusal };
  const outcome = next(settled.request);
  return outcome.kind === 'refused' ? outcome : done({ ...outcome.value, events: [...settled.events, ...outcome.value.events] });
}

/** The file with one more act at its stage, so that no person acts on two stages (RULES.md 2.9). */
export function acted(request: PowerRequest, actor: Actor, kind: StageAct['kind']): PowerRequest {
  return request.stage === null
    ? request
    : { ...request, acts: [...request.acts, { kind, stage: request.stage, people: peopleOf(actor) }] };
}

function written(request: PowerRequest, actor: Actor): PowerRequest {
  return { ...request, interested: [...new Set([...request.interested, ...peopleOf(actor)])] };
}

// Only the last stage has none after it, and that one is left by a decision.
function passedOn(request: PowerRequest, { now, calendar }: Circumstances): PowerRequest {
  const next = request.stage === null ? null : stepAfter(request.route, request.stage);
  return next ? atStage(request, next, dayOf(now), calendar) : request;
}

/** Submits a draft on its route, unless something about the line stands against it: the lead's act (RULES.md 4.2). */
export function submitRequest(
  request: PowerRequest,
  actor: Actor,
  command: { readonly route: readonly RouteStep[]; readonly obstacles: readonly DomainRefusal[] },
  circumstances: Circumstances,
): Outcome<Decided> {
  return act('submit', request, actor, circumstances, (draft) => {
    const [obstacle] = command.obstacles;
    if (obstacle) return { kind: 'refused', refusal: obstacle };
    const [first] = command.route;
    if (!first) throw new RangeError('A route without stages');
    const submitted = atStage({ ...written(draft, actor), route: command.route }, first, dayOf(circumstances.now), circumstances.calendar);
    return done({ request: submitted, events: [eventOf('submitted', draft, circumstances.now)] });
  });
}

/** Edits a draft or a file sent back; who wrote it is an interested party from then on, and its history begins with the submission (RULES.md 2.8). */
export function editRequest(request: PowerRequest, actor: Actor, circumstances: Circumstances): Outcome<Decided> {
  return act('edit', request, actor, circumstances, (file) => done({ request: written(file, actor), events: [] }));
}

/** What the department says: only an objection has a reason by code (RULES.md 5.6). */
export type Opinion =
  | { readonly position: 'support' | 'support_with_conditions'; readonly text: string }
  | { readonly position: 'object'; readonly reasonCode: ObjectionReason; readonly text: string };

/** The department's opinion: no veto, the file moves on with it; an objection carries a reason and a text (RULES.md 5.6). */
export function giveOpinion(request: PowerRequest, actor: Actor, command: Opinion, circumstances: Circumstances): Outcome<Decided> {
  return act('give_opinion', request, actor, circumstances, (file) => {
    if (command.position !== 'support' && isBlank(command.text)) return refused('reason_required', undefined, ['/text']);
    return done({ request: passedOn(acted(file, actor, 'opinion'), circumstances), events: [eventOf('opinion', file, circumstances.now)] });
  });
}

/** What the legal office found, with the article that it cites (RULES.md 5.8). */
export interface LegalReview {
  readonly finding: LegalFinding;
  readonly citation: string;
  readonly text: string;
}

/** The legal review; "unlawful" cites an article and blocks an approval (RULES.md 5.8). */
export function reviewLegally(request: PowerRequest, actor: Actor, command: LegalReview, circumstances: Circumstances): Outcome<Decided> {
  return act('review_legally', request, actor, circumstances, (file) => {
    if (command.finding === 'unlawful' && isBlank(command.citation)) return refused('citation_required', undefined, ['/citation']);
    if (command.finding === 'lawful_with_conditions' && isBlank(command.text)) return refused('reason_required', undefined, ['/text']);
    const reviewed = { ...acted(file, actor, 'legal_review'), legalFinding: command.finding };
    return done({ request: passedOn(reviewed, circumstances), events: [eventOf('legal_review', file, circumstances.now)] });
  });
}

/** Sends a file back for supplement: reason and what is missing; the clock of the stage stops (RULES.md 5.13). */
export function sendBack(
  request: PowerRequest,
  actor: Actor,
  command: { readonly reasonCode: SendBackReason; readonly missing: string },
  circumstances: Circumstances,
): Outcome<Decided> {
  const { now, calendar } = circumstances;
  return act('send_back', request, actor, circumstances, (file) => {
    if (isBlank(command.missing)) return refused('reason_required', undefined, ['/missing']);
    if (file.state !== 'in_review') return refused('wrong_state');
    const left = file.dueAt === null ? 0 : stopClock(calendar, file.dueAt, 'working_days', now).remaining.count;
    const stopped = { ...acted(file, actor, 'sent_back'), dueAt: null, isDueProvisional: false, remainingWorkingDays: left };
    return done({ request: { ...stopped, state: 'sent_back', stage: file.stage }, events: [eventOf('sent_back', file, now)] });
  });
}

/** Resubmits the same request at the stage that sent it back, with the days which that stage had left (RULES.md 5.13). */
export function resubmitRequest(
  request: PowerRequest,
  actor: Actor,
  command: { readonly obstacles: readonly DomainRefusal[] },
  circumstances: Circumstances,
): Outcome<Decided> {
  const { now, calendar } = circumstances;
  return act('resubmit', request, actor, circumstances, (file) => {
    const [obstacle] = command.obstacles;
    if (obstacle) return { kind: 'refused', refusal: obstacle };
    if (file.state !== 'sent_back') return refused('wrong_state');
    const due = addWorkingDays(calendar, dayOf(now), file.remainingWorkingDays ?? 0);
    const clock = { dueAt: endOfDay(due.on), isDueProvisional: due.isProvisional, remainingWorkingDays: null };
    const back: PowerRequest = { ...written(file, actor), ...clock, state: 'in_review', stage: file.stage };
    return done({ request: back, events: [eventOf('resubmitted', file, now)] });
  });
}

/** Withdraws a request at any time before the grant (RULES.md 5.14). */
export function withdrawRequest(request: PowerRequest, actor: Actor, circumstances: Circumstances): Outcome<Decided> {
  return act('withdraw', request, actor, circumstances, (file) =>
    done({ request: rested(file, 'withdrawn'), events: [eventOf('withdrawn', file, circumstances.now)] }),
  );
}

/**
 * Asks, once, that other people look at a rejection again (RULES.md 5.15). The file goes to the county's stage; what was found unlawful goes to
 * the legal review first, for as long as that finding stands an approval is refused.
 */
export function requestReconsideration(
  request: PowerRequest,
  actor: Actor,
  command: { readonly grounds: string },
  circumstances: Circumstances,
): Outcome<Decided> {
  return act('request_reconsideration', request, actor, circumstances, (file) => {
    if (isBlank(command.grounds)) return refused('reason_required', undefined, ['/grounds']);
    const first = (file.legalFinding === 'unlawful' ? stepOf(file.route, 'legal') : null) ?? stepOf(file.route, 'county');
    if (!first) throw new RangeError('A route without the county');
    const again = atStage({ ...written(file, actor), isReconsidered: true }, first, dayOf(circumstances.now), circumstances.calendar);
    return done({ request: again, events: [eventOf('reconsideration_requested', file, circumstances.now)] });
  });
}
