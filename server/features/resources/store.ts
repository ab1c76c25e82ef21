import { prepared, type Tx } from '#db/connection.ts';
import type { CommitmentState } from '#server/domain/requests/readiness.ts';
import type { ResourceKind, ResourceUnit } from '#server/domain/values/words.ts';

export interface NewCommitment {
  readonly id: string;
  readonly requestId: string;
  readonly key: string;
  readonly townshipId: string;
  readonly organisationId: string;
  readonly powerId: string;
  readonly kind: ResourceKind;
  readonly unit: ResourceUnit;
  readonly amount: number;
  readonly description: string;
  readonly dueAt: number;
  readonly createdAt: number;
}

/** What an act leaves behind; the rest of the row never changes. */
export interface CommitmentProgress {
  readonly state: CommitmentState;
  readonly waivedUntilAt: number | null;
  readonly evidence: string | null;
  readonly deliveredAt: number | null;
  readonly confirmedAt: number | null;
  readonly disputeText: string | null;
}

const statements = prepared((tx: Tx) => ({
  insert: tx.$client.prepare(
    `INSERT INTO commitments (id, request_id, key, township_id, organisation_id, power_id, kind, unit, amount, description, due_at, state, version, created_at)
     VALUES (@id, @requestId, @key, @townshipId, @organisationId, @powerId, @kind, @unit, @amount, @description, @dueAt, 'promised', 1, @createdAt)`,
  ),
  update: tx.$client.prepare(
    `UPDATE commitments SET state = @state, waived_until_at = @waivedUntilAt, evidence = @evidence, delivered_at = @deliveredAt, confirmed_at = @confirmedAt,
       dispute_text = @disputeText, version = @expected + 1
     WHERE id = @id AND version = @expected`,
  ),
}));

export function insertCommitment(tx: Tx, row: NewCommitment): void {
  statements(tx).insert.run(row);
}

/** Writes the next version; false when somebody else wrote first. */
export function saveCommitment(
  tx: Tx,
  id: string,
  expected: number,
  { state, waivedUntilAt, evidence, deliveredAt, confirmedAt, disputeText }: CommitmentProgress,
): boolean {
  return statements(tx).update.run({ id, expected, state, waivedUntilAt, evidence, deliveredAt, confirmedAt, disputeText }).changes === 1;
}
