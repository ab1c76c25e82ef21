import { townshipFacts } from '#server/features/training/index.ts';
import type { Act } from '#server/records/change.ts';
import { afterLedgerChange, type Visit } from './after-ledger-change.ts';
import { demandGrant } from './grant-record.ts';
import { runningGrants } from './running-queries.ts';
import { unsigned } from './signed-by.ts';

/** After a change of a roster or certificate: what is to come for each grant of the township, in the transaction of that change. */
export function reprojectLapses(act: Act, townshipId: string): void {
  const running = runningGrants(act.tx, townshipId, act.now);
  if (running.length === 0) return;
  const { officers } = townshipFacts(act.tx, townshipId);
  const visits = running
    .map(({ grantId }): Visit => ({ grant: demandGrant(act, grantId), cause: { kind: 'people' } }))
    .filter(({ grant }) => grant.row.prerequisites.length > 0);
  afterLedgerChange(act, visits, { by: unsigned, officersOf: () => officers });
}
