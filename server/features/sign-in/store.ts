import { prepared, type Tx } from '#db/connection.ts';
import { addressAttempts, sessions } from '#db/schema/sign-in.ts';
import { sql, eq, isNull, and } from 'drizzle-orm';

const sessionWrites = prepared((tx: Tx) => ({
  touch: tx
    .update(sessions)
    .set({ lastSeenAt: sql`${sql.placeholder('now')}` })
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
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
