import { and, asc, desc, eq, gt, sql, type SQL } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { organisations } from '#db/schema/accounts.ts';
import { favourites, powers } from '#db/schema/menu.ts';
import { rankOf, searchWords, searchedOf, type Word } from '#server/features/powers/index.ts';

/** SQLite learns to search as the menu does, so that drafts and powers are found by the same words. */
const searching = prepared((db: Db) => {
  let asked: { readonly q: string; readonly words: readonly Word[] } = { q: '', words: [] };
  db.$client.function('is_found', { deterministic: true }, (name: unknown, code: unknown, sounds: unknown, q: unknown) => {
    const text = String(q);
    if (asked.q !== text) asked = { q: text, words: searchWords(text) };
    return rankOf(searchedOf(String(name), String(code), typeof sounds === 'string' ? sounds : null), asked.words) < 0 ? 0 : 1;
  });
  return true;
});

/** Whether a row of `powers` holds every word of a search; nothing where nothing is searched for. */
export function isFound(db: Db, q: string | undefined): SQL | undefined {
  if (searchWords(q).length === 0) return undefined;
  searching(db);
  return sql`is_found(${powers.name}, ${powers.code}, (select words from power_words where power_words.power_id = ${powers.id}), ${q}) = 1`;
}

/** Powers that nobody has spelt yet: those from before there was a search by pinyin. */
export const unspelt = (db: Db, after: string, limit: number) =>
  db
    .select({ id: powers.id, name: powers.name })
    .from(powers)
    .where(and(gt(powers.id, after), sql`not exists (select 1 from power_words where power_words.power_id = ${powers.id})`))
    .orderBy(asc(powers.id))
    .limit(limit)
    .all();

const hot = prepared((db: Db) => ({
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
export const favouritesOf = (db: Db, accountId: string) => hot(db).favourites.all({ accountId });

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
