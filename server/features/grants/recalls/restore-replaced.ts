import type { LedgerChange } from '#server/domain/ledger/ledger.ts';
import { undoSwap } from '#server/domain/grants/swap.ts';
import type { Acting } from '../change-grant.ts';
import { columnsOf, demandGrant, recordGrantAct } from '../ledger/grant-record.ts';
import { factsFor, followLapses } from '../ledger/lapses.ts';
import { loadGrant, type GrantRecord } from '../queries.ts';
import { rideMeasures } from '../ledger/ride-measures.ts';
import { settleTasks } from '../ledger/settle-tasks.ts';
import { appendEvent, applyChanges, nextVersion } from '../store.ts';
import { replacedBy } from './swap-queries.ts';

/** A new grant that never begins takes nothing away: what was given in exchange for it runs on (domain.md section 7, invariant 3). */
export function restoreReplaced({ act, signatory }: Acting, { row, file }: GrantRecord, changes: readonly LedgerChange[]): void {
  const isEmptied = changes.some((one) => one.kind === 'end_set' && one.grantId === row.id && one.toAt <= file.grant.fromAt);
  const replacedId = isEmptied ? replacedBy(act.tx, row.id) : null;
  const replaced = replacedId === null ? null : loadGrant(act.tx, replacedId);
  const restored = replaced && undoSwap(replaced.file, file.grant, act.now);
  if (!replaced || !restored) return;
  const { id, version } = replaced.row;
  if (!nextVersion(act.tx, id, version)) throw new Error(`grant ${id} changed inside its own transaction`);
  applyChanges(act.tx, replaced.row, [restored], { now: act.now, reason: '' });
  const facts = { byGrantId: row.id, byPowerId: row.powerId };
  appendEvent(act.tx, { id: act.newId(), grantId: id, at: act.now, kind: 'swap_undone', ...columnsOf(signatory), facts });
  recordGrantAct(act, 'swap_undone', replaced, facts);
  const after = demandGrant(act, id);
  const changed = followLapses(act, after, factsFor(act.tx, after));
  const settled = changed ? demandGrant(act, id) : after;
  settleTasks(act, settled, 'swap_undone');
  rideMeasures(act, settled);
}
