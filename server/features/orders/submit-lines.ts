import type { Signatory } from '#server/domain/people/signatory.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { formatDocumentNumber } from '#server/domain/values/document-number.ts';
import type { PowerRequest } from '#server/domain/requests/request.ts';
import { submitRequest } from '#server/domain/requests/review.ts';
import { dayOf, yearOf } from '#server/domain/time/time.ts';
import type { Refused } from '#server/platform/binding.ts';
import type { Act } from '#server/records/change.ts';
import { nextInSequence } from '#server/records/sequences.ts';
import type { JudgedLine } from './cart.ts';
import {
  appendEvents,
  type CountyRules,
  eventRow,
  type EventRow,
  movedRow,
  requestOf,
  type RequestRow,
  stageTasks,
} from '#server/features/requests/index.ts';

/** Orders are numbered without gaps within a year: a number that was rolled back is given again. */
export function nextOrderNumber(act: Act): string {
  const year = yearOf(dayOf(act.now));
  return formatDocumentNumber({ prefix: '点单', year, sequence: nextInSequence(act.tx, `orders-${String(year)}`) });
}

export interface Submitted {
  readonly kind: 'done';
  readonly row: RequestRow;
  readonly events: readonly EventRow[];
  readonly request: PowerRequest;
}

/** One line of an order becomes a request at the first stage of its route (RULES.md 5.3). */
export function submitLine(
  act: Act,
  rules: CountyRules,
  actor: Actor,
  row: RequestRow,
  judged: JudgedLine,
  signatory: Signatory,
  number: string,
): Submitted | Refused {
  const circumstances = { now: act.now, calendar: rules.calendar, readiness: null, handOver: null };
  const outcome = submitRequest(requestOf(row, []), actor, { route: judged.route, obstacles: judged.obstacles }, circumstances);
  if (outcome.kind === 'refused') return outcome;
  const submitted = movedRow(row, outcome.value, { submittedAt: act.now }, act.now);
  const submission = { kind: 'submitted', facts: { orderNumber: number } } as const;
  const events = outcome.value.events.map((event) => eventRow(act, row.id, submission, event, signatory));
  return { kind: 'done', row: submitted, events, request: outcome.value.request };
}

/** History and obligations of the lines of an order, once their rows are written. */
export function writeSubmitted(act: Act, rules: CountyRules, lines: readonly Submitted[]): void {
  appendEvents(
    act.tx,
    lines.flatMap(({ events }) => events),
  );
  act.openTasks(lines.flatMap(({ row, request }) => stageTasks(act.now, rules, row, request)));
}

/** Tells that an order was placed: one record for all of its lines. */
export function recordSubmission(act: Act, orderId: string, townshipId: string, number: string, rows: readonly RequestRow[]): void {
  const lines = rows.map(({ id, powerId, itemId }) => ({ requestId: id, powerId, itemId }));
  const outbox = { kind: 'order_submitted', payload: { townshipId, number, requestIds: rows.map(({ id }) => id) } };
  act.record({ action: 'order_submitted', subjectKind: 'order', subjectId: orderId, detail: { number, lines }, outbox });
}
