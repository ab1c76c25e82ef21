import type { Settings } from '#contract/organisations/settings.ts';
import { prepared, type Db } from '#db/connection.ts';
import { isWriting } from '#db/one-state.ts';
import { settings, organisations } from '#db/schema/organisations.ts';
import { memberships } from '#db/schema/accounts.ts';
import type { Calendar } from '#server/domain/time/deadlines.ts';
import { menuSettings } from './default-settings.ts';
import { asc, eq, sql } from 'drizzle-orm';

const organisationStatements = prepared((db: Db) => ({
  settings: db.select().from(settings).where(eq(settings.id, 1)).prepare(),
  organisation: db
    .select()
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder('id')))
    .prepare(),
  organisationName: db.$client.prepare('SELECT name FROM organisations WHERE id = ?').pluck(),
  names: db.$client.prepare(
    'SELECT id, kind, name, short_name AS shortName FROM organisations WHERE id IN (SELECT value FROM json_each(?))',
  ),
  // The very words of the index organisations_county: SQLite takes a partial index only where its condition is repeated.
  county: db
    .select()
    .from(organisations)
    .where(sql`kind = 'county'`)
    .orderBy(asc(organisations.createdAt))
    .limit(1)
    .prepare(),
}));

const calendarStatements = prepared((db: Db) => ({
  calendar: db.$client
    .prepare(
      `SELECT (SELECT json_group_array(year) FROM calendar_years),
        (SELECT json_group_array(day) FROM calendar_days WHERE kind = 'holiday'),
        (SELECT json_group_array(day) FROM calendar_days WHERE kind = 'make_up_workday')`,
    )
    .raw(),
  cached: nothingCached(),
  ownChanges: db.$client.prepare('SELECT total_changes()').pluck(),
  changesOfOthers: db.$client.prepare('PRAGMA data_version').pluck(),
}));
export type OrganisationRow = typeof organisations.$inferSelect;
export const organisationById = (db: Db, id: string): OrganisationRow | undefined => organisationStatements(db).organisation.get({ id });
/** A body as other pages name it. */
export type NameRow = Pick<OrganisationRow, 'id' | 'kind' | 'name' | 'shortName'>;
export function namesOf(db: Db, ids: Iterable<string>): ReadonlyMap<string, NameRow> {
  const rows = organisationStatements(db).names.all(JSON.stringify([...new Set(ids)])) as NameRow[];
  return new Map(rows.map((row) => [row.id, row]));
}
export function nameIn(names: ReadonlyMap<string, NameRow>, id: string): NameRow {
  const name = names.get(id);
  if (!name) throw new Error(`organisation ${id} is referred to but missing`);
  return name;
}
export const nameOf = (db: Db, id: string): NameRow => nameIn(namesOf(db, [id]), id);
export const organisationName = (db: Db, id: string): string | undefined =>
  organisationStatements(db).organisationName.get(id) as string | undefined;
export const organisationsOfKind = (db: Db, kind?: OrganisationRow['kind']): OrganisationRow[] =>
  db
    .select()
    .from(organisations)
    .where(kind ? eq(organisations.kind, kind) : undefined)
    .orderBy(asc(organisations.kind), asc(organisations.divisionCode), asc(organisations.name))
    .all();
/** The county government itself: one row. */
export const countyOrganisation = (db: Db): OrganisationRow | undefined => organisationStatements(db).county.get();
export interface CountySettings {
  readonly settings: Settings;
  readonly isDemo: boolean;
  readonly version: number;
}

/** The settings row is one and short, so it is read when it is needed and never goes stale. */
export function countySettings(db: Db): CountySettings {
  const row = organisationStatements(db).settings.get();
  if (!row) throw new Error('the settings of the county are missing');
  return { settings: { ...menuSettings, ...(row.values as Settings) }, isDemo: row.isDemo, version: row.version };
}

interface CachedCalendar {
  text: string;
  changes: string | null;
  calendar: Calendar | null;
}
const nothingCached = (): CachedCalendar => ({ text: '', changes: null, calendar: null });
/** Rows changed through this connection, and whether another one has changed any: while both stay, nothing that is committed has changed. */
function changesSoFar(db: Db): string {
  const { ownChanges, changesOfOthers } = calendarStatements(db);
  return `${String(ownChanges.get())} ${String(changesOfOthers.get())}`;
}

/** The working-day calendar as it stands; years without a published plan are provisional. One row: reading a hundred costs ten times as much. */
export function workCalendar(db: Db): Calendar {
  const { calendar, cached } = calendarStatements(db);
  // Inside a transaction the counters also count what may yet be undone.
  const changes = isWriting(db) ? null : changesSoFar(db);
  if (changes !== null && cached.changes === changes && cached.calendar) return cached.calendar;
  const [years, holidays, makeUpWorkdays] = calendar.get() as [string, string, string];
  const text = `${years}${holidays}${makeUpWorkdays}`;
  // The same words mean the same days: only the understanding is kept.
  if (cached.text !== text || !cached.calendar) {
    cached.calendar = {
      publishedYears: new Set(JSON.parse(years) as number[]),
      holidays: new Set(JSON.parse(holidays) as string[]),
      makeUpWorkdays: new Set(JSON.parse(makeUpWorkdays) as string[]),
    };
  }
  Object.assign(cached, { text, changes });
  return cached.calendar;
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

/** False only before the county has been named, on a new installation. */
export const hasSettings = (db: Db): boolean => organisationStatements(db).settings.get() !== undefined;
