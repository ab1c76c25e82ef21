import type { Db } from '#db/connection.ts';
import type { Grant, GrantFile } from '#server/domain/grants/grant.ts';
import type { Suspension } from '#server/domain/ledger/ledger.ts';
import type { Act } from '#server/records/change.ts';
import { grantRows, type GrantRows, type SuspensionRow } from '../queries.ts';
import { recallCaseOf, returnCaseOf } from '../stored-cases.ts';

/** A grant as stored, with all that its acts and its page are judged by. */
export interface GrantRecord extends GrantRows {
  readonly file: GrantFile;
}

/** The file of a grant, or null when there is none. */
export function loadGrant(db: Db, id: string): GrantRecord | null {
  const rows = grantRows(db, id);
  return rows && assembleGrant(rows);
}

export function demandGrant(act: Act, id: string): GrantRecord {
  const record = loadGrant(act.tx, id);
  if (!record) throw new Error(`grant ${id} vanished inside its own transaction`);
  return record;
}

export const grantFile = (db: Db, id: string): GrantFile | null => loadGrant(db, id)?.file ?? null;

/** What the rules see of the rows. */
export function assembleGrant(rows: GrantRows): GrantRecord {
  const { returnRows, recallRows, others, swapRequestId } = rows;
  const returned = returnRows.filter(({ state }) => state !== 'cancelled').at(-1);
  const recalled = recallRows.filter(({ state }) => state !== 'decided').at(-1);
  return {
    ...rows,
    file: {
      grant: grantOf(rows),
      others,
      openReturn: returned ? returnCaseOf(returned) : null,
      openRecall: recalled ? recallCaseOf(recalled) : null,
      swapRequestId,
    },
  };
}

function grantOf({ row, period, terms, suspensionRows }: GrantRows): Grant {
  const { id: grantId, powerId, townshipId, departmentId, carrier, termEndsAt, endKind, trialEndsAt, trialClosedAt, isTrialExtended } = row;
  return {
    ...{ grantId, powerId, townshipId, fromAt: period.fromAt, toAt: period.toAt },
    ...{ departmentId, carrier, termEndsAt, endKind, trialEndsAt, trialClosedAt, isTrialExtended },
    ...{ isReturnable: terms.isReturnable, notReturnableBasis: terms.notReturnableBasis },
    suspensions: suspensionRows.map(suspensionOf),
  };
}

const suspensionOf = ({ id, grantId, kind, fromAt, toAt }: SuspensionRow): Suspension => ({ id, grantId, kind, fromAt, toAt });
