import { asc, eq, gt, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { grants, holdings, ledgerEntries, suspensions } from '#db/schema/grants.ts';
import type { Holding, Suspension } from '#server/domain/ledger/ledger.ts';
import type { LedgerEntry, LedgerState } from '#server/domain/ledger/ledger-proof.ts';

const pageSize = 500;

const statements = prepared((db: Db) => ({
  length: db.$client.prepare('SELECT count(*) FROM ledger_entries').pluck(),
  // The first entry whose predecessor is missing; the first of all has none.
  gap: db.$client
    .prepare(
      'SELECT sequence FROM ledger_entries AS entry WHERE sequence > 1 AND NOT EXISTS (SELECT 1 FROM ledger_entries WHERE sequence = entry.sequence - 1) LIMIT 1',
    )
    .pluck(),
  grantIds: db
    .select({ id: grants.id })
    .from(grants)
    .where(gt(grants.id, sql.placeholder('after')))
    .orderBy(asc(grants.id))
    .limit(pageSize)
    .prepare(),
  entries: db
    .select()
    .from(ledgerEntries)
    .where(eq(ledgerEntries.grantId, sql.placeholder('id')))
    .orderBy(asc(ledgerEntries.sequence))
    .prepare(),
  holdings: db
    .select()
    .from(holdings)
    .where(eq(holdings.grantId, sql.placeholder('id')))
    .prepare(),
  endKind: db
    .select({ endKind: grants.endKind })
    .from(grants)
    .where(eq(grants.id, sql.placeholder('id')))
    .prepare(),
  suspensions: db
    .select({
      id: suspensions.id,
      grantId: suspensions.grantId,
      kind: suspensions.kind,
      fromAt: suspensions.fromAt,
      toAt: suspensions.toAt,
    })
    .from(suspensions)
    .where(eq(suspensions.grantId, sql.placeholder('id')))
    .prepare(),
  holdingPage: db
    .select()
    .from(holdings)
    .where(
      sql`(power_id, township_id, from_at, to_at, rowid) > (${sql.placeholder('powerId')}, ${sql.placeholder('townshipId')}, ${sql.placeholder('fromAt')}, ${sql.placeholder('toAt')}, ${sql.placeholder('row')})`,
    )
    .orderBy(asc(holdings.powerId), asc(holdings.townshipId), asc(holdings.fromAt), asc(holdings.toAt), sql`rowid`)
    .limit(pageSize)
    .prepare(),
  rowOf: db.$client.prepare('SELECT rowid FROM holdings WHERE grant_id = ?').pluck(),
}));

export const ledgerLength = (db: Db): number => statements(db).length.get() as number;
/** The sequence before which entries are missing, or null. */
export const firstGapInLedger = (db: Db): number | null => (statements(db).gap.get() as number | undefined) ?? null;
export const grantIdsAfter = (db: Db, after: string): string[] =>
  statements(db)
    .grantIds.all({ after })
    .map(({ id }) => id);
export const entriesOf = (db: Db, id: string): LedgerEntry[] => statements(db).entries.all({ id });

/** What the tables say of one grant. */
export function rowsOf(db: Db, id: string): LedgerState {
  const held: Holding[] = statements(db).holdings.all({ id });
  const suspended: Suspension[] = statements(db).suspensions.all({ id });
  const endKind = statements(db).endKind.get({ id })?.endKind ?? null;
  return {
    holdings: new Map(held.map((row) => [row.grantId, row])),
    suspensions: new Map(suspended.map((row) => [row.id, row])),
    endKinds: new Map(endKind === null ? [] : [[id, endKind]]),
  };
}

/** Holdings in the order of the index by power and township, so many at a time. */
export function holdingPageAfter(db: Db, last: Holding | null): Holding[] {
  const { holdingPage, rowOf } = statements(db);
  if (!last) return holdingPage.all({ powerId: '', townshipId: '', fromAt: 0, toAt: 0, row: 0 });
  const { powerId, townshipId, fromAt, toAt } = last;
  return holdingPage.all({ powerId, townshipId, fromAt, toAt, row: rowOf.get(last.grantId) });
}
