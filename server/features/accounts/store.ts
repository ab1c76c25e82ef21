import { and, eq, isNull, sql } from 'drizzle-orm';
import { prepared, type Tx } from '#db/connection.ts';
import {
  accounts,
  addressAttempts,
  formerPasswords,
  memberships,
  organisations,
  sessions,
  settings,
  substitutions,
} from '#db/schema/accounts.ts';
import type { Settings } from '#contract/organisations/settings.ts';
import type { Role } from '#server/domain/values/words.ts';

type NewOrganisation = typeof organisations.$inferInsert;
type NewAccount = typeof accounts.$inferInsert;
type NewSession = typeof sessions.$inferInsert;
type NewSubstitution = typeof substitutions.$inferInsert;

const hot = prepared((tx: Tx) => ({
  touch: tx
    .update(sessions)
    .set({ lastSeenAt: sql`${sql.placeholder('now')}` })
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
}));

export function insertOrganisation(tx: Tx, row: NewOrganisation): void {
  tx.insert(organisations).values(row).run();
}
/** Writes the next version; false when somebody else wrote first. */
export function updateOrganisation(tx: Tx, id: string, expected: number, fields: Partial<NewOrganisation>): boolean {
  const where = and(eq(organisations.id, id), eq(organisations.version, expected));
  return (
    tx
      .update(organisations)
      .set({ ...fields, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}

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
    'failedSignIns' | 'lockedUntilAt' | 'lastSignInAt' | 'passwordHash' | 'passwordChangedAt' | 'mustChangePassword'
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
  if (rows.length > 0)
    tx.insert(memberships)
      .values(rows.map((row) => ({ accountId, ...row })))
      .onConflictDoNothing()
      .run();
}

export function insertSession(tx: Tx, row: NewSession): void {
  tx.insert(sessions).values(row).run();
}
export function touchSession(tx: Tx, tokenHash: string, now: number): void {
  hot(tx).touch.run({ tokenHash, now });
}
export function endSession(tx: Tx, accountId: string, sessionId: string, now: number): boolean {
  const where = and(eq(sessions.id, sessionId), eq(sessions.accountId, accountId), isNull(sessions.revokedAt));
  return tx.update(sessions).set({ revokedAt: now }).where(where).run().changes === 1;
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

export function countAttempt(tx: Tx, address: string, failed: number, windowStartedAt: number): void {
  tx.insert(addressAttempts)
    .values({ address, failed, windowStartedAt })
    .onConflictDoUpdate({ target: addressAttempts.address, set: { failed, windowStartedAt } })
    .run();
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

export function insertSettings(tx: Tx, values: Settings, isDemo: boolean): void {
  tx.insert(settings).values({ id: 1, values, isDemo, version: 1 }).run();
}
export function updateSettings(tx: Tx, expected: number, values: Settings): boolean {
  return (
    tx
      .update(settings)
      .set({ values, version: expected + 1 })
      .where(and(eq(settings.id, 1), eq(settings.version, expected)))
      .run().changes === 1
  );
}
