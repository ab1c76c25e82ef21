import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/connection.ts';
import { accounts, memberships, substitutions } from '#db/schema/accounts.ts';
import { formerPasswords, sessions } from '#db/schema/sign-in.ts';
import type { Role } from '#server/domain/values/words.ts';

type NewAccount = typeof accounts.$inferInsert;
type NewSubstitution = typeof substitutions.$inferInsert;

export function insertAccount(tx: Tx, row: NewAccount): void {
  tx.insert(accounts).values(row).run();
}

export function updateAccount(tx: Tx, id: string, expected: number, fields: Partial<NewAccount>): boolean {
  const where = and(eq(accounts.id, id), eq(accounts.version, expected));
  return (
    tx
      .update(accounts)
      .set({ ...fields, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}

/** Counters and secrets of an account change beside what administrators edit, so they do not touch its version. */
export function setSecrets(
  tx: Tx,
  id: string,
  fields: Pick<
    Partial<NewAccount>,
    'failedSignIns' | 'failedSignInAt' | 'lockedUntilAt' | 'lastSignInAt' | 'passwordHash' | 'passwordChangedAt' | 'mustChangePassword'
  >,
): void {
  tx.update(accounts).set(fields).where(eq(accounts.id, id)).run();
}

export function keepFormerPassword(tx: Tx, accountId: string, setAt: number, passwordHash: string): void {
  tx.insert(formerPasswords).values({ accountId, setAt, passwordHash }).onConflictDoNothing().run();
}

export function replaceMemberships(
  tx: Tx,
  accountId: string,
  rows: readonly { readonly organisationId: string; readonly role: Role }[],
): void {
  tx.delete(memberships).where(eq(memberships.accountId, accountId)).run();
  // One by one: a statement for each number of rows would stay prepared for good.
  for (const row of rows)
    tx.insert(memberships)
      .values({ accountId, ...row })
      .onConflictDoNothing()
      .run();
}

/** Ends the sessions of an account, save one that may stay. */
export function endSessions(tx: Tx, accountId: string, now: number, exceptId: string | null = null): number {
  const others = exceptId === null ? undefined : sql`${sessions.id} <> ${exceptId}`;
  return tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.revokedAt), others))
    .run().changes;
}

export function insertSubstitution(tx: Tx, row: NewSubstitution): void {
  tx.insert(substitutions).values(row).run();
}

export function closeSubstitution(tx: Tx, id: string, now: number): boolean {
  return (
    tx
      .update(substitutions)
      .set({ endedAt: now, version: sql`${substitutions.version} + 1` })
      .where(and(eq(substitutions.id, id), isNull(substitutions.endedAt)))
      .run().changes === 1
  );
}
