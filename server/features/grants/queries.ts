import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { grantEvents, grants, holdings, recallCases, returnCases, suspensions } from '#db/schema/grants.ts';
import { menuItems } from '#db/schema/editions.ts';
import { powers } from '#db/schema/powers.ts';
import { tasks } from '#db/schema/records.ts';
import { attestations } from '#db/schema/preparation.ts';
import { requests } from '#db/schema/requests.ts';
import type { Grant, GrantFile } from '#server/domain/grants/grant.ts';
import type { Interval } from '#server/domain/ledger/intervals.ts';
import type { Holding, Suspension } from '#server/domain/ledger/ledger.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import type { StatutoryType } from '#server/domain/values/words.ts';
import { organisationById, presentName } from '#server/features/organisations/index.ts';
import { recallCaseOf, returnCaseOf, type RecallRow, type ReturnRow } from './case-queries.ts';

export type GrantRow = typeof grants.$inferSelect;
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

type Name = ReturnType<typeof presentName>;

/** A grant as stored, with all that its acts and its page are judged by. */
export interface GrantRecord {
  readonly row: GrantRow;
  readonly terms: (typeof menuItems.$inferSelect)['terms'];
  readonly code: string;
  readonly powerName: string;
  readonly statutoryType: StatutoryType;
  readonly township: Name;
  readonly department: Name;
  readonly suspensionRows: readonly SuspensionRow[];
  readonly returnRows: readonly ReturnRow[];
  readonly recallRows: readonly RecallRow[];
  readonly file: GrantFile;
}

/** The file of a grant, or null when there is none. */
export function loadGrant(db: Db, id: string): GrantRecord | null {
  const found = file(db).grant.get({ id });
  if (!found) return null;
  const { row, fromAt, toAt, ...named } = found;
  const suspensionRows = file(db).suspensions.all({ id });
  const returnRows = file(db).returns.all({ id });
  const recallRows = file(db).recalls.all({ id });
  const grant: Grant = { ...grantOf(row, { fromAt, toAt }, suspensionRows), ...returnableOf(found.terms) };
  return {
    ...named,
    row,
    township: demandName(db, row.townshipId),
    department: demandName(db, row.departmentId),
    ...{ suspensionRows, returnRows, recallRows },
    file: {
      grant,
      others: holdingsOf(db, row.powerId, row.townshipId).filter((one) => one.grantId !== id),
      openReturn:
        returnRows
          .filter(({ state }) => state !== 'cancelled')
          .map(returnCaseOf)
          .at(-1) ?? null,
      openRecall:
        recallRows
          .filter(({ state }) => state !== 'decided')
          .map(recallCaseOf)
          .at(-1) ?? null,
      swapRequestId: file(db).swap.get({ id })?.id ?? null,
    },
  };
}

/** When the item that a grant was made from was published: only later rebases lie over its terms. */
export const publicationOfItem = (db: Db, itemId: string): number => (file(db).publication.get(itemId) as number | null | undefined) ?? 0;

export const grantFile = (db: Db, id: string): GrantFile | null => loadGrant(db, id)?.file ?? null;

function demandName(db: Db, id: string): Name {
  const organisation = organisationById(db, id);
  if (!organisation) throw new Error(`organisation ${id} is referred to but missing`);
  return presentName(organisation);
}

/** What a document about a grant that does not exist yet calls its power and township. */
export function namesOf(db: Db, powerId: string, townshipId: string): { readonly powerName: string; readonly townshipName: string } {
  const power = db.select({ name: powers.name }).from(powers).where(eq(powers.id, powerId)).get();
  if (!power) throw new Error(`power ${powerId} is referred to but missing`);
  return { powerName: power.name, townshipName: demandName(db, townshipId).name };
}

/** Every holding of a power by a township, past and future. */
export const holdingsOf = (db: Db, powerId: string, townshipId: string): Holding[] => file(db).others.all({ powerId, townshipId });

const suspensionOf = ({ id, grantId, kind, fromAt, toAt }: SuspensionRow): Suspension => ({ id, grantId, kind, fromAt, toAt });
const returnableOf = ({ isReturnable, notReturnableBasis }: GrantRecord['terms']) => ({ isReturnable, notReturnableBasis });

function grantOf(
  row: GrantRow,
  { fromAt, toAt }: Interval,
  rows: readonly SuspensionRow[],
): Omit<Grant, 'isReturnable' | 'notReturnableBasis'> {
  const { id: grantId, powerId, townshipId, departmentId, carrier, termEndsAt, endKind, trialEndsAt, trialClosedAt, isTrialExtended } = row;
  const terms = { departmentId, carrier, termEndsAt, endKind, trialEndsAt, trialClosedAt, isTrialExtended };
  return { grantId, powerId, townshipId, fromAt, toAt, ...terms, suspensions: rows.map(suspensionOf) };
}

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
