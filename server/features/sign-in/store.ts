import { prepared, type Tx } from '#db/connection.ts';
import { addressAttempts, sessions } from '#db/schema/sign-in.ts';
import { sql, eq, isNull, and } from 'drizzle-orm';
import type { Pruning } from '#server/records/prune.ts';
import { failuresForgotten } from './lockout.ts';

const sessionWrites = prepared((tx: Tx) => ({
  touch: tx
    .update(sessions)
    .set({ lastSeenAt: sql`${sql.placeholder('now')}` })
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
  pruneSessions: tx.$client.prepare(
    'DELETE FROM sessions WHERE rowid IN (SELECT rowid FROM sessions WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)',
  ),
  pruneAttempts: tx.$client.prepare(
    'DELETE FROM address_attempts WHERE rowid IN (SELECT rowid FROM address_attempts WHERE window_started_at <= ? ORDER BY window_started_at LIMIT ?)',
  ),
}));
export type NewSession = typeof sessions.$inferInsert;
export function insertSession(tx: Tx, row: NewSession): void {
  tx.insert(sessions).values(row).run();
}

export function touchSession(tx: Tx, tokenHash: string, now: number): void {
  sessionWrites(tx).touch.run({ tokenHash, now });
}

export function endSession(tx: Tx, accountId: string, sessionId: string, now: number): boolean {
  const where = and(eq(sessions.id, sessionId), eq(sessions.accountId, accountId), isNull(sessions.revokedAt));
  return tx.update(sessions).set({ revokedAt: now }).where(where).run().changes === 1;
}

export function countAttempt(tx: Tx, address: string, failed: number, windowStartedAt: number): void {
  tx.insert(addressAttempts)
    .values({ address, failed, windowStartedAt })
    .onConflictDoUpdate({ target: addressAttempts.address, set: { failed, windowStartedAt } })
    .run();
}

export const pruneSessions: Pruning = (tx, now, most) => sessionWrites(tx).pruneSessions.run(now, most).changes;
export const pruneAttempts: Pruning = (tx, now, most) => sessionWrites(tx).pruneAttempts.run(now - failuresForgotten, most).changes;
