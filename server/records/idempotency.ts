import { prepared, type Tx } from '#db/connection.ts';

export interface RequestKey {
  readonly actorId: string;
  readonly key: string;
  readonly operation: string;
  readonly bodyHash: string;
}

export type Recalled = { readonly kind: 'unknown' } | { readonly kind: 'answered'; readonly answer: string } | { readonly kind: 'reused' };

const statements = prepared((tx: Tx) => ({
  find: tx.$client.prepare('SELECT operation, body_hash, answer FROM idempotency_keys WHERE actor_id = ? AND key = ?').raw(),
  insert: tx.$client.prepare(
    `INSERT INTO idempotency_keys (actor_id, key, operation, body_hash, status, answer, created_at) VALUES (?, ?, ?, ?, 'done', ?, ?)`,
  ),
}));

/** What this person's key has answered before; a key that served another operation or body is no repetition (trust.md R2). */
export function recallAnswer(tx: Tx, { actorId, key, operation, bodyHash }: RequestKey): Recalled {
  const found = statements(tx).find.get(actorId, key) as [operation: string, bodyHash: string, answer: string] | undefined;
  if (!found) return { kind: 'unknown' };
  return found[0] === operation && found[1] === bodyHash ? { kind: 'answered', answer: found[2] } : { kind: 'reused' };
}

export function keepAnswer(tx: Tx, { actorId, key, operation, bodyHash }: RequestKey, answer: string, now: number): void {
  statements(tx).insert.run(actorId, key, operation, bodyHash, answer, now);
}
