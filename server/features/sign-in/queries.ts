import { prepared, type Db } from '#db/connection.ts';
import { addressAttempts, sessions } from '#db/schema/sign-in.ts';
import type { MembershipRow } from '#server/features/accounts/index.ts';
import { and, eq, gt, isNull, asc } from 'drizzle-orm';

const sessionWithPosts = `SELECT s.id, s.account_id, s.last_seen_at, s.expires_at, s.revoked_at, a.name, a.disabled_at, a.must_change_password, o.id, o.kind, o.name, m.role
  FROM sessions s JOIN accounts a ON a.id = s.account_id LEFT JOIN memberships m ON m.account_id = a.id
  LEFT JOIN organisations o ON o.id = m.organisation_id AND o.is_active = 1`;

const sessionStatements = prepared((db: Db) => ({
  // Raw, and the person's posts at once: every request begins with it, and every change asks again.
  session: db.$client.prepare(`${sessionWithPosts} WHERE s.token_hash = ?`).raw(),
  sessionById: db.$client.prepare(`${sessionWithPosts} WHERE s.id = ?`).raw(),
}));

/** A session with whose it is and the posts of that person. */
export const findSession = (db: Db, tokenHash: string) => sessionIn(sessionStatements(db).session.all(tokenHash) as SessionColumns[]);
export const sessionById = (db: Db, id: string) => sessionIn(sessionStatements(db).sessionById.all(id) as SessionColumns[]);
function sessionIn(rows: readonly SessionColumns[]) {
  const [first] = rows;
  if (!first) return undefined;
  const [id, accountId, lastSeenAt, expiresAt, revokedAt, name, disabledAt, mustChangePassword] = first;
  const own: MembershipRow[] = [];
  for (const [, , , , , , , , organisationId, organisationKind, organisationName, role] of rows)
    if (organisationId !== null) own.push({ organisationId, organisationKind, organisationName, role });
  return {
    id,
    accountId,
    lastSeenAt,
    expiresAt,
    revokedAt,
    name,
    disabledAt,
    mustChangePassword: mustChangePassword === 1,
    memberships: own,
  };
}
type SessionColumns = readonly [
  ...[id: string, accountId: string, lastSeenAt: number, expiresAt: number, revokedAt: number | null],
  ...[name: string, disabledAt: number | null, mustChangePassword: 0 | 1],
  ...[organisationId: string | null, kind: MembershipRow['organisationKind'], organisationName: string, role: MembershipRow['role']],
];
export const liveSessionsOf = (db: Db, accountId: string, now: number) =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now), isNull(sessions.revokedAt)))
    .orderBy(asc(sessions.createdAt))
    .all();
export const attemptsFrom = (db: Db, address: string) =>
  db.select().from(addressAttempts).where(eq(addressAttempts.address, address)).get();
