import type { Db } from '#db/connection.ts';
import type { Grant, GrantFile } from '#server/domain/grants/grant.ts';
import type { RecallCase, ReturnCase } from '#server/domain/grants/grant-cases.ts';
import type { Suspension } from '#server/domain/ledger/ledger.ts';
import { peopleBehind } from '#server/domain/people/signatory.ts';
import type { RecallReason, ReturnReason } from '#server/domain/values/words.ts';
import type { Act } from '#server/records/change.ts';
import { grantRows, type GrantRows, type RecallRow, type ReturnRow, type SuspensionRow } from '../queries.ts';

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

export function returnCaseOf(row: ReturnRow): ReturnCase {
  const { id, effectiveAt, answerDueAt } = row;
  if (effectiveAt === null || answerDueAt === null) throw new Error(`return ${id} has no instant at which it takes effect`);
  return { ...row, effectiveAt, answerDueAt, reasonCode: row.reasonCode as ReturnReason, filedBy: peopleBehind(row.filedBy) };
}

export function recallCaseOf(row: RecallRow): RecallCase {
  return { ...row, reasonCode: row.reasonCode as RecallReason, openedBy: peopleBehind(row.openedBy) };
}
