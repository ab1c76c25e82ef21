import { countUpTo } from '#db/statements/count-up-to.ts';
import { and, asc, eq, gt, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { prepared, type Db } from '#db/connection.ts';
import { scopeCondition } from '#db/statements/scope-condition.ts';
import type { townshipRecordScope } from '#server/domain/people/visibility.ts';
import { organisations } from '#db/schema/organisations.ts';
import { directoryEntries, dutyEntries, townshipPowers } from '#db/schema/directory.ts';
import { powers } from '#db/schema/powers.ts';
import { statutes, statuteVersions } from '#db/schema/statutes.ts';
import type { StatutoryType, TownshipKind } from '#server/domain/values/words.ts';

export type EntryRow = typeof directoryEntries.$inferSelect;
export type DutyRow = typeof dutyEntries.$inferSelect;
export type TownshipPowerRow = typeof townshipPowers.$inferSelect;

const linked = { powerCode: powers.code, powerName: powers.name };
const statements = prepared((db: Db) => ({
  entry: db
    .select({ row: directoryEntries, ...linked })
    .from(directoryEntries)
    .leftJoin(powers, eq(powers.id, directoryEntries.powerId))
    .where(eq(directoryEntries.id, sql.placeholder('id')))
    .prepare(),
  duty: db
    .select({ row: dutyEntries, townshipName: organisations.name, ...linked })
    .from(dutyEntries)
    .leftJoin(organisations, eq(organisations.id, dutyEntries.townshipId))
    .leftJoin(powers, eq(powers.id, dutyEntries.powerId))
    .where(eq(dutyEntries.id, sql.placeholder('id')))
    .prepare(),
  townshipPower: db
    .select({ row: townshipPowers, ...linked })
    .from(townshipPowers)
    .leftJoin(powers, eq(powers.id, townshipPowers.powerId))
    .where(eq(townshipPowers.id, sql.placeholder('id')))
    .prepare(),
  power: db.$client.prepare('SELECT merged_into_id AS mergedIntoId FROM powers WHERE id = ?'),
  // One and the same duty on the county's list and on those of its townships: found by list and name within each of them.
  dutiesNamed: db.$client
    .prepare(
      `SELECT id FROM duty_entries WHERE list = :list AND name = :name AND township_id IS NULL
       UNION ALL
       SELECT d.id FROM organisations o JOIN duty_entries d ON d.township_id = o.id AND d.list = :list AND d.name = :name
       WHERE o.division_code IS NOT NULL AND o.division_code > ''`,
    )
    .pluck(),
  ofPower: db.$client.prepare(
    `SELECT 'directory_entry' AS kind, id FROM directory_entries WHERE power_id = :powerId
     UNION ALL SELECT 'duty_entry', id FROM duty_entries WHERE power_id = :powerId
     UNION ALL SELECT 'township_power', id FROM township_powers WHERE power_id = :powerId`,
  ),
}));

export const entryById = (db: Db, id: string) => statements(db).entry.get({ id });
export const dutyById = (db: Db, id: string) => statements(db).duty.get({ id });
export const townshipPowerById = (db: Db, id: string) => statements(db).townshipPower.get({ id });
export type LinkedEntry = NonNullable<ReturnType<typeof entryById>>;
export type LinkedDuty = NonNullable<ReturnType<typeof dutyById>>;
export type LinkedTownshipPower = NonNullable<ReturnType<typeof townshipPowerById>>;

/** Undefined for an unknown power. */
export const powerStanding = (db: Db, id: string) => statements(db).power.get(id) as { readonly mergedIntoId: string | null } | undefined;

export const dutiesNamed = (db: Db, list: DutyRow['list'], name: string): string[] =>
  statements(db).dutiesNamed.all({ list, name }) as string[];
/** Everything here that speaks of a power. */
export const entriesOfPower = (db: Db, powerId: string) =>
  statements(db).ofPower.all({ powerId }) as { readonly kind: 'directory_entry' | 'duty_entry' | 'township_power'; readonly id: string }[];

export const entryByCode = (db: Db, code: string): EntryRow | undefined =>
  db.select().from(directoryEntries).where(eq(directoryEntries.code, code)).get();
/** A line of a list by what makes it unique: the list, for whom it speaks, and its name. */
export const dutyByName = (db: Db, list: DutyRow['list'], townshipId: string | null, name: string): DutyRow | undefined =>
  db
    .select()
    .from(dutyEntries)
    .where(
      and(
        // The very words of the index duty_entries_once_in_county.
        townshipId === null ? sql`township_id is null` : eq(dutyEntries.townshipId, townshipId),
        eq(dutyEntries.list, list),
        eq(dutyEntries.name, name),
      ),
    )
    .get();
export const townshipPowerByName = (db: Db, name: string): TownshipPowerRow | undefined =>
  db.select().from(townshipPowers).where(eq(townshipPowers.name, name)).get();

export interface Search {
  readonly q?: string | undefined;
  readonly link?: 'linked' | 'unlinked' | undefined;
  readonly powerId?: string | undefined;
  readonly after: string | null;
  readonly limit: number;
}
export interface Rows<T> {
  readonly rows: readonly T[];
  readonly total: number;
}
const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
const holds = (q: string | undefined, ...columns: readonly AnySQLiteColumn[]): SQL | undefined =>
  q?.trim() ? or(...columns.map((column) => sql`${column} like ${`%${escapeLike(q.trim())}%`} escape '\\'`)) : undefined;
const linkIs = ({ link, powerId }: Search, column: AnySQLiteColumn): SQL | undefined =>
  and(
    link === undefined ? undefined : link === 'linked' ? isNotNull(column) : isNull(column),
    powerId === undefined ? undefined : eq(column, powerId),
  );

type Table = typeof directoryEntries | typeof dutyEntries | typeof townshipPowers;
const counted = (db: Db, table: Table, wanted: SQL | undefined): number => {
  const found = db
    .select({ one: sql`1` })
    .from(table)
    .where(wanted);
  return countUpTo(db, found);
};

export interface EntrySearch extends Search {
  readonly statutoryType?: StatutoryType | undefined;
  readonly state?: 'in_force' | 'ended' | undefined;
  readonly today: string;
}
/** Entries by code; one that ends later is still in force today. */
export function entryPage(db: Db, page: EntrySearch): Rows<LinkedEntry> {
  const { q, statutoryType, state, today, after, limit } = page;
  const { endedOn } = directoryEntries;
  const isInForce = sql`(${endedOn} is null or ${endedOn} > ${today})`;
  const wanted = and(
    holds(q, directoryEntries.name, directoryEntries.code),
    linkIs(page, directoryEntries.powerId),
    statutoryType === undefined ? undefined : eq(directoryEntries.statutoryType, statutoryType),
    state === undefined ? undefined : state === 'in_force' ? isInForce : sql`not ${isInForce}`,
  );
  const rows = db
    .select({ row: directoryEntries, ...linked })
    .from(directoryEntries)
    .leftJoin(powers, eq(powers.id, directoryEntries.powerId))
    .where(and(wanted, after === null ? undefined : gt(directoryEntries.code, after)))
    .orderBy(asc(directoryEntries.code))
    .limit(limit + 1)
    .all();
  return { rows, total: counted(db, directoryEntries, wanted) };
}

export interface DutySearch extends Search {
  readonly list?: DutyRow['list'] | undefined;
  /** Whose lists are open beside those that speak for the whole county. */
  readonly scope: ReturnType<typeof townshipRecordScope>;
  /** Of these only those of one township, or of the whole county. */
  readonly townshipId: string | undefined;
}
/** What a list says that speaks for all townships. */
export const wholeCounty = 'county';

/** Whose lists are wanted, of those that are open. */
function ofWhom({ scope, townshipId: named }: Pick<DutySearch, 'scope' | 'townshipId'>): SQL | undefined {
  const { townshipId } = dutyEntries;
  if (named !== undefined) return named === wholeCounty ? isNull(townshipId) : eq(townshipId, named);
  return scope === 'all' ? undefined : or(scopeCondition(scope, { townshipId }), isNull(townshipId));
}

export function dutyPage(db: Db, page: DutySearch): Rows<LinkedDuty> {
  const { q, list, after, limit } = page;
  const { townshipId } = dutyEntries;
  const whose = ofWhom(page);
  const wanted = and(
    whose,
    list === undefined ? undefined : eq(dutyEntries.list, list),
    linkIs(page, dutyEntries.powerId),
    holds(q, dutyEntries.name),
  );
  // Found by township, then put in order: without the sign SQLite would read all lists of all townships in the order of their ids.
  const order = whose === undefined ? asc(dutyEntries.id) : sql`+${dutyEntries.id}`;
  const rows = db
    .select({ row: dutyEntries, townshipName: organisations.name, ...linked })
    .from(dutyEntries)
    .leftJoin(organisations, eq(organisations.id, townshipId))
    .leftJoin(powers, eq(powers.id, dutyEntries.powerId))
    .where(and(wanted, after === null ? undefined : gt(dutyEntries.id, after)))
    .orderBy(order)
    .limit(limit + 1)
    .all();
  return { rows, total: counted(db, dutyEntries, wanted) };
}

export function townshipPowerPage(db: Db, page: Search & { readonly kind?: TownshipKind | undefined }): Rows<LinkedTownshipPower> {
  const { q, kind, after, limit } = page;
  const { kinds } = townshipPowers;
  const wanted = and(
    holds(q, townshipPowers.name),
    linkIs(page, townshipPowers.powerId),
    kind === undefined
      ? undefined
      : sql`(json_array_length(${kinds}) = 0 or exists (select 1 from json_each(${kinds}) where value = ${kind}))`,
  );
  const rows = db
    .select({ row: townshipPowers, ...linked })
    .from(townshipPowers)
    .leftJoin(powers, eq(powers.id, townshipPowers.powerId))
    .where(and(wanted, after === null ? undefined : gt(townshipPowers.id, after)))
    .orderBy(asc(townshipPowers.id))
    .limit(limit + 1)
    .all();
  return { rows, total: counted(db, townshipPowers, wanted) };
}

/** Every entry, for an export: read one after the other, never all at once. */
export const everyEntry = (db: Db): Iterable<EntryRow> =>
  iterated(db, 'SELECT id FROM directory_entries ORDER BY code', (id) => entryById(db, id)?.row);
export const everyDuty = (db: Db): Iterable<DutyRow> =>
  iterated(db, 'SELECT id FROM duty_entries ORDER BY list, township_id, id', (id) => dutyById(db, id)?.row);
function* iterated<T>(db: Db, statement: string, read: (id: string) => T | undefined): Iterable<T> {
  for (const id of db.$client.prepare(statement).pluck().all() as string[]) {
    const row = read(id);
    if (row !== undefined) yield row;
  }
}

/** Every power, to be linked to by code or exact name. */
export const linkedPowers = (db: Db) =>
  db
    .select({
      id: powers.id,
      code: powers.code,
      name: powers.name,
      mergedIntoId: powers.mergedIntoId,
      statutoryType: powers.statutoryType,
      field: powers.field,
    })
    .from(powers)
    .orderBy(asc(powers.code))
    .all();

/** Titles of statutes with the day of the version in force; null where none is known to be. */
export function statutesInForce(db: Db): Record<string, string | null> {
  const rows = db
    .select({ title: statutes.title, versionOn: statuteVersions.versionOn, endedOn: statuteVersions.endedOn })
    .from(statutes)
    .leftJoin(statuteVersions, eq(statuteVersions.statuteId, statutes.id))
    .orderBy(asc(statutes.title), asc(statuteVersions.versionOn))
    .all();
  const days: Record<string, string | null> = {};
  for (const { title, versionOn, endedOn } of rows)
    days[title] = endedOn === null && versionOn !== null ? versionOn : (days[title] ?? null);
  return days;
}
