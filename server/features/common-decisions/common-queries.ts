import { countUpTo } from '#db/statements/count-up-to.ts';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { commonDecisions } from '#db/schema/common-decisions.ts';
import { menuItems } from '#db/schema/editions.ts';
import { powers } from '#db/schema/powers.ts';
import type { TownshipKind } from '#server/domain/values/words.ts';
import { newest, type RequestRow } from '#server/features/requests/index.ts';

export interface CommonTownshipRow {
  readonly id: string;
  readonly name: string;
  readonly kind: TownshipKind;
}
export interface CreatedRow {
  readonly requestId: string;
  readonly townshipId: string;
  readonly state: RequestRow['state'];
  readonly grantId: string | null;
}

/** The statements that go with the number of townships; their plans are tested. */
export const commonSql = {
  townships: `SELECT id, name, township_kind AS kind FROM organisations WHERE kind = 'township' AND is_active = 1 ORDER BY division_code`,
  created: `SELECT id AS requestId, township_id AS townshipId, state, grant_id AS grantId FROM requests
    WHERE common_decision_id = :id AND common_decision_id IS NOT NULL ORDER BY id`,
  granted: `SELECT count(*) FROM grants WHERE common_decision_id = :id AND common_decision_id IS NOT NULL AND issued_at = :decidedAt`,
} as const;

const statements = prepared((db: Db) => ({
  townships: db.$client.prepare(commonSql.townships),
  created: db.$client.prepare(commonSql.created),
  granted: db.$client.prepare(commonSql.granted).pluck(),
  names: db.$client.prepare(`SELECT id, name, township_kind AS kind FROM organisations WHERE id IN (SELECT value FROM json_each(?))`),
}));

/** Townships that exist, by their codes: a county has as many as it has. */
export const activeTownships = (db: Db): CommonTownshipRow[] => statements(db).townships.all() as CommonTownshipRow[];
export const townshipsNamed = (db: Db, ids: readonly string[]): Map<string, CommonTownshipRow> =>
  new Map((statements(db).names.all(JSON.stringify(ids)) as CommonTownshipRow[]).map((row) => [row.id, row]));

const decided = {
  row: commonDecisions,
  code: powers.code,
  powerName: powers.name,
};
const decisions = (db: Db) =>
  db
    .select(decided)
    .from(commonDecisions)
    .innerJoin(menuItems, eq(menuItems.id, commonDecisions.itemId))
    .innerJoin(powers, eq(powers.id, menuItems.powerId));

export type DecisionRecord = NonNullable<ReturnType<typeof commonDecisionById>>;
export const commonDecisionById = (db: Db, id: string) => decisions(db).where(eq(commonDecisions.id, id)).get();

export function commonDecisionPage(
  db: Db,
  itemId: string | undefined,
  before: string | null,
  limit: number,
): { rows: DecisionRecord[]; total: number } {
  const ofItem = itemId === undefined ? undefined : eq(commonDecisions.itemId, itemId);
  const rows = decisions(db)
    .where(and(ofItem, lt(commonDecisions.id, before ?? newest)))
    .orderBy(desc(commonDecisions.id))
    .limit(limit)
    .all();
  const found = db
    .select({ one: sql`1` })
    .from(commonDecisions)
    .where(ofItem);
  return { rows, total: countUpTo(db, found) };
}

/** The files that a decision has given birth to. */
export const createdBy = (db: Db, id: string): CreatedRow[] => statements(db).created.all({ id }) as CreatedRow[];
/** How many held the power from the decision itself on; the others had to prepare. */
export const grantedBy = (db: Db, id: string, decidedAt: number): number => statements(db).granted.get({ id, decidedAt }) as number;
