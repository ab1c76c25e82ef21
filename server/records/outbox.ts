import { prepared, type Tx } from '#db/connection.ts';

export interface OutboxEntry {
  readonly at: number;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const statements = prepared((tx: Tx) => ({
  insert: tx.$client.prepare('INSERT INTO outbox (at, kind, subject_kind, subject_id, payload) VALUES (?, ?, ?, ?, ?)'),
}));

/** Says what others must hear of, in the transaction of the change: told if and only if it happened. */
export function appendOutbox(tx: Tx, { at, kind, subjectKind, subjectId, payload }: OutboxEntry): void {
  statements(tx).insert.run(at, kind, subjectKind, subjectId, JSON.stringify(payload));
}
