import { prepared, type Tx } from '#db/connection.ts';

export interface RequestKey {
  readonly actorId: string;
  readonly key: string;
  readonly operation: string;
  readonly bodyHash: string;
}

export type Recalled =
  { readonly kind: 'unknown' } | { readonly kind: 'done'; readonly resultId: string | null } | { readonly kind: 'reused' };

/** How long a repeated request is known again: longer than any browser or proxy repeats one by itself. */
export const keyLifetime = 72 * 3_600_000;

const statements = prepared((tx: Tx) => ({
  find: tx.$client.prepare('SELECT operation, body_hash, result_id FROM idempotency_keys WHERE actor_id = ? AND key = ?').raw(),
  insert: tx.$client.prepare(
    'INSERT INTO idempotency_keys (actor_id, key, operation, body_hash, result_id, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  prune: tx.$client.prepare(
    'DELETE FROM idempotency_keys WHERE rowid IN (SELECT rowid FROM idempotency_keys WHERE created_at <= ? ORDER BY created_at LIMIT ?)',
  ),
}));

/** What this person's key has done before; a key that served another operation or body is no repetition (RULES.md R2). */
export function recallKey(tx: Tx, { actorId, key, operation, bodyHash }: RequestKey): Recalled {
  const found = statements(tx).find.get(actorId, key) as [operation: string, bodyHash: string, resultId: string | null] | undefined;
  if (!found) return { kind: 'unknown' };
  return found[0] === operation && found[1] === bodyHash ? { kind: 'done', resultId: found[2] } : { kind: 'reused' };
}

export function keepKey(tx: Tx, { actorId, key, operation, bodyHash }: RequestKey, resultId: string | null, now: number): void {
  statements(tx).insert.run(actorId, key, operation, bodyHash, resultId, now);
}

/** Forgets keys that are too old, at most so many, and returns how many. */
export const pruneKeys = (tx: Tx, now: number, most: number): number => statements(tx).prune.run(now - keyLifetime, most).changes;
