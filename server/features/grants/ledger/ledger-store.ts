import { prepared, type Tx } from '#db/connection.ts';
import type { LedgerChange } from '#server/domain/ledger/ledger.ts';
import { entryOf } from '#server/domain/ledger/ledger-proof.ts';

const statements = prepared((tx: Tx) => ({
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
