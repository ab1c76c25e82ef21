import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/connection.ts';
import { basisReviews, statutes, statuteVersions } from '#db/schema/statutes.ts';

export function insertStatute(tx: Tx, row: typeof statutes.$inferInsert): void {
  tx.insert(statutes).values(row).run();
}
/** Writes the next version; false when somebody else wrote first. */
export function updateStatute(
  tx: Tx,
  id: string,
  expected: number,
  fields: Partial<Pick<typeof statutes.$inferInsert, 'title' | 'kind'>>,
): boolean {
  const where = and(eq(statutes.id, id), eq(statutes.version, expected));
  return (
    tx
      .update(statutes)
      .set({ ...fields, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}

export function insertVersion(tx: Tx, row: typeof statuteVersions.$inferInsert): void {
  tx.insert(statuteVersions).values(row).run();
}
type VersionFields = Partial<
  Pick<typeof statuteVersions.$inferInsert, 'versionOn' | 'endedOn' | 'endKind' | 'endBasis' | 'successorId' | 'markedAt'>
>;
/** Writes the next version; false when somebody else wrote first. */
export function updateVersion(tx: Tx, id: string, expected: number, fields: VersionFields): boolean {
  const where = and(eq(statuteVersions.id, id), eq(statuteVersions.version, expected));
  return (
    tx
      .update(statuteVersions)
      .set({ ...fields, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}

export function appendReview(tx: Tx, row: typeof basisReviews.$inferInsert): void {
  tx.insert(basisReviews).values(row).run();
}
