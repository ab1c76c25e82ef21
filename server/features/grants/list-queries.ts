import { and, desc, eq, lt, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/connection.ts';
import { isOneOf } from '#db/id-list.ts';
import { organisations } from '#db/schema/organisations.ts';
import { grants, holdings } from '#db/schema/grants.ts';
import { powers } from '#db/schema/powers.ts';
import type { GrantState } from '#server/domain/values/words.ts';
import type { Scope } from './visibility.ts';

export interface GrantFilter {
  readonly scope: Scope;
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
const countedUpTo = 1000;

const suspendedFrom = (now: number): SQL<number | null> =>
  sql<number | null>`(select from_at from suspensions where grant_id = ${grants.id} and from_at <= ${now} and to_at > ${now})`;
const openCase = sql<'return' | 'recall' | 'swap' | null>`case
  when exists (select 1 from return_cases where grant_id = ${grants.id} and state in ('filed','accepted','deferred')) then 'return'
  when exists (select 1 from recall_cases where grant_id = ${grants.id} and state in ('noticed','heard')) then 'recall'
  when exists (select 1 from requests where replaces_grant_id = ${grants.id} and replaces_grant_id is not null and state in ('in_review','sent_back','approved','preparing')) then 'swap'
  end`;

/** A page of grants with one more row than asked when there is one, and how many there are, counted to a bound. */
export function grantPage(db: Db, filter: GrantFilter) {
  const matching = and(
    inScope(filter.scope),
    inState(filter),
    equal(grants.townshipId, filter.townshipId),
    equal(grants.powerId, filter.powerId),
  );
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
    .where(and(matching, filter.after === undefined ? undefined : lt(grants.id, filter.after)))
    .orderBy(desc(grants.id))
    .limit(filter.limit + 1)
    .all();
  const all = db.select({ one: sql`1` }).from(grants);
  const states = filter.state === undefined ? all : all.innerJoin(holdings, eq(holdings.grantId, grants.id));
  // In the order of the page, for what is counted is found on the same way.
  const counted = states
    .where(matching)
    .orderBy(desc(grants.id))
    .limit(countedUpTo + 1)
    .as('counted');
  const count =
    db
      .select({ count: sql<number>`count(*)` })
      .from(counted)
      .get()?.count ?? 0;
  return { rows, total: Math.min(count, countedUpTo), isTotalExact: count <= countedUpTo };
}
export type ListedGrant = ReturnType<typeof grantPage>['rows'][number];

const equal = (column: typeof grants.townshipId | typeof grants.powerId, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : eq(column, value);

function inScope(scope: Scope): SQL | undefined {
  if (scope.kind === 'all') return undefined;
  return or(anyOf(grants.townshipId, scope.townshipIds), anyOf(grants.departmentId, scope.departmentIds)) ?? sql`0`;
}
/** One id as an equation: only then do the rows come out of the index in order. */
function anyOf(column: typeof grants.townshipId | typeof grants.departmentId, ids: readonly string[]): SQL | undefined {
  const [first, ...others] = ids;
  if (first === undefined) return undefined;
  return others.length === 0 ? eq(column, first) : isOneOf(column, ids);
}

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
  // A trial is closed now or not at all: nobody closes one in advance.
  const onTrial = sql`trial_ends_at is not null and trial_closed_at is null`;
  return and(runs, sql`${suspendedFrom(now)} is null`, state === 'trial' ? onTrial : sql`not (${onTrial})`);
}
