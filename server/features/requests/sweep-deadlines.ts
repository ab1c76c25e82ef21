import { settle } from '#server/domain/requests/review.ts';
import type { Act } from '#server/records/change.ts';
import type { Sweeper, Swept } from '#server/records/sweep.ts';
import { circumstancesOf, countyRules } from './circumstances.ts';
import { loadFile, type RequestFile } from './file.ts';
import { dueRequests, preparingCount, townshipsWaiting, type DueRequest } from './preparation-queries.ts';
import type { RequestsPorts } from './ports.ts';
import { appendEvent, noteEscalation } from './request-store.ts';
import { eventRow, saveRequest, startWaiting } from './save-request.ts';

const batch = 100;

/**
 * Writes down what time has done: departments that were silent, preparations that lapsed, reviews that are late, slots that an
 * act of another kind has freed. One small transaction each, in the order of the deadlines; nothing is lost when it stops half-way,
 * and nothing is done twice when it runs again (RULES.md 10.8). Rights do not wait for it: every act settles its file first.
 */
export async function sweepDeadlines(ports: RequestsPorts, sweeper: Sweeper, now: number): Promise<void> {
  let after: DueRequest | null = null;
  for (;;) {
    const due: DueRequest[] = dueRequests(ports.db, now, after, batch);
    const ids = due.map(({ id }) => id);
    await sweeper.each('sweepDeadlines', ids, now, (act, id) => settleOne(act, ports, id));
    after = due.at(-1) ?? null;
    if (due.length < batch) break;
  }
  await sweeper.each('fillSlots', townshipsToServe(ports), now, (act, townshipId) => fillSlots(act, ports, townshipId));
}

/** Those that wait although a slot is free: a county in which all are taken is not written to every minute. */
function townshipsToServe({ db }: RequestsPorts): string[] {
  const rules = countyRules(db);
  return townshipsWaiting(db).filter((townshipId) => preparingCount(db, townshipId) < rules.settings.preparationSlots);
}

function settleOne(act: Act, ports: RequestsPorts, id: string): Swept {
  const file = loadFile(act.tx, id);
  // Somebody may have acted since the list was made.
  if (!file || file.row.dueAt === null || file.row.dueAt > act.now) return 'nothing';
  const view = circumstancesOf(ports, act.tx, file.row, act.now);
  const decided = settle(file.request, view);
  const action = (['opinion_silent', 'lapsed'] as const).find((kind) => decided.events.some((event) => event.kind === kind));
  if (action === undefined) return escalate(act, file);
  saveRequest(act, ports, view.rules, file, { action, decided, signatory: null, facts: {} });
  return 'changed';
}

/**
 * A review that is late is told once for each stage. It is no version of the file: a reminder must not make the decision that is
 * being written a stale one. A preparation that is ready is not late.
 */
function escalate(act: Act, { row }: RequestFile): Swept {
  const { id, state, stage, dueAt, escalatedAt, townshipId, powerId, departmentId } = row;
  if (state !== 'in_review' || escalatedAt !== null) return 'nothing';
  noteEscalation(act.tx, id, act.now);
  appendEvent(act.tx, eventRow(act, id, { kind: 'escalated', facts: { dueAt } }, { at: act.now, stage }, null));
  const outbox = { kind: 'escalated', payload: { requestId: id, townshipId, powerId, departmentId, stage } };
  act.record({
    action: 'escalated',
    subjectKind: 'deadline',
    subjectId: `${id}-${stage ?? ''}`,
    detail: { requestId: id, stage, dueAt },
    outbox,
  });
  return 'changed';
}

/** Slots that became free without a file of the township moving: the county has set a higher number. */
function fillSlots(act: Act, ports: RequestsPorts, townshipId: string): Swept {
  return startWaiting(act, ports, countyRules(act.tx), townshipId).length > 0 ? 'changed' : 'nothing';
}
