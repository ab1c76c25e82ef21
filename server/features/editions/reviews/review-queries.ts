import { desc, eq, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { editionReviews } from '#db/schema/editions.ts';

export type ReviewRow = typeof editionReviews.$inferSelect;

/** A draft is sent a handful of times; older reviews are not shown. */
const mostShown = 50;

const statements = prepared((db: Db) => ({
  ofEdition: db
    .select()
    .from(editionReviews)
    .where(eq(editionReviews.editionId, sql.placeholder('editionId')))
    .orderBy(desc(editionReviews.id))
    .limit(mostShown)
    .prepare(),
  one: db
    .select()
    .from(editionReviews)
    .where(eq(editionReviews.id, sql.placeholder('id')))
    .prepare(),
}));

/** The reviews of an edition, the newest first. */
export const reviewsOf = (db: Db, editionId: string): ReviewRow[] => statements(db).ofEdition.all({ editionId });
export const reviewById = (db: Db, id: string): ReviewRow | undefined => statements(db).one.get({ id });
