import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { isOneOf } from '#db/statements/id-list.ts';
import { accounts, memberships, substitutions } from '#db/schema/accounts.ts';
import { formerPasswords } from '#db/schema/sign-in.ts';
import { organisations } from '#db/schema/organisations.ts';

const statements = prepared((db: Db) => ({
  memberships: db
    .select({
      organisationId: memberships.organisationId,
      organisationKind: organisations.kind,
      organisationName: organisations.name,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.accountId, sql.placeholder('accountId')), eq(organisations.isActive, true)))
    .prepare(),
  standing: db
    .select({ accountId: accounts.id, name: accounts.name })
    .from(substitutions)
    .innerJoin(accounts, eq(accounts.id, substitutions.awayAccountId))
    .where(
      and(
        eq(substitutions.substituteAccountId, sql.placeholder('accountId')),
        gt(substitutions.toAt, sql.placeholder('now')),
        lte(substitutions.fromAt, sql.placeholder('now')),
        isNull(substitutions.endedAt),
        isNull(accounts.disabledAt),
      ),
    )
    .prepare(),
}));

export type MembershipRow = ReturnType<typeof membershipsOf>[number];
export const membershipsOf = (db: Db, accountId: string) => statements(db).memberships.all({ accountId });
/** For whom the account stands in at this instant (AB 角). */
export const standsInFor = (db: Db, accountId: string, now: number) => statements(db).standing.all({ accountId, now });

export type AccountRow = typeof accounts.$inferSelect;
export const accountByUsername = (db: Db, username: string): AccountRow | undefined =>
  db.select().from(accounts).where(eq(accounts.username, username)).get();
export const accountById = (db: Db, id: string): AccountRow | undefined => db.select().from(accounts).where(eq(accounts.id, id)).get();

export interface AccountPage {
  readonly rows: readonly AccountRow[];
  readonly total: number;
}
const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
/** Accounts by username; an installation has hundreds, not millions. */
export function accountPage(
  db: Db,
  filter: { readonly q: string | undefined; readonly after: string | null; readonly limit: number },
): AccountPage {
  const pattern = filter.q ? `%${escapeLike(filter.q)}%` : null;
  const matches = pattern
    ? or(sql`${accounts.username} like ${pattern} escape '\\'`, sql`${accounts.name} like ${pattern} escape '\\'`)
    : undefined;
  const rows = db
    .select()
    .from(accounts)
    .where(and(matches, filter.after ? gt(accounts.username, filter.after) : undefined))
    .orderBy(asc(accounts.username))
    .limit(filter.limit + 1)
    .all();
  return {
    rows,
    total:
      db
        .select({ count: sql<number>`count(*)` })
        .from(accounts)
        .where(matches)
        .get()?.count ?? 0,
  };
}
export const membershipRows = (db: Db, accountIds: readonly string[]) =>
  db
    .select({ accountId: memberships.accountId, role: memberships.role, organisation: organisations })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(isOneOf(memberships.accountId, accountIds))
    .all();

export const formerHashes = (db: Db, accountId: string): string[] =>
  db
    .select({ passwordHash: formerPasswords.passwordHash })
    .from(formerPasswords)
    .where(eq(formerPasswords.accountId, accountId))
    .orderBy(sql`${formerPasswords.setAt} desc`)
    .limit(5)
    .all()
    .map(({ passwordHash }) => passwordHash);

export const substitutionsOf = (db: Db, accountId: string, now: number) =>
  db
    .select()
    .from(substitutions)
    .where(
      and(or(eq(substitutions.awayAccountId, accountId), eq(substitutions.substituteAccountId, accountId)), gt(substitutions.toAt, now)),
    )
    .orderBy(asc(substitutions.fromAt))
    .all();
/** Colleagues from the organisations of a person, with what each of them is where; the person comes too. */
export function colleaguesOf(db: Db, accountId: string) {
  const mine = db.select({ organisationId: memberships.organisationId }).from(memberships).where(eq(memberships.accountId, accountId));
  const colleagues = db
    .select({ accountId: memberships.accountId })
    .from(memberships)
    .where(sql`${memberships.organisationId} in ${mine}`);
  return db
    .select({ accountId: accounts.id, name: accounts.name, organisationId: memberships.organisationId, role: memberships.role })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(sql`${memberships.accountId} in ${colleagues}`, isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.name), asc(accounts.id))
    .all();
}

/** Accounts that can administer: enabled, with the role. */
export const activeAdmins = (db: Db): string[] =>
  db
    .selectDistinct({ id: accounts.id })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.role, 'admin'), isNull(accounts.disabledAt)))
    .all()
    .map(({ id }) => id);
