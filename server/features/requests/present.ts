import { type NameRow, nameIn } from '#server/features/organisations/index.ts';
import type { RequestRow as WireRow } from '#contract/requests/request-file.ts';
import type { z } from 'zod';
import type { Calendar } from '#server/domain/time/deadlines.ts';
import type { PowerRequest } from '#server/domain/requests/request.ts';
import { dateRoute, stepOf, type RouteStep } from '#server/domain/requests/route.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { Stage } from '#server/domain/values/words.ts';
import type { EventRow, ListedRequest } from './request-queries.ts';

type Row = z.infer<typeof WireRow>;
type StepStatus = 'ahead' | 'current' | 'done' | 'silent' | 'stopped';

export interface WireStep {
  readonly stage: Stage;
  readonly organisation: NameRow;
  readonly workingDays: number;
  readonly dueOn: string;
  readonly isProvisional: boolean;
  readonly status: StepStatus;
}

export function presentRow({ replacesGrantId, orderNumber, submittedAt, ...row }: ListedRequest): Row {
  if (orderNumber === null || submittedAt === null) throw new Error(`request ${row.id} is listed but was never submitted`);
  return { ...row, orderNumber, submittedAt, isSwap: replacesGrantId !== null };
}

/** A route before submission, each stage taking its whole time. */
export function presentRoute(
  names: ReadonlyMap<string, NameRow>,
  route: readonly RouteStep[],
  fromAt: number,
  calendar: Calendar,
): WireStep[] {
  return dateRoute(route, fromAt, calendar).map(({ organisationId, ...step }) => ({
    ...step,
    organisation: nameIn(names, organisationId),
    status: 'ahead',
  }));
}

/** The last act that a stage ended with, if it has. */
function endOf(stage: Stage, events: readonly EventRow[]): EventRow | undefined {
  const kinds = { department: ['opinion', 'opinion_silent'], legal: ['legal_review'], county: ['decision'] }[stage];
  return events.filter((event) => kinds.includes(event.kind)).at(-1);
}

/** How far a request has come on its route: what is done with its day, what runs with its deadline, what is ahead if each stage takes its whole time. */
export function presentProgress(
  names: ReadonlyMap<string, NameRow>,
  request: PowerRequest,
  events: readonly EventRow[],
  calendar: Calendar,
): WireStep[] {
  const { route, stage, state, dueAt, isDueProvisional } = request;
  const present = stage === null ? null : stepOf(route, stage);
  const place = present ? route.indexOf(present) : route.length;
  const ahead = dueAt === null ? [] : dateRoute(route.slice(place + 1), dueAt - 1, calendar);
  return route.map((step, index): WireStep => {
    const { organisationId, ...rest } = step;
    const base = { ...rest, organisation: nameIn(names, organisationId) };
    const ended = endOf(step.stage, events);
    if (index < place && ended) {
      const isSilent = ended.kind === 'opinion_silent';
      return { ...base, dueOn: dayOf(isSilent ? ended.at - 1 : ended.at), isProvisional: false, status: isSilent ? 'silent' : 'done' };
    }
    if (index === place && state === 'in_review' && dueAt !== null)
      return { ...base, dueOn: dayOf(dueAt - 1), isProvisional: isDueProvisional, status: 'current' };
    const later = ahead[index - place - 1];
    if (index > place && later)
      return { ...base, dueOn: later.dueOn, isProvisional: isDueProvisional || later.isProvisional, status: 'ahead' };
    // Sent back, withdrawn: the clock of this stage and of those behind it stands.
    return { ...base, dueOn: dayOf(events.at(-1)?.at ?? 0), isProvisional: true, status: 'stopped' };
  });
}
