import { LAPSE_WARNING_DAYS } from '#server/domain/grants/grant-duties.ts';
import { MILLISECONDS_PER_DAY } from '#server/domain/time/time.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { Sweeper } from '#server/records/sweep.ts';
import { loadGrant } from './ledger/grant-record.ts';
import { grantsToSettle } from './ledger/running-queries.ts';
import { settlementOf, settleTasks } from './ledger/settle-tasks.ts';

/**
 * Warns of lapses that come near and clears what is owed about grants that have ended. Only tasks follow the calendar here:
 * who holds a power follows from the ledger at every instant, whether or not this ever runs.
 */
export function sweepGrants({ db }: Pick<Ports, 'db'>, sweeper: Sweeper, now: number): Promise<number> {
  const ids = grantsToSettle(db, now, now + LAPSE_WARNING_DAYS * MILLISECONDS_PER_DAY);
  return sweeper.each('sweepGrants', ids, now, (act, grantId) => {
    const record = loadGrant(act.tx, grantId);
    if (!record) return 'nothing';
    const { opening, closing } = settlementOf(act.tx, record, now);
    if (opening.length + closing.length === 0) return 'nothing';
    settleTasks(act, record, 'overtaken');
    // Not a version of the grant, hence not among the records that tell its versions.
    act.record({ action: 'tasks_settled', subjectKind: 'tasks', subjectId: 'grants', detail: { grantId } });
    return 'changed';
  });
}
