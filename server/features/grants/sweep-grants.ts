import { LAPSE_WARNING_DAYS } from '#server/domain/grants/grant-duties.ts';
import { MILLISECONDS_PER_DAY } from '#server/domain/time/time.ts';
import { change, type ChangeContext } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { loadGrant } from './ledger/grant-record.ts';
import { grantsToSettle } from './ledger/running-queries.ts';
import { settlementOf, settleTasks } from './ledger/settle-tasks.ts';

/**
 * Warns of lapses that come near and clears what is owed about grants that have ended. Only tasks follow the calendar here:
 * who holds a power follows from the ledger at every instant, whether or not this ever runs.
 */
export async function sweepGrants(ports: Ports, now: number): Promise<number> {
  let settled = 0;
  for (const grantId of grantsToSettle(ports.db, now, now + LAPSE_WARNING_DAYS * MILLISECONDS_PER_DAY)) {
    if (!isUnsettled(ports, grantId, now)) continue;
    const outcome = await change(ports, contextAt(ports, now), (act) => {
      const record = loadGrant(act.tx, grantId);
      if (!record) throw new Error(`grant ${grantId} vanished`);
      settleTasks(act, record, 'overtaken');
      // Not a version of the grant, hence not among the records that tell its versions.
      act.record({ action: 'tasks_settled', subjectKind: 'tasks', subjectId: 'grants', detail: { grantId } });
      return { kind: 'done' as const, value: null };
    });
    if (outcome.kind === 'done') settled += 1;
  }
  return settled;
}

function isUnsettled(ports: Ports, grantId: string, now: number): boolean {
  const record = loadGrant(ports.db, grantId);
  if (!record) return false;
  const { opening, closing } = settlementOf(ports.db, record, now);
  return opening.length + closing.length > 0;
}

const contextAt = (ports: Ports, now: number): ChangeContext => ({
  operationId: 'sweepGrants',
  actor: { accountId: null, name: '系统', onBehalfOf: null },
  now,
  requestId: ports.newId(),
  idempotency: null,
});
