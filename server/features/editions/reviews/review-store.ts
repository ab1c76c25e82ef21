import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/connection.ts';
import { editionReviews } from '#db/schema/editions.ts';
import type { ReviewRow } from './review-queries.ts';

export type NewReview = Pick<ReviewRow, 'id' | 'editionId' | 'editionVersion' | 'sentBy' | 'sentAt' | 'dueAt' | 'note'>;

export function insertReview(tx: Tx, row: NewReview): void {
  tx.insert(editionReviews)
    .values({ ...row, text: '', citation: '', version: 1 })
    .run();
}

export type Closing = Pick<ReviewRow, 'outcome' | 'text' | 'citation' | 'reviewedBy' | 'reviewedAt'>;
/** Ends a review that is open; false when somebody else wrote first. What was said once stays said. */
export function closeReview(tx: Tx, id: string, expected: number, closing: Closing): boolean {
  const where = and(eq(editionReviews.id, id), eq(editionReviews.version, expected), isNull(editionReviews.outcome));
  return (
    tx
      .update(editionReviews)
      .set({ ...closing, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}

/** With the draft that is thrown away; what was said of it stays in the audit trail. */
export function deleteReviews(tx: Tx, editionId: string): void {
  tx.delete(editionReviews).where(eq(editionReviews.editionId, editionId)).run();
}
