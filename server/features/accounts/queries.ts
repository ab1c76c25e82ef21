import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
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
import { holdings } from '#db/schema/grants.ts';
import { powers } from '#db/schema/menu.ts';
import type { Settings } from '#contract/organisations/settings.ts';
import { menuSettings } from '#server/features/organisations/index.ts';
import type { Calendar } from '#server/domain/time/deadlines.ts';

const hot = prepared((db: Db) => ({
  // Raw, and the person's posts at once: every request begins with it.
  session: db.$client
    .prepare(
      `SELECT s.id, s.account_id, s.last_seen_at, s.expires_at, s.revoked_at, a.name, a.disabled_at, a.must_change_password, o.id, o.kind, o.name, m.role
       FROM sessions s JOIN accounts a ON a.id = s.account_id LEFT JOIN memberships m ON m.account_id = a.id
       LEFT JOIN organisations o ON o.id = m.organisation_id AND o.is_active = 1 WHERE s.token_hash = ?`,
    )
    .raw(),
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
  settings: db.select().from(settings).where(eq(settings.id, 1)).prepare(),
  organisation: db
    .select()
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder('id')))
    .prepare(),
  organisationName: db.$client.prepare('SELECT name FROM organisations WHERE id = ?').pluck(),
  calendar: db.$client
    .prepare(
      `SELECT (SELECT json_group_array(year) FROM calendar_years),
        (SELECT json_group_array(day) FROM calendar_days WHERE kind = 'holiday'),
        (SELECT json_group_array(day) FROM calendar_days WHERE kind = 'make_up_workday')`,
    )
    .raw(),
  kept: nothingKept(),
  ownChanges: db.$client.prepare('SELECT total_changes()').pluck(),
  changesOfOthers: db.$client.prepare('PRAGMA data_version').pluck(),
  // The very words of the index organisations_county: SQLite takes a partial index only where its condition is repeated.
  county: db
    .select()
    .from(organisations)
    .where(sql`kind = 'county'`)
    .orderBy(asc(organisations.createdAt))
    .limit(1)
    .prepare(),
}));

type MembershipRow = ReturnType<typeof membershipsOf>[number];
type SessionColumns = readonly [
  ...[id: string, accountId: string, lastSeenAt: number, expiresAt: number, revokedAt: number | null],
  ...[name: string, disabledAt: number | null, mustChangePassword: 0 | 1],
  ...[organisationId: string | null, kind: MembershipRow['organisationKind'], organisationName: string, role: MembershipRow['role']],
];
/** A session with whose it is and the posts of that person. */
export function findSession(db: Db, tokenHash: string) {
  const rows = hot(db).session.all(tokenHash) as SessionColumns[];
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
export const membershipsOf = (db: Db, accountId: string) => hot(db).memberships.all({ accountId });
/** For whom the account stands in at this instant (AB 角). */
export const standsInFor = (db: Db, accountId: string, now: number) => hot(db).standing.all({ accountId, now });

export type OrganisationRow = typeof organisations.$inferSelect;
export const organisationById = (db: Db, id: string): OrganisationRow | undefined => hot(db).organisation.get({ id });
export const organisationName = (db: Db, id: string): string | undefined => hot(db).organisationName.get(id) as string | undefined;
export const organisationsOfKind = (db: Db, kind?: OrganisationRow['kind']): OrganisationRow[] =>
  db
    .select()
    .from(organisations)
    .where(kind ? eq(organisations.kind, kind) : undefined)
    .orderBy(asc(organisations.kind), asc(organisations.divisionCode), asc(organisations.name))
    .all();
/** The county government itself: one row. */
export const countyOrganisation = (db: Db): OrganisationRow | undefined => hot(db).county.get();

export interface CountySettings {
  readonly settings: Settings;
  readonly isDemo: boolean;
  readonly version: number;
}
/** The settings row is one and short, so it is read when it is needed and never goes stale. */
export function countySettings(db: Db): CountySettings {
  const row = hot(db).settings.get();
  if (!row) throw new Error('the settings of the county are missing');
  return { settings: { ...menuSettings, ...(row.values as Settings) }, isDemo: row.isDemo, version: row.version };
}

/** The working-day calendar as it stands; years without a published plan are provisional. One row: reading a hundred costs ten times as much. */
export function workCalendar(db: Db): Calendar {
  const { calendar, kept } = hot(db);
  // Inside a transaction the counters also count what may yet be undone.
  const changes = db.$client.inTransaction ? null : changesSoFar(db);
  if (changes !== null && kept.changes === changes && kept.calendar) return kept.calendar;
  const [years, holidays, makeUpWorkdays] = calendar.get() as [string, string, string];
  const text = `${years}${holidays}${makeUpWorkdays}`;
  // The same words mean the same days: only the understanding is kept.
  if (kept.text !== text || !kept.calendar) {
    kept.calendar = {
      publishedYears: new Set(JSON.parse(years) as number[]),
      holidays: new Set(JSON.parse(holidays) as string[]),
      makeUpWorkdays: new Set(JSON.parse(makeUpWorkdays) as string[]),
    };
  }
  Object.assign(kept, { text, changes });
  return kept.calendar;
}
/** Rows changed through this connection, and whether another one has changed any: while both stay, nothing that is committed has changed. */
function changesSoFar(db: Db): string {
  const { ownChanges, changesOfOthers } = hot(db);
  return `${String(ownChanges.get())} ${String(changesOfOthers.get())}`;
}
interface KeptCalendar {
  text: string;
  changes: string | null;
  calendar: Calendar | null;
}
const nothingKept = (): KeptCalendar => ({ text: '', changes: null, calendar: null });

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

export const attemptsFrom = (db: Db, address: string) =>
  db.select().from(addressAttempts).where(eq(addressAttempts.address, address)).get();

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
  const colleagues = db.select({ accountId: memberships.accountId }).from(memberships).where(inArray(memberships.organisationId, mine));
  return db
    .select({ accountId: accounts.id, name: accounts.name, organisationId: memberships.organisationId, role: memberships.role })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(inArray(memberships.accountId, colleagues), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.name), asc(accounts.id))
    .all();
}

export const membershipCount = (db: Db, organisationId: string): number =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
    .get()?.count ?? 0;
export const organisationIdsWithMembers = (db: Db): string[] =>
  db
    .selectDistinct({ id: memberships.organisationId })
    .from(memberships)
    .all()
    .map(({ id }) => id);
/** Whether powers belong to a department, or are held by a township now or later. */
export const hasPowers = (db: Db, organisationId: string, now: number): boolean =>
  db.select({ id: powers.id }).from(powers).where(eq(powers.departmentId, organisationId)).limit(1).get() !== undefined ||
  db
    .select({ id: holdings.grantId })
    .from(holdings)
    .where(and(eq(holdings.townshipId, organisationId), gt(holdings.toAt, now)))
    .limit(1)
    .get() !== undefined;
/** Accounts that can administer: enabled, with the role. */
export const activeAdmins = (db: Db): string[] =>
  db
    .selectDistinct({ id: accounts.id })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.role, 'admin'), isNull(accounts.disabledAt)))
    .all()
    .map(({ id }) => id);
/** False only before the county has been named, on a new installation. */
export const hasSettings = (db: Db): boolean => hot(db).settings.get() !== undefined;
