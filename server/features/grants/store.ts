import { and, eq, sql } from 'drizzle-orm';
import type { GrantEventOf } from '#contract/grants/grant-facts.ts';
import { prepared, type Tx } from '#db/connection.ts';
import { rowCode } from '#db/row-code.ts';
import { grantEvents, grants, recallCases, returnCases } from '#db/schema/grants.ts';
import type { LedgerChange } from '#server/domain/ledger/ledger.ts';
import { entryOf } from '#server/domain/ledger/ledger-proof.ts';

type NewGrantRow = typeof grants.$inferSelect;
type GrantFields = Partial<Pick<NewGrantRow, 'trialEndsAt' | 'trialClosedAt' | 'isTrialExtended' | 'endsWithGrantId'>>;
type NewReturn = typeof returnCases.$inferInsert;
type NewRecall = typeof recallCases.$inferInsert;
type NewEvent = typeof grantEvents.$inferInsert;

const code = rowCode(grants);

const statements = prepared((tx: Tx) => ({
  insertGrant: tx.$client.prepare(`INSERT INTO grants (${code.names}) VALUES (${code.places})`),
  lastEntry: tx.$client.prepare('SELECT max(sequence) FROM ledger_entries').pluck(),
  insertEntry: tx.$client.prepare(
    `INSERT INTO ledger_entries (sequence, recorded_at, kind, grant_id, power_id, township_id, suspension_id, effective_at, until_at, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  openHolding: tx.$client.prepare('INSERT INTO holdings (grant_id, power_id, township_id, from_at, to_at) VALUES (?, ?, ?, ?, ?)'),
  endHolding: tx.$client.prepare('UPDATE holdings SET to_at = ? WHERE grant_id = ?'),
  nameEnd: tx.$client.prepare('UPDATE grants SET end_kind = ? WHERE id = ?'),
  openSuspension: tx.$client.prepare(
    'INSERT INTO suspensions (id, grant_id, kind, from_at, to_at, reason, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  endSuspension: tx.$client.prepare('UPDATE suspensions SET to_at = ? WHERE id = ? AND grant_id = ?'),
  insertEvent: tx
    .insert(grantEvents)
    .values({
      id: sql.placeholder('id'),
      grantId: sql.placeholder('grantId'),
      at: sql.placeholder('at'),
      kind: sql.placeholder('kind'),
      actorName: sql.placeholder('actorName'),
      actorOrganisation: sql.placeholder('actorOrganisation'),
      onBehalfOf: sql.placeholder('onBehalfOf'),
      accountId: sql.placeholder('accountId'),
      facts: sql.placeholder('facts'),
    })
    .prepare(),
}));

export interface Subject {
  readonly powerId: string;
  readonly townshipId: string;
}
export interface Recording {
  readonly now: number;
  /** Why a suspension that begins here begins. */
  readonly reason: string;
}

/** Writes each change twice, in one transaction: as a row of the tables and as an entry from which `doctor` rebuilds them. */
export function applyChanges(tx: Tx, subject: Subject, changes: readonly LedgerChange[], recording: Recording): void {
  if (changes.length === 0) return;
  const { lastEntry, insertEntry } = statements(tx);
  let sequence = (lastEntry.get() as number | null) ?? 0;
  for (const change of changes) {
    applyToTables(tx, change, recording);
    const { kind, grantId, suspensionId, effectiveAt, untilAt, detail } = entryOf(change);
    sequence += 1;
    insertEntry.run(
      sequence,
      recording.now,
      kind,
      grantId,
      subject.powerId,
      subject.townshipId,
      suspensionId,
      effectiveAt,
      untilAt,
      JSON.stringify(detail),
    );
  }
}

function applyToTables(tx: Tx, change: LedgerChange, { now, reason }: Recording): void {
  const { openHolding, endHolding, nameEnd, openSuspension, endSuspension } = statements(tx);
  switch (change.kind) {
    case 'holding_opened':
      openHolding.run(change.grantId, change.powerId, change.townshipId, change.fromAt, change.toAt);
      return;
    case 'end_set':
    case 'end_cleared':
      demandOne(endHolding.run(change.toAt, change.grantId).changes, change);
      demandOne(nameEnd.run(change.kind === 'end_set' ? change.endKind : null, change.grantId).changes, change);
      return;
    case 'suspension_set':
      openSuspension.run(
        change.suspensionId,
        change.grantId,
        change.suspensionKind,
        change.fromAt,
        change.toAt,
        change.suspensionKind === 'lapse' ? '' : reason,
        now,
      );
      return;
    case 'suspension_end_set':
      demandOne(endSuspension.run(change.toAt, change.suspensionId, change.grantId).changes, change);
  }
}

function demandOne(changed: number, change: LedgerChange): void {
  if (changed !== 1) throw new Error(`${change.kind} of grant ${change.grantId} met no row`);
}

export function insertGrant(tx: Tx, row: NewGrantRow): void {
  statements(tx).insertGrant.run(code.encode(row));
}
/** Writes the next version; false when somebody else wrote first. */
export function nextVersion(tx: Tx, id: string, expected: number, fields: GrantFields = {}): boolean {
  const where = and(eq(grants.id, id), eq(grants.version, expected));
  return (
    tx
      .update(grants)
      .set({ ...fields, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}

export function insertReturn(tx: Tx, row: NewReturn): void {
  tx.insert(returnCases).values(row).run();
}
export function updateReturn(tx: Tx, id: string, fields: Partial<NewReturn>): void {
  const changed = tx
    .update(returnCases)
    .set({ ...fields, version: sql`${returnCases.version} + 1` })
    .where(eq(returnCases.id, id))
    .run().changes;
  if (changed !== 1) throw new Error(`return ${id} met no row`);
}

export function insertRecall(tx: Tx, row: NewRecall): void {
  tx.insert(recallCases).values(row).run();
}
export function updateRecall(tx: Tx, id: string, fields: Partial<NewRecall>): void {
  const changed = tx
    .update(recallCases)
    .set({ ...fields, version: sql`${recallCases.version} + 1` })
    .where(eq(recallCases.id, id))
    .run().changes;
  if (changed !== 1) throw new Error(`recall ${id} met no row`);
}

type Signed = Omit<Required<NewEvent>, 'kind' | 'facts'>;
/** One event with the facts of its kind. */
export function appendEvent(tx: Tx, row: Signed & GrantEventOf): void {
  statements(tx).insertEvent.run({ ...row });
}
