import { and, eq, sql } from 'drizzle-orm';
import type { GrantEventOf } from '#contract/grants/grant-facts.ts';
import { prepared, type Tx } from '#db/connection.ts';
import { rowCode } from '#db/statements/row-code.ts';
import { grantEvents, grants, recallCases, returnCases } from '#db/schema/grants.ts';

type NewGrantRow = typeof grants.$inferSelect;
export type GrantFields = Partial<Pick<NewGrantRow, 'trialEndsAt' | 'trialClosedAt' | 'isTrialExtended' | 'endsWithGrantId'>>;
type NewReturn = typeof returnCases.$inferInsert;
type NewRecall = typeof recallCases.$inferInsert;
type ReturnRow = typeof returnCases.$inferSelect;
type RecallRow = typeof recallCases.$inferSelect;
type NewEvent = typeof grantEvents.$inferInsert;

const code = rowCode(grants);

const statements = prepared((tx: Tx) => ({
  insertGrant: tx.$client.prepare(`INSERT INTO grants (${code.names}) VALUES (${code.places})`),
  insertEvent: tx
    .insert(grantEvents)
    .values({
      id: sql.placeholder('id'),
      grantId: sql.placeholder('grantId'),
      at: sql.placeholder('at'),
      kind: sql.placeholder('kind'),
      actorName: sql.placeholder('actorName'),
      actorOrganisation: sql.placeholder('actorOrganisation'),
      onBehalfOf: sql.placeholder('onBehalfOf'),
      accountId: sql.placeholder('accountId'),
      facts: sql.placeholder('facts'),
    })
    .prepare(),
}));

export function insertGrant(tx: Tx, row: NewGrantRow): void {
  statements(tx).insertGrant.run(code.encode(row));
}
/** Writes the next version of a grant that was loaded in this transaction. */
export function nextVersion(tx: Tx, id: string, expected: number, fields: GrantFields = {}): void {
  const where = and(eq(grants.id, id), eq(grants.version, expected));
  const version = expected + 1;
  const { changes } = tx
    .update(grants)
    .set({ ...fields, version })
    .where(where)
    .run();
  if (changes !== 1) throw new Error(`grant ${id} changed inside its own transaction`);
}

// Each answers the row as it now stands: the file of the grant is not read again for it.
export function insertReturn(tx: Tx, row: NewReturn): ReturnRow {
  return tx.insert(returnCases).values(row).returning().get();
}
export function updateReturn(tx: Tx, id: string, fields: Partial<NewReturn>): ReturnRow {
  const next = { ...fields, version: sql`${returnCases.version} + 1` };
  return demandRow(tx.update(returnCases).set(next).where(eq(returnCases.id, id)).returning().all(), id);
}
export function insertRecall(tx: Tx, row: NewRecall): RecallRow {
  return tx.insert(recallCases).values(row).returning().get();
}
export function updateRecall(tx: Tx, id: string, fields: Partial<NewRecall>): RecallRow {
  const next = { ...fields, version: sql`${recallCases.version} + 1` };
  return demandRow(tx.update(recallCases).set(next).where(eq(recallCases.id, id)).returning().all(), id);
}
function demandRow<Row>([row]: readonly Row[], id: string): Row {
  if (!row) throw new Error(`case ${id} met no row`);
  return row;
}

type Signed = Omit<Required<NewEvent>, 'kind' | 'facts'>;
/** One event with the facts of its kind. */
export function appendEvent(tx: Tx, row: Signed & GrantEventOf): void {
  statements(tx).insertEvent.run({ ...row });
}
