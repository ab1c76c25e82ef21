import { countedUpTo, countUpTo } from '#db/statements/count-up-to.ts';
import { and, desc, eq, lt, ne, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared, type Db } from '#db/connection.ts';
import { isOneOf } from '#db/statements/id-list.ts';
import { newestInScope, scopeCondition } from '#db/statements/scope-condition.ts';
import type { requestScope } from '#server/domain/people/visibility.ts';
import { organisations } from '#db/schema/organisations.ts';
import { powers } from '#db/schema/powers.ts';
import { orders } from '#db/schema/orders.ts';
import { requests } from '#db/schema/requests.ts';
import type { RequestState } from '#server/domain/values/words.ts';
import { eventColumns, eventRowOf, requestColumns, requestRow, type EventRow, type RequestRow } from './request-row-queries.ts';

export type { EventRow, RequestRow };

const statements = prepared((db: Db) => ({
  file: db.$client
    .prepare(
      `SELECT ${requestColumns}, o.number, o.name, p.code, p.name, replaced.name
       FROM requests r JOIN orders o ON o.id = r.order_id JOIN powers p ON p.id = r.power_id
       LEFT JOIN grants g ON g.id = r.replaces_grant_id LEFT JOIN powers replaced ON replaced.id = g.power_id WHERE r.id = ?`,
    )
    .raw(),
  events: db.$client.prepare(`SELECT ${eventColumns} FROM request_events WHERE request_id = ? ORDER BY id`).raw(),
}));

/** A request as it is stored, with the names that its page shows. */
export interface StoredRequest {
  readonly row: RequestRow;
  readonly orderNumber: string | null;
  readonly orderName: string;
  readonly code: string;
  readonly powerName: string;
  readonly replacesPowerName: string | null;
}
type Names = readonly [orderNumber: string | null, orderName: string, code: string, powerName: string, replacesPowerName: string | null];
export function storedRequest(db: Db, id: string): StoredRequest | undefined {
  const values = statements(db).file.get(id) as unknown[] | undefined;
  if (!values) return undefined;
  const [orderNumber, orderName, code, powerName, replacesPowerName] = values.slice(-5) as unknown as Names;
  return { row: requestRow(values), orderNumber, orderName, code, powerName, replacesPowerName };
}
export const eventsOf = (db: Db, id: string): EventRow[] => (statements(db).events.all(id) as unknown[][]).map(eventRowOf);

// Behind every id: the first page is a search like all others, and no plan reads the table from its end.
export const newest = '\u{10FFFF}';

export interface RequestFilter {
  readonly scope: RequestScope;
  readonly state?: Exclude<RequestState, 'draft'> | undefined;
  readonly townshipId?: string | undefined;
  readonly powerId?: string | undefined;
  readonly orderId?: string | undefined;
}
type RequestScope = ReturnType<typeof requestScope>;

const scopeColumns = {
  townshipId: requests.townshipId,
  departmentId: requests.departmentId,
  legalStage: () => sql`${requests.route} like '%"stage":"legal"%'`,
} as const;

/** The newest that are open to the reader, behind the id `before`, and no more than so many. */
function wanted({ scope, state, townshipId, powerId, orderId }: RequestFilter, before: string | null, most: number): SQL | undefined {
  const rest = and(
    state === undefined ? ne(requests.state, 'draft') : eq(requests.state, state),
    townshipId === undefined ? undefined : eq(requests.townshipId, townshipId),
    powerId === undefined ? undefined : eq(requests.powerId, powerId),
    orderId === undefined ? undefined : eq(requests.orderId, orderId),
    lt(requests.id, before ?? newest),
  );
  return newestInScope({ table: requests, id: requests.id, scope, columns: scopeColumns, rest, most });
}

const townships = alias(organisations, 'townships');
const departments = alias(organisations, 'departments');
const listed = {
  id: requests.id,
  orderId: requests.orderId,
  orderNumber: orders.number,
  townshipId: requests.townshipId,
  townshipName: townships.name,
  powerId: requests.powerId,
  code: powers.code,
  powerName: powers.name,
  departmentName: departments.name,
  state: requests.state,
  stage: requests.stage,
  replacesGrantId: requests.replacesGrantId,
  submittedAt: requests.submittedAt,
  dueAt: requests.dueAt,
};

/** Newest first, behind the id `before`. */
export const requestPage = (db: Db, filter: RequestFilter, before: string | null, limit: number) =>
  db
    .select(listed)
    .from(requests)
    .innerJoin(orders, eq(orders.id, requests.orderId))
    .innerJoin(powers, eq(powers.id, requests.powerId))
    .innerJoin(townships, eq(townships.id, requests.townshipId))
    .innerJoin(departments, eq(departments.id, requests.departmentId))
    .where(wanted(filter, before, limit))
    .orderBy(desc(requests.id))
    .limit(limit)
    .all();
export type ListedRequest = ReturnType<typeof requestPage>[number];

/** Which of these requests are open to a reader, so that no link leads to what is not. */
export function openAmong(db: Db, scope: RequestScope, ids: readonly string[]): ReadonlySet<string> {
  if (ids.length === 0) return new Set();
  const open = and(isOneOf(requests.id, ids), ne(requests.state, 'draft'), scopeCondition(scope, scopeColumns));
  return new Set(
    db
      .select({ id: requests.id })
      .from(requests)
      .where(open)
      .all()
      .map(({ id }) => id),
  );
}

export function requestCount(db: Db, filter: RequestFilter): number {
  const found = db
    .select({ one: sql`1` })
    .from(requests)
    .where(wanted(filter, null, countedUpTo + 1));
  return countUpTo(db, found);
}
