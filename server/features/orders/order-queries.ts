import { countedUpTo, countUpTo } from '#db/statements/count-up-to.ts';
import type { NameRow } from '#server/features/organisations/index.ts';
import { and, asc, desc, eq, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared, type Db } from '#db/connection.ts';
import { newestInScope } from '#db/statements/scope-condition.ts';
import type { orderScope } from '#server/domain/people/visibility.ts';
import { isOneOf } from '#db/statements/id-list.ts';
import { accounts, memberships } from '#db/schema/accounts.ts';
import { organisations, type ProfileRow } from '#db/schema/organisations.ts';
import { grants } from '#db/schema/grants.ts';
import { powers } from '#db/schema/powers.ts';
import { orders } from '#db/schema/orders.ts';
import { requests } from '#db/schema/requests.ts';
import type { OrganisationSystem, TownshipKind } from '#server/domain/values/words.ts';
import { newest } from '#server/features/requests/index.ts';

export type OrderRow = typeof orders.$inferSelect;

const placeholder = sql.placeholder;
const replacedPowers = alias(powers, 'replaced_powers');

// The very words of the index requests_one_running: SQLite takes a partial index only where its condition is repeated.
const isRunning = `state IN ('in_review','sent_back','approved','preparing')`;

const statements = prepared((db: Db) => ({
  order: db
    .select({ row: orders, createdByName: accounts.name })
    .from(orders)
    .leftJoin(accounts, eq(accounts.id, orders.createdBy))
    .where(eq(orders.id, placeholder('id')))
    .prepare(),
  lines: db
    .select({
      row: requests,
      code: powers.code,
      powerName: powers.name,
      departmentName: organisations.name,
      replacesPowerName: replacedPowers.name,
    })
    .from(requests)
    .innerJoin(powers, eq(powers.id, requests.powerId))
    .innerJoin(organisations, eq(organisations.id, requests.departmentId))
    .leftJoin(grants, eq(grants.id, requests.replacesGrantId))
    .leftJoin(replacedPowers, eq(replacedPowers.id, grants.powerId))
    .where(eq(requests.orderId, placeholder('orderId')))
    .orderBy(asc(requests.id))
    .prepare(),
  bodies: db.$client.prepare(
    `SELECT id, kind, name, short_name AS shortName, township_kind AS townshipKind, profile, system, system_basis AS systemBasis
     FROM organisations WHERE id IN (SELECT value FROM json_each(?))`,
  ),
  routing: db.$client
    .prepare(
      `SELECT (SELECT id FROM organisations WHERE kind = 'county' ORDER BY created_at LIMIT 1),
        (SELECT id FROM organisations WHERE duty = 'legal' AND is_active = 1 LIMIT 1)`,
    )
    .raw(),
  behind: db.$client
    .prepare(
      `SELECT id FROM powers WHERE code IN (SELECT value FROM json_each(?))
       UNION SELECT power_id FROM holdings WHERE grant_id IN (SELECT value FROM json_each(?))`,
    )
    .pluck(),
  held: db.$client.prepare(
    `SELECT h.grant_id AS grantId, h.power_id AS powerId, p.code, p.name FROM holdings h JOIN powers p ON p.id = h.power_id
     WHERE h.township_id = ? AND h.power_id IN (SELECT value FROM json_each(?)) AND h.to_at > ? AND h.from_at < h.to_at
     ORDER BY h.power_id, h.from_at`,
  ),
  running: db.$client.prepare(
    `SELECT r.id, r.power_id AS powerId, p.code, p.name, r.replaces_grant_id AS replacesGrantId FROM requests r JOIN powers p ON p.id = r.power_id
     WHERE r.township_id = ? AND r.power_id IN (SELECT value FROM json_each(?)) AND r.${isRunning} ORDER BY r.power_id`,
  ),
  swapping: db.$client.prepare(
    `SELECT r.id, r.power_id AS powerId, p.code, p.name, r.replaces_grant_id AS replacesGrantId FROM requests r JOIN powers p ON p.id = r.power_id
     WHERE r.replaces_grant_id IN (SELECT value FROM json_each(?)) AND r.replaces_grant_id IS NOT NULL AND r.${isRunning} AND r.township_id = ?
     ORDER BY r.power_id`,
  ),
  inPost: db.$client
    .prepare(
      `SELECT id FROM officers WHERE township_id = ? AND (left_on IS NULL OR left_on > ?) AND id IN (SELECT value FROM json_each(?))`,
    )
    .pluck(),
  decidedOfPower: db.$client.prepare(decidedSample('power_id')),
  decidedOfDepartment: db.$client.prepare(decidedSample('department_id')),
}));

/** Where a request was decided: an approval keeps its instant, a rejection stands since it was made. Only the latest requests are looked at. */
function decidedSample(column: string): string {
  return `SELECT submittedAt, decidedAt FROM (
    SELECT submitted_at AS submittedAt, coalesce(approved_at, CASE state WHEN 'rejected' THEN since_at END) AS decidedAt
    FROM requests WHERE ${column} = ? ORDER BY id DESC LIMIT 200
  ) WHERE decidedAt IS NOT NULL LIMIT 50`;
}

export const orderById = (db: Db, id: string) => statements(db).order.get({ id });
export type StoredOrder = NonNullable<ReturnType<typeof orderById>>;
export const linesOf = (db: Db, orderId: string) => statements(db).lines.all({ orderId });
export type StoredLine = ReturnType<typeof linesOf>[number];

/** An organisation with what eligibility looks at. */
export interface BodyRow extends NameRow {
  readonly townshipKind: TownshipKind | null;
  readonly profile: ProfileRow | null;
  readonly system: OrganisationSystem;
  readonly systemBasis: string | null;
}
export function bodiesOf(db: Db, ids: Iterable<string>): ReadonlyMap<string, BodyRow> {
  const rows = statements(db).bodies.all(JSON.stringify([...new Set(ids)])) as (Omit<BodyRow, 'profile'> & {
    readonly profile: string | null;
  })[];
  return new Map(rows.map((row) => [row.id, { ...row, profile: row.profile === null ? null : (JSON.parse(row.profile) as ProfileRow) }]));
}

/** Who decides, and who reviews legally; a county without a legal office has no such stage. */
export function routingBodies(db: Db): { readonly countyId: string; readonly legalId: string | null } {
  const [countyId, legalId] = statements(db).routing.get() as [string | null, string | null];
  if (countyId === null) throw new Error('the county has no organisation of its own');
  return { countyId, legalId };
}

export interface HeldRow {
  readonly grantId: string;
  readonly powerId: string;
  readonly code: string;
  readonly name: string;
}
/** The powers with these codes, former editions' too, and those of grants that are to be given in exchange. */
export const powersBehind = (db: Db, codes: readonly string[], grantIds: readonly string[]): string[] =>
  codes.length + grantIds.length === 0 ? [] : (statements(db).behind.all(JSON.stringify(codes), JSON.stringify(grantIds)) as string[]);

/** Which of these powers a township holds or is promised: all that it holds grows with the years. */
export const heldBy = (db: Db, townshipId: string, powerIds: readonly string[], now: number): HeldRow[] =>
  statements(db).held.all(townshipId, JSON.stringify(powerIds), now) as HeldRow[];
/** A grant of the township by its id, if it runs or is promised. */
export const heldGrant = (db: Db, townshipId: string, grantId: string, now: number): HeldRow | undefined =>
  heldBy(db, townshipId, powersBehind(db, [], [grantId]), now).find((one) => one.grantId === grantId);

export interface RunningRow {
  readonly id: string;
  readonly powerId: string;
  readonly code: string;
  readonly name: string;
  readonly replacesGrantId: string | null;
}
/** What a township has asked for and has no answer to yet, or not the power: of these powers, or in exchange for one of these grants. */
export function runningOf(db: Db, townshipId: string, powerIds: readonly string[], grantIds: readonly string[] = []): RunningRow[] {
  const running = statements(db).running.all(townshipId, JSON.stringify(powerIds)) as RunningRow[];
  if (grantIds.length === 0) return running;
  const swapping = statements(db).swapping.all(JSON.stringify(grantIds), townshipId) as RunningRow[];
  return [...running, ...swapping.filter(({ id }) => !running.some((one) => one.id === id))];
}

export const officersInPost = (db: Db, townshipId: string, today: string, ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : (statements(db).inPost.all(townshipId, today, JSON.stringify([...new Set(ids)])) as string[]);

export interface Decided {
  readonly submittedAt: number;
  readonly decidedAt: number;
}
export const decidedOfPower = (db: Db, powerId: string): Decided[] => statements(db).decidedOfPower.all(powerId) as Decided[];
export const decidedOfDepartment = (db: Db, departmentId: string): Decided[] =>
  statements(db).decidedOfDepartment.all(departmentId) as Decided[];

export interface OrderFilter {
  readonly scope: ReturnType<typeof orderScope>;
  readonly kind: 'draft' | 'submitted' | undefined;
  readonly townshipId: string | undefined;
}
const scopeColumns = { townshipId: orders.townshipId, submitted: () => isNotNull(orders.submittedAt) } as const;

/** The newest that are open to the reader, behind the id `before`, and no more than so many. */
function wanted({ scope, kind, townshipId }: OrderFilter, before: string | null, most: number): SQL | undefined {
  const rest = and(
    kind === 'draft' ? isNull(orders.submittedAt) : kind === 'submitted' ? isNotNull(orders.submittedAt) : undefined,
    townshipId === undefined ? undefined : eq(orders.townshipId, townshipId),
    lt(orders.id, before ?? newest),
  );
  // Who sees what was submitted finds no draft on that ground: nothing is walked to learn it.
  const grounds = kind === 'draft' && scope !== 'all' ? scope.filter(({ submitted }) => submitted === undefined) : scope;
  return newestInScope({ table: orders, id: orders.id, scope: grounds, columns: scopeColumns, rest, most });
}
/** Newest first, behind the id `before`. */
export const orderPage = (db: Db, filter: OrderFilter, before: string | null, limit: number) =>
  db
    .select({
      id: orders.id,
      number: orders.number,
      name: orders.name,
      townshipId: orders.townshipId,
      townshipName: organisations.name,
      submittedAt: orders.submittedAt,
      updatedAt: orders.updatedAt,
    })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.townshipId))
    .where(wanted(filter, before, limit))
    .orderBy(desc(orders.id))
    .limit(limit)
    .all();
export function orderCount(db: Db, filter: OrderFilter): number {
  const found = db
    .select({ one: sql`1` })
    .from(orders)
    .where(wanted(filter, null, countedUpTo + 1));
  return countUpTo(db, found);
}
/** States and powers of the lines of some orders. */
export const linesOfOrders = (db: Db, orderIds: readonly string[]) =>
  orderIds.length === 0
    ? []
    : db
        .select({ orderId: requests.orderId, state: requests.state, powerName: powers.name })
        .from(requests)
        .innerJoin(powers, eq(powers.id, requests.powerId))
        .where(isOneOf(requests.orderId, orderIds))
        .orderBy(asc(requests.id))
        .all();
/** Who may sign and submit for a township. */
export const leadNames = (db: Db, townshipId: string): string[] =>
  db
    .select({ name: accounts.name })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.organisationId, townshipId), eq(memberships.role, 'lead'), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.name))
    .all()
    .map(({ name }) => name);
