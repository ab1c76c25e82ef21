import { desc, eq, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { organisations } from '#db/schema/organisations.ts';
import { favourites } from '#db/schema/catalogue.ts';
import { powers } from '#db/schema/powers.ts';

const statements = prepared((db: Db) => ({
  favourites: db
    .select({
      powerId: favourites.powerId,
      code: powers.code,
      name: powers.name,
      departmentName: organisations.name,
      markedAt: favourites.createdAt,
    })
    .from(favourites)
    .innerJoin(powers, eq(powers.id, favourites.powerId))
    .innerJoin(organisations, eq(organisations.id, powers.departmentId))
    .where(eq(favourites.accountId, sql.placeholder('accountId')))
    .orderBy(desc(favourites.createdAt), desc(favourites.powerId))
    .prepare(),
}));
/** What a person marked, the latest first; there is an upper bound on how many. */
export const favouritesOf = (db: Db, accountId: string) => statements(db).favourites.all({ accountId });

export interface OrderingColumns {
  readonly id: string;
  readonly eligibility: string;
  readonly prerequisites: string;
  readonly suitability: string | null;
  readonly companions: string;
  readonly exclusiveWith: string;
}
/** Parts of the terms of every item of an edition, as JSON text. */
export const orderingColumns = (db: Db, editionId: string): OrderingColumns[] =>
  db.$client
    .prepare(
      `SELECT id, terms -> '$.eligibility' AS eligibility, terms -> '$.prerequisites' AS prerequisites,
         nullif(terms -> '$.suitability', 'null') AS suitability, terms -> '$.companions' AS companions, terms -> '$.exclusiveWith' AS exclusiveWith
       FROM menu_items WHERE edition_id = ?`,
    )
    .all(editionId) as OrderingColumns[];
