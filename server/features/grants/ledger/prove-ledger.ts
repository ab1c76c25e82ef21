import type { Db } from '#db/connection.ts';
import { overlap } from '#server/domain/ledger/intervals.ts';
import type { Holding } from '#server/domain/ledger/ledger.ts';
import { proveLedger as proveEntries, type LedgerFault } from '#server/domain/ledger/ledger-proof.ts';
import { entriesOf, firstGapInLedger, grantIdsAfter, holdingPageAfter, ledgerLength, rowsOf } from './ledger-queries.ts';

export interface LedgerProof {
  readonly entries: number;
  readonly grants: number;
  /** An empty list is the proof. */
  readonly faults: readonly LedgerFault[];
}

/** A damaged ledger can have as many faults as entries; so many are enough for the reader to act on. */
const enough = 100;

/**
 * Rebuilds holdings and suspensions from the ledger alone and compares them with the tables, grant by grant, so that the
 * memory needed does not grow with the ledger (RULES.md 7.18). For `npm run doctor`.
 */
export function proveLedger(db: Db): LedgerProof {
  const gap = firstGapInLedger(db);
  const faults: LedgerFault[] = gap === null ? [] : [{ kind: 'sequence_gap', sequence: gap, grantId: '' }];
  let grants = 0;
  for (let page = grantIdsAfter(db, ''); page.length > 0 && faults.length < enough; page = grantIdsAfter(db, page.at(-1) ?? '')) {
    grants += page.length;
    faults.push(...page.flatMap((id) => faultsOf(db, id)));
  }
  faults.push(...overlapsBetweenGrants(db, enough - faults.length));
  return { entries: ledgerLength(db), grants, faults };
}

/** The entries of one grant are numbered anew, for their numbers have gaps where other grants' entries stand. */
function faultsOf(db: Db, grantId: string): LedgerFault[] {
  const entries = entriesOf(db, grantId);
  const numbered = entries.map((entry, index) => ({ ...entry, sequence: index + 1 }));
  const found = proveEntries(numbered, rowsOf(db, grantId));
  return found.map((fault) => ({ ...fault, sequence: fault.sequence === null ? null : (entries[fault.sequence - 1]?.sequence ?? null) }));
}

/** Holdings in the order of power, township and start: only neighbours can overlap. */
function overlapsBetweenGrants(db: Db, atMost: number): LedgerFault[] {
  const faults: LedgerFault[] = [];
  let last: Holding | null = null;
  for (let page = holdingPageAfter(db, null); page.length > 0 && faults.length < atMost; page = holdingPageAfter(db, page.at(-1) ?? null)) {
    for (const next of page) {
      if (next.fromAt >= next.toAt) continue;
      const isSamePlace = last?.powerId === next.powerId && last.townshipId === next.townshipId;
      if (last && isSamePlace && overlap(last, next)) faults.push({ kind: 'holdings_overlap', sequence: null, grantId: next.grantId });
      last = next;
    }
  }
  return faults;
}
