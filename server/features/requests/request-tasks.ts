import type { Readiness } from '#server/domain/requests/readiness.ts';
import { peopleExcluded, type PowerRequest } from '#server/domain/requests/request.ts';
import { roleOfStage, stepOf } from '#server/domain/requests/route.ts';
import { dueAt } from '#server/domain/time/deadlines.ts';
import type { Role } from '#server/domain/values/words.ts';
import type { Act } from '#server/records/change.ts';
import type { NewTask } from '#server/records/tasks.ts';
import type { CountyRules } from './circumstances.ts';
import { openTasksOf } from './preparation-queries.ts';
import type { RequestRow } from './request-queries.ts';

interface Obligation {
  readonly kind: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly dueAt: number | null;
  readonly excluded?: readonly string[];
}

const kindOfStage = { department: 'department_opinion', legal: 'legal_review', county: 'county_decision' } as const;

const taskOf = ({ id, powerId, townshipId }: RequestRow, obligation: Obligation): NewTask => ({
  ...obligation,
  subjectKind: 'request',
  subjectId: id,
  powerId,
  townshipId,
});

/** The next step is owed by the body that has the file, and nothing more by those that had it (RULES.md 7.9). */
export function passObligations(act: Act, rules: CountyRules, row: RequestRow, request: PowerRequest, outcome: string): void {
  act.closeTasks({ subjectKind: 'request', subjectId: row.id }, outcome);
  act.openTasks(stageTasks(act.now, rules, row, request));
}

/** The obligation of a file that has just come to a stage, or back to its township. */
export function stageTasks(now: number, rules: CountyRules, row: RequestRow, request: PowerRequest): readonly NewTask[] {
  const step = row.stage && stepOf(row.route, row.stage);
  if (row.state === 'in_review' && step) {
    const kind = kindOfStage[step.stage];
    const owner = { organisationId: step.organisationId, role: roleOfStage[step.stage] };
    return [taskOf(row, { kind, ...owner, dueAt: row.dueAt, excluded: peopleExcluded(request) })];
  }
  if (row.state === 'sent_back') {
    const due = dueAt(rules.calendar, now, { count: rules.settings.supplementDays, unit: 'working_days' });
    return [taskOf(row, { kind: 'supplement', organisationId: row.townshipId, role: 'lead', dueAt: due.dueAt })];
  }
  return [];
}

function obligationsOf(row: RequestRow, readiness: Readiness): Obligation[] {
  const township = { organisationId: row.townshipId, role: 'lead', dueAt: row.dueAt } as const;
  const department = { organisationId: row.departmentId, role: 'reviewer', dueAt: row.dueAt } as const;
  if (!readiness.isReady) return readiness.openPrerequisites > 0 ? [{ kind: 'meet_prerequisites', ...township }] : [];
  return [
    ...(row.departmentSignature ? [] : [{ kind: 'sign_hand_over', ...department }]),
    ...(row.townshipSignature ? [] : [{ kind: 'sign_hand_over', ...township }]),
  ];
}

/** Opens and closes obligations of a preparation so that they say what the facts say; nothing happens where they already do. */
export function followPreparation(act: Act, row: RequestRow, readiness: Readiness): void {
  const wanted = obligationsOf(row, readiness);
  const present = openTasksOf(act.tx, row.id);
  const isSame = (a: { kind: string; organisationId: string }, b: { kind: string; organisationId: string }): boolean =>
    a.kind === b.kind && a.organisationId === b.organisationId;
  for (const task of present.filter((one) => !wanted.some((other) => isSame(one, other)))) {
    act.closeTasks({ subjectKind: 'request', subjectId: row.id, ...task }, readiness.isReady ? 'ready' : 'not_ready');
  }
  act.openTasks(wanted.filter((one) => !present.some((other) => isSame(one, other))).map((task) => taskOf(row, task)));
}
