import type { Edition, MenuRow } from '#contract/catalogue/menu-terms.ts';
import { facetNames, type MenuPage } from '#contract/catalogue/menu-items.ts';
import type { Ready } from '#server/platform/binding.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { byName, find, placesBy, takeApart, type Entry, type Found, type MenuQuery, type SearchedEdition } from './edition-search.ts';
import { createPageBytes, type PageFrame, type PageRow } from './page-bytes.ts';
import { readyBytes } from './ready.ts';
import { matchOf, searchWords, type Word } from '#server/features/powers/index.ts';

/** What is asked beyond the edition: it changes from hour to hour and from person to person, so nothing of it is kept. */
export interface Beyond {
  /** Only these rows. */
  readonly isIn?: (row: MenuRow) => boolean;
  /** How many want the power; the most wanted come first. */
  readonly demand?: ReadonlyMap<string, number>;
}

/** A published edition in memory: it never changes, so each of its pages is made once. */
export interface EditionIndex {
  readonly edition: Edition;
  readonly rows: readonly MenuRow[];
  rowById(itemId: string): MenuRow | undefined;
  rowByPower(powerId: string): MenuRow | undefined;
  rowByCode(code: string): MenuRow | undefined;
  list(query: MenuQuery): Ready;
  /** A page that depends on more than the edition. */
  pick(query: MenuQuery, beyond: Beyond): MenuPage;
}

/** Bytes of ready pages kept; one page of fifty rows has about 24,000. */
const cachedBytes = 10_000_000;
/** Places of found items kept, so that the next page of a search does not search again. */
const cachedEntries = 200_000;
const defaultLimit = 50;

/** What was found, in the order asked for. */
interface Sorted {
  readonly entries: readonly Entry[];
  readonly facets: Found['facets'];
}

export function createEditionIndex(edition: Edition, rows: readonly (MenuRow & { readonly pinyin: string | null })[]): EditionIndex {
  const searched = takeApart(rows);
  const shown = searched.entries.map(({ row }) => row);
  const byId = new Map(shown.map((row) => [row.id, row]));
  const byPower = new Map(shown.map((row) => [row.powerId, row]));
  const places = new Map<string, Int32Array>();
  const results = createBoundedCache<Sorted>(cachedEntries, ({ entries }) => entries.length + 1);
  const pages = createBoundedCache<Ready>(cachedBytes, ({ body }) => body.length);
  const departmentNames = new Map(shown.map((row) => [row.departmentId, row.departmentName]));

  function placesOf(sort: 'code' | 'name' | 'difficulty' | 'liability'): Int32Array {
    const known = places.get(sort);
    if (known) return known;
    const made = placesBy(searched, sort);
    places.set(sort, made);
    return made;
  }

  /** Words without an order asked for: the best answers first. Equals stay by code. */
  function sorted({ entries, ranks, facets }: Found, sort: MenuQuery['sort'], words: readonly Word[], demand: Beyond['demand']): Sorted {
    if (sort === 'popular') {
      const wanted = ({ row }: Entry): number => demand?.get(row.powerId) ?? 0;
      return { entries: [...entries].sort((a, b) => wanted(b) - wanted(a)), facets };
    }
    if (sort !== undefined && sort !== 'code') {
      const place = placesOf(sort);
      return { entries: [...entries].sort((a, b) => (place[a.nth] ?? 0) - (place[b.nth] ?? 0)), facets };
    }
    if (sort === 'code' || words.length === 0) return { entries, facets };
    const nth = [...entries.keys()].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
    return { entries: nth.flatMap((one) => entries[one] ?? []), facets };
  }

  const pageBytes = createPageBytes();

  function page(found: Sorted, words: readonly Word[], query: MenuQuery): { readonly frame: PageFrame; readonly rows: readonly PageRow[] } {
    const departments = Object.entries(found.facets.departmentId).map(([id, count]) => ({
      id,
      name: departmentNames.get(id) ?? '',
      count,
    }));
    departments.sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
    const { rows, ...place } = pageOf(searched, found, words, query);
    return { frame: { edition, ...place, facets: found.facets, departments }, rows };
  }

  return {
    edition,
    rows: shown,
    rowById: (itemId) => byId.get(itemId),
    rowByPower: (powerId) => byPower.get(powerId),
    rowByCode: (code) => searched.byCode.get(code)?.row,
    list(query) {
      const words = searchWords(query.q);
      const asked = [
        words.map(({ text }) => text),
        ...facetNames.map((name) => query[name]),
        query.sort ?? (words.length > 0 ? '' : 'code'),
      ];
      const question = JSON.stringify(asked);
      const key = `${question}${String(query.limit ?? defaultLimit)}>${query.cursor ?? ''}`;
      const known = pages.get(key);
      if (known) return known;
      const found = results.get(question) ?? sorted(find(searched, query, words), query.sort, words, undefined);
      results.set(question, found);
      const { frame, rows } = page(found, words, query);
      const made = readyBytes(pageBytes(frame, rows));
      pages.set(key, made);
      return made;
    },
    pick(query, { isIn, demand }) {
      const words = searchWords(query.q);
      const { frame, rows } = page(sorted(find(searched, query, words, isIn), query.sort, words, demand), words, query);
      const { edition: of, ...rest } = frame;
      return { edition: of, items: rows.map(({ entry, match }) => (match === null ? entry.row : { ...entry.row, match })), ...rest };
    },
  };
}

/** The rows after the cursor, which is the code of the last row shown: it means the same on the next edition, should one be published between two pages. */
function pageOf({ byCode }: SearchedEdition, { entries }: Sorted, words: readonly Word[], { cursor, limit = defaultLimit }: MenuQuery) {
  const last = cursor === undefined ? undefined : byCode.get(cursor);
  const start = last === undefined ? 0 : entries.indexOf(last) + 1;
  const rows = entries
    .slice(start, start + limit)
    .map((entry): PageRow => ({ entry, match: words.length === 0 ? null : matchOf(entry.row.name, entry, words) }));
  const nextCursor = start + limit < entries.length ? (rows.at(-1)?.entry.row.code ?? null) : null;
  return { rows, nextCursor, total: entries.length, isTotalExact: true };
}
