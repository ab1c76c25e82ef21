import type { Edition, MenuRow, listMenu } from '#contract/menu.ts';
import type { QueryOf } from '#contract/operation.ts';
import type { Ready } from '#server/platform/binding.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { readyAnswer } from './ready.ts';
import { filters, find, orderRows, type Found, type Order, type Sort } from './edition-search.ts';
import { searchWords } from './words-searched.ts';

export type MenuQuery = QueryOf<typeof listMenu>;

/** A published edition in memory: it never changes, so each of its pages is made once. */
export interface EditionIndex {
  readonly edition: Edition;
  rowById(itemId: string): MenuRow | undefined;
  rowByPower(powerId: string): MenuRow | undefined;
  rowByCode(code: string): MenuRow | undefined;
  list(query: MenuQuery): Ready;
}

/** Characters of ready pages kept; one page of fifty rows has about 17,000. */
const keptCharacters = 4_000_000;
/** Places of found items kept, so that the next page of a search does not search again. */
const keptEntries = 200_000;
const defaultLimit = 50;

export function createEditionIndex(edition: Edition, rows: readonly MenuRow[]): EditionIndex {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byPower = new Map(rows.map((row) => [row.powerId, row]));
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const orders = new Map<Sort, Order>();
  const results = createBoundedCache<Found>(keptEntries, ({ entries }) => entries.length + 1);
  const pages = createBoundedCache<Ready>(keptCharacters, ({ body }) => body.length);

  function orderOf(sort: Sort): Order {
    const known = orders.get(sort);
    if (known) return known;
    const order = orderRows(rows, sort);
    orders.set(sort, order);
    return order;
  }

  function found(question: string, query: MenuQuery, words: readonly string[]): Found {
    const known = results.get(question);
    if (known) return known;
    const made = find(orderOf(query.sort ?? 'code'), query, words);
    results.set(question, made);
    return made;
  }

  return {
    edition,
    rowById: (itemId) => byId.get(itemId),
    rowByPower: (powerId) => byPower.get(powerId),
    rowByCode: (code) => byCode.get(code),
    list(query) {
      const words = searchWords(query.q);
      const question = JSON.stringify([words, query.departmentId, ...filters.map((name) => query[name]), query.sort ?? 'code']);
      const key = `${question}${String(query.limit ?? defaultLimit)}>${query.cursor ?? ''}`;
      const known = pages.get(key);
      if (known) return known;
      const made = readyAnswer({ edition, ...pageOf(found(question, query, words), orderOf(query.sort ?? 'code'), query) });
      pages.set(key, made);
      return made;
    },
  };
}

/** The rows after the cursor, which is the code of the last row shown: it means the same on the next edition, should one be published between two pages. */
function pageOf({ entries, departments }: Found, order: Order, { cursor, limit = defaultLimit }: MenuQuery) {
  const last = cursor === undefined ? undefined : order.byCode.get(cursor)?.place;
  const start = last === undefined ? 0 : firstBeyond(entries, last);
  const items = entries.slice(start, start + limit).map(({ row }) => row);
  const nextCursor = start + limit < entries.length ? (items.at(-1)?.code ?? null) : null;
  return { items, nextCursor, total: entries.length, isTotalExact: true, departments };
}

function firstBeyond(entries: Found['entries'], place: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.place ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
