import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { accounts, addressAttempts, calendarDays, calendarYears, formerPasswords, memberships, organisations, sessions, settings, substitutions } from '#db/schema/accounts.ts';
import { Settings } from '#contract/accounts.ts';
import type { Calendar } from '#server/domain/deadlines.ts';

const hot = prepared((db: Db) => ({
  session: db
    .select({
      id: sessions.id,
      accountId: sessions.accountId,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      revokedAt: sessions.revokedAt,
      name: accounts.name,
      disabledAt: accounts.disabledAt,
      mustChangePassword: accounts.mustChangePassword,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
  memberships: db
    .select({ organisationId: memberships.organisationId, organisationKind: organisations.kind, organisationName: organisations.name, role: memberships.role })
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
  settings: db.select().from(settings).where(eq(settings.id, 1)).prepare(),
  organisation: db.select().from(organisations).where(eq(organisations.id, sql.placeholder('id'))).prepare(),
  calendarYears: db.select().from(calendarYears).prepare(),
  calendarDays: db.select().from(calendarDays).prepare(),
}));

export const findSession = (db: Db, tokenHash: string) => hot(db).session.get({ tokenHash });
export const membershipsOf = (db: Db, accountId: string) => hot(db).memberships.all({ accountId });
/** For whom the account stands in at this instant (AB 角). */
export const standsInFor = (db: Db, accountId: string, now: number) => hot(db).standing.all({ accountId, now });

export type OrganisationRow = typeof organisations.$inferSelect;
export const organisationById = (db: Db, id: string): OrganisationRow | undefined => hot(db).organisation.get({ id });
export const organisationsOfKind = (db: Db, kind?: OrganisationRow['kind']): OrganisationRow[] =>
  db
    .select()
    .from(organisations)
    .where(kind ? eq(organisations.kind, kind) : undefined)
    .orderBy(asc(organisations.kind), asc(organisations.divisionCode), asc(organisations.name))
    .all();
export const organisationsWithDuty = (db: Db, duty: NonNullable<OrganisationRow['duty']>): OrganisationRow[] =>
  db.select().from(organisations).where(and(eq(organisations.duty, duty), eq(organisations.isActive, true))).all();
/** The county government itself: one row. */
export const countyOrganisation = (db: Db): OrganisationRow | undefined => db.select().from(organisations).where(eq(organisations.kind, 'county')).orderBy(asc(organisations.createdAt)).get();

export interface CountySettings {
  readonly settings: Settings;
  readonly isDemo: boolean;
  readonly version: number;
}
/** The settings row is one and short, so it is read when it is needed and never goes stale. */
export function countySettings(db: Db): CountySettings {
  const row = hot(db).settings.get();
  if (!row) throw new Error('the settings of the county are missing');
  return { settings: row.values as Settings, isDemo: row.isDemo, version: row.version };
}

/** The working-day calendar as it stands; years without a published plan are provisional. */
export function workCalendar(db: Db): Calendar {
  const days = hot(db).calendarDays.all();
  return {
    publishedYears: new Set(hot(db).calendarYears.all().map(({ year }) => year)),
    holidays: new Set(days.filter(({ kind }) => kind === 'holiday').map(({ day }) => day)),
    makeUpWorkdays: new Set(days.filter(({ kind }) => kind === 'make_up_workday').map(({ day }) => day)),
  };
}

export type AccountRow = typeof accounts.$inferSelect;
export const accountByUsername = (db: Db, username: string): AccountRow | undefined => db.select().from(accounts).where(eq(accounts.username, username)).get();
export const accountById = (db: Db, id: string): AccountRow | undefined => db.select().from(accounts).where(eq(accounts.id, id)).get();

export interface AccountPage {
  readonly rows: readonly AccountRow[];
  readonly total: number;
}
const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
/** Accounts by username; an installation has hundreds, not millions. */
export function accountPage(db: Db, filter: { readonly q: string | undefined; readonly after: string | null; readonly limit: number }): AccountPage {
  const pattern = filter.q ? `%${escapeLike(filter.q)}%` : null;
  const matches = pattern ? or(sql`${accounts.username} like ${pattern} escape '\\'`, sql`${accounts.name} like ${pattern} escape '\\'`) : undefined;
  const rows = db
    .select()
    .from(accounts)
    .where(and(matches, filter.after ? gt(accounts.username, filter.after) : undefined))
    .orderBy(asc(accounts.username))
    .limit(filter.limit + 1)
    .all();
  return { rows, total: db.select({ count: sql<number>`count(*)` }).from(accounts).where(matches).get()?.count ?? 0 };
}
export const membershipRows = (db: Db, accountIds: readonly string[]) =>
  db
    .select({ accountId: memberships.accountId, role: memberships.role, organisation: organisations })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(inArray(memberships.accountId, [...accountIds]))
    .all();

export const liveSessionsOf = (db: Db, accountId: string, now: number) =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now), isNull(sessions.revokedAt)))
    .orderBy(asc(sessions.createdAt))
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

export const attemptsFrom = (db: Db, address: string) => db.select().from(addressAttempts).where(eq(addressAttempts.address, address)).get();

export const substitutionsOf = (db: Db, accountId: string, now: number) =>
  db
    .select()
    .from(substitutions)
    .where(and(or(eq(substitutions.awayAccountId, accountId), eq(substitutions.substituteAccountId, accountId)), gt(substitutions.toAt, now)))
    .orderBy(asc(substitutions.fromAt))
    .all();
/** Colleagues who have at least the same roles in the same organisations: only they can stand in. */
export function substituteCandidates(db: Db, accountId: string): { readonly accountId: string; readonly name: string }[] {
  const mine = db.select().from(memberships).where(eq(memberships.accountId, accountId)).all();
  if (mine.length === 0) return [];
  return db
    .select({ accountId: accounts.id, name: accounts.name })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(inArray(memberships.organisationId, [...new Set(mine.map(({ organisationId }) => organisationId))]), isNull(accounts.disabledAt), sql`${accounts.id} <> ${accountId}`))
    .groupBy(accounts.id)
    .orderBy(asc(accounts.name))
    .all();
}

export const membershipCount = (db: Db, organisationId: string): number =>
  db.select({ count: sql<number>`count(*)` }).from(memberships).where(eq(memberships.organisationId, organisationId)).get()?.count ?? 0;
/** Accounts that can administer: enabled, with the role. */
export const activeAdmins = (db: Db): string[] =>
  db
    .selectDistinct({ id: accounts.id })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.role, 'admin'), isNull(accounts.disabledAt)))
    .all()
    .map(({ id }) => id);
