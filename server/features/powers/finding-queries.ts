import { prepared, type Db } from '#db/connection.ts';
import { powers } from '#db/schema/powers.ts';
import { type Word, searchWords, rankOf, searchedOf } from './words-searched.ts';
import { gt, asc, and, type SQL, sql } from 'drizzle-orm';

/** SQLite learns to search as the menu does, so that drafts and powers are found by the same words. */
const searching = prepared((db: Db) => {
  let asked: { readonly q: string; readonly words: readonly Word[] } = { q: '', words: [] };
  db.$client.function('is_found', { deterministic: true }, (name: unknown, code: unknown, pinyin: unknown, q: unknown) => {
    const text = String(q);
    if (asked.q !== text) asked = { q: text, words: searchWords(text) };
    return rankOf(searchedOf(String(name), String(code), typeof pinyin === 'string' ? pinyin : null), asked.words) < 0 ? 0 : 1;
  });
  return true;
});
/** Whether a row of `powers` holds every word of a search; nothing where nothing is searched for. */
export function isFound(db: Db, q: string | undefined): SQL | undefined {
  if (searchWords(q).length === 0) return undefined;
  searching(db);
  return sql`is_found(${powers.name}, ${powers.code}, (select words from power_words where power_words.power_id = ${powers.id}), ${q}) = 1`;
}

/** Powers without pinyin yet: those from before there was a search by pinyin. */
export const unspelt = (db: Db, after: string, limit: number) =>
  db
    .select({ id: powers.id, name: powers.name })
    .from(powers)
    .where(and(gt(powers.id, after), sql`not exists (select 1 from power_words where power_words.power_id = ${powers.id})`))
    .orderBy(asc(powers.id))
    .limit(limit)
    .all();
