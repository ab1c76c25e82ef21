import { countedUpTo, countUpTo } from '#db/statements/count-up-to.ts';
import { totalOf } from '#server/platform/list-page.ts';
import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/connection.ts';
import { newestInScope } from '#db/statements/scope-condition.ts';
import type { grantScope } from '#server/domain/people/visibility.ts';
import { organisations } from '#db/schema/organisations.ts';
import { grants, holdings } from '#db/schema/grants.ts';
import { powers } from '#db/schema/powers.ts';
import type { GrantState } from '#server/domain/values/words.ts';

export interface GrantFilter {
  readonly scope: ReturnType<typeof grantScope>;
  readonly state: GrantState | undefined;
  readonly townshipId: string | undefined;
  readonly powerId: string | undefined;
  /** The last id of the page before. */
  readonly after: string | undefined;
  readonly limit: number;
  readonly now: number;
}

const townships = alias(organisations, 'township');
const departments = alias(organisations, 'department');

const suspendedFrom = (now: number): SQL<number | null> =>
  sql<number | null>`(select from_at from suspensions where grant_id = ${grants.id} and from_at <= ${now} and to_at > ${now})`;
const openCase = sql<'return' | 'recall' | 'swap' | null>`case
  when exists (select 1 from return_cases where grant_id = ${grants.id} and state in ('filed','accepted','deferred')) then 'return'
  when exists (select 1 from recall_cases where grant_id = ${grants.id} and state in ('noticed','heard')) then 'recall'
  when exists (select 1 from requests where replaces_grant_id = ${grants.id} and replaces_grant_id is not null and state in ('in_review','sent_back','approved','preparing')) then 'swap'
  end`;

/** The newest that are open to the reader and in the state asked for, behind the id `after`, and no more than so many. */
function wanted(filter: GrantFilter, after: string | undefined, most: number): SQL | undefined {
  const { scope, state, townshipId, powerId } = filter;
  const rest = and(
    inState(filter),
    equal(grants.townshipId, townshipId),
    equal(grants.powerId, powerId),
    after === undefined ? undefined : lt(grants.id, after),
  );
  const table = state === undefined ? grants : sql`${grants} inner join ${holdings} on ${holdings.grantId} = ${grants.id}`;
  return newestInScope({
    table,
    id: grants.id,
    scope,
    columns: { townshipId: grants.townshipId, departmentId: grants.departmentId },
    rest,
    most,
  });
}

/** A page of grants with one more row than asked when there is one, and how many there are, counted to a bound. */
export function grantPage(db: Db, filter: GrantFilter) {
  const rows = db
    .select({
      id: grants.id,
      powerId: grants.powerId,
      code: powers.code,
      powerName: powers.name,
      townshipId: grants.townshipId,
      townshipName: townships.name,
      departmentName: departments.name,
      carrier: grants.carrier,
      documentNumber: grants.documentNumber,
      trialEndsAt: grants.trialEndsAt,
      trialClosedAt: grants.trialClosedAt,
      endKind: grants.endKind,
      fromAt: holdings.fromAt,
      toAt: holdings.toAt,
      suspendedFromAt: suspendedFrom(filter.now),
      openCase,
    })
    .from(grants)
    .innerJoin(holdings, eq(holdings.grantId, grants.id))
    .innerJoin(powers, eq(powers.id, grants.powerId))
    .innerJoin(townships, eq(townships.id, grants.townshipId))
    .innerJoin(departments, eq(departments.id, grants.departmentId))
    .where(wanted(filter, filter.after, filter.limit + 1))
    .orderBy(desc(grants.id))
    .limit(filter.limit + 1)
    .all();
  const all = db.select({ one: sql`1` }).from(grants);
  const states = filter.state === undefined ? all : all.innerJoin(holdings, eq(holdings.grantId, grants.id));
  // In the order of the page, for what is counted is found on the same way.
  return { rows, ...totalOf(countUpTo(db, states.where(wanted(filter, undefined, countedUpTo + 1)).orderBy(desc(grants.id)))) };
}
export type ListedGrant = ReturnType<typeof grantPage>['rows'][number];

const equal = (column: typeof grants.townshipId | typeof grants.powerId, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : eq(column, value);

/**
 * The states of `grantState` as conditions on intervals. Rare states are found by an index of their own, frequent ones on
 * the way from the newest grant back, which stops when a page is full.
 */
function inState({ state, now }: GrantFilter): SQL | undefined {
  if (state === undefined) return undefined;
  if (state === 'ended') return sql`(${holdings.toAt} <= ${now} or ${holdings.toAt} <= ${holdings.fromAt})`;
  if (state === 'scheduled') return sql`${grants.id} in (select grant_id from holdings where from_at > ${now} and from_at < to_at)`;
  // The plus keeps the planner from starting with all that ever began, or with all that has not ended.
  const runs = sql`+${holdings.fromAt} <= ${now} and +${holdings.toAt} > ${now}`;
  if (state === 'suspended')
    return and(sql`${grants.id} in (select grant_id from suspensions where to_at > ${now} and from_at <= ${now})`, runs);
  // A trial is closed now or not at all, never in advance.
  const onTrial = sql`trial_ends_at is not null and trial_closed_at is null`;
  return and(runs, sql`${suspendedFrom(now)} is null`, state === 'trial' ? onTrial : sql`not (${onTrial})`);
}
