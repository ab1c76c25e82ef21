import { type NameRow, nameIn, nameOf, namesOf } from '#server/features/organisations/index.ts';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { grantEvents, grants, holdings, recallCases, returnCases, suspensions } from '#db/schema/grants.ts';
import { menuItems } from '#db/schema/editions.ts';
import { powers } from '#db/schema/powers.ts';
import { tasks } from '#db/schema/records.ts';
import { attestations } from '#db/schema/preparation.ts';
import { requests } from '#db/schema/requests.ts';
import type { Interval } from '#server/domain/ledger/intervals.ts';
import type { Holding } from '#server/domain/ledger/ledger.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import type { StatutoryType } from '#server/domain/values/words.ts';

export type GrantRow = typeof grants.$inferSelect;
export type ReturnRow = typeof returnCases.$inferSelect;
export type RecallRow = typeof recallCases.$inferSelect;
export type EventRow = typeof grantEvents.$inferSelect;
export type SuspensionRow = typeof suspensions.$inferSelect;

const placeholder = sql.placeholder;

const file = prepared((db: Db) => ({
  grant: db
    .select({
      row: grants,
      fromAt: holdings.fromAt,
      toAt: holdings.toAt,
      terms: menuItems.terms,
      code: powers.code,
      powerName: powers.name,
      statutoryType: powers.statutoryType,
    })
    .from(grants)
    .innerJoin(holdings, eq(holdings.grantId, grants.id))
    .innerJoin(menuItems, eq(menuItems.id, grants.itemId))
    .innerJoin(powers, eq(powers.id, grants.powerId))
    .where(eq(grants.id, placeholder('id')))
    .prepare(),
  suspensions: db
    .select()
    .from(suspensions)
    .where(eq(suspensions.grantId, placeholder('id')))
    .orderBy(asc(suspensions.fromAt))
    .prepare(),
  others: db
    .select({
      grantId: holdings.grantId,
      powerId: holdings.powerId,
      townshipId: holdings.townshipId,
      fromAt: holdings.fromAt,
      toAt: holdings.toAt,
    })
    .from(holdings)
    .where(and(eq(holdings.powerId, placeholder('powerId')), eq(holdings.townshipId, placeholder('townshipId'))))
    .prepare(),
  returns: db
    .select()
    .from(returnCases)
    .where(eq(returnCases.grantId, placeholder('id')))
    .orderBy(asc(returnCases.id))
    .prepare(),
  recalls: db
    .select()
    .from(recallCases)
    .where(eq(recallCases.grantId, placeholder('id')))
    .orderBy(asc(recallCases.id))
    .prepare(),
  swap: db
    .select({ id: requests.id })
    .from(requests)
    .where(
      and(
        eq(requests.replacesGrantId, placeholder('id')),
        sql`${requests.replacesGrantId} is not null`,
        sql`${requests.state} in ('in_review','sent_back','approved','preparing')`,
      ),
    )
    .prepare(),
  events: db
    .select()
    .from(grantEvents)
    .where(eq(grantEvents.grantId, placeholder('id')))
    .orderBy(asc(grantEvents.id))
    .prepare(),
  attestations: db
    .select({ key: attestations.key, fromAt: attestations.attestedAt })
    .from(attestations)
    .where(eq(attestations.requestId, placeholder('requestId')))
    .prepare(),
  publication: db.$client
    .prepare('SELECT e.published_at FROM menu_items i JOIN menu_editions e ON e.id = i.edition_id WHERE i.id = ?')
    .pluck(),
  tasks: db
    .select({ id: tasks.id, kind: tasks.kind, dueAt: tasks.dueAt })
    .from(tasks)
    .where(and(eq(tasks.subjectKind, 'grant'), eq(tasks.subjectId, placeholder('id')), isNull(tasks.closedAt)))
    .prepare(),
}));

/** A grant as stored, with the rows around it. */
export interface GrantRows {
  readonly row: GrantRow;
  readonly period: Interval;
  readonly terms: (typeof menuItems.$inferSelect)['terms'];
  readonly code: string;
  readonly powerName: string;
  readonly statutoryType: StatutoryType;
  readonly township: NameRow;
  readonly department: NameRow;
  readonly suspensionRows: readonly SuspensionRow[];
  readonly returnRows: readonly ReturnRow[];
  readonly recallRows: readonly RecallRow[];
  /** Other holdings of the same power and township, past and future. */
  readonly others: readonly Holding[];
  readonly swapRequestId: string | null;
}

export function grantRows(db: Db, id: string): GrantRows | null {
  const found = file(db).grant.get({ id });
  if (!found) return null;
  const { fromAt, toAt, ...named } = found;
  const { powerId, townshipId, departmentId } = named.row;
  const names = namesOf(db, [townshipId, departmentId]);
  return {
    ...named,
    period: { fromAt, toAt },
    township: nameIn(names, townshipId),
    department: nameIn(names, departmentId),
    suspensionRows: file(db).suspensions.all({ id }),
    returnRows: file(db).returns.all({ id }),
    recallRows: file(db).recalls.all({ id }),
    others: holdingsOf(db, powerId, townshipId).filter(({ grantId }) => grantId !== id),
    swapRequestId: file(db).swap.get({ id })?.id ?? null,
  };
}

/** When the item that a grant was made from was published: only later rebases lie over its terms. */
export const publicationOfItem = (db: Db, itemId: string): number => (file(db).publication.get(itemId) as number | null | undefined) ?? 0;

/** What a document about a grant that does not exist yet calls its power and township. */
export function titleNames(db: Db, powerId: string, townshipId: string): { readonly powerName: string; readonly townshipName: string } {
  const power = db.select({ name: powers.name }).from(powers).where(eq(powers.id, powerId)).get();
  if (!power) throw new Error(`power ${powerId} is referred to but missing`);
  return { powerName: power.name, townshipName: nameOf(db, townshipId).name };
}

/** Every holding of a power by a township, past and future. */
export const holdingsOf = (db: Db, powerId: string, townshipId: string): Holding[] => file(db).others.all({ powerId, townshipId });

export const eventsOf = (db: Db, id: string): EventRow[] => file(db).events.all({ id });
/** Events of all grants behind one id, so many at a time. */
export const eventsAfter = (db: Db, after: string, limit: number): EventRow[] =>
  db.select().from(grantEvents).where(gt(grantEvents.id, after)).orderBy(asc(grantEvents.id)).limit(limit).all();
export const openTasksOf = (db: Db, id: string) => file(db).tasks.all({ id });

/** What was attested while the request was prepared; it holds from then on. */
export function attestationsOf(db: Db, requestId: string | null): (Interval & { readonly key: string })[] {
  if (requestId === null) return [];
  return file(db)
    .attestations.all({ requestId })
    .map(({ key, fromAt }) => ({ key, fromAt, toAt: FOREVER }));
}
