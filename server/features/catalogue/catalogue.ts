import type { Db } from '#db/connection.ts';
import type { Edition, MenuRow } from '#contract/catalogue/menu-terms.ts';
import type { MenuPage } from '#contract/catalogue/menu-items.ts';
import type { Ready } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { createEditionIndex, type Beyond, type EditionIndex } from './edition-index.ts';
import type { MenuQuery } from './edition-search.ts';
import { orderingFactsOf, type OrderingFacts } from './ordering-facts.ts';
import {
  allEditions,
  editionRows,
  itemRow,
  type ItemRow,
  type ItemTerms,
  presentEdition,
  presentItem,
  publishedEdition,
  termsRow,
} from '#server/features/editions/index.ts';
import { readyAnswer } from './ready.ts';

/** An item with its terms, as an order or a request cites it. */
export type CatalogueItem = Omit<ItemRow, 'editionState'>;

/** The menu as everybody but its editors sees it: the edition in force from memory, former ones by id. */
export interface Catalogue {
  /** The edition in force; null before the first publication. */
  edition(): Edition | null;
  /** An item of the edition in force, without the long terms: no database at all. */
  rowById(itemId: string): MenuRow | null;
  rowByPower(powerId: string): MenuRow | null;
  rowByCode(code: string): MenuRow | null;
  /** An item of the edition in force or of a former one; null for what is unknown or still a draft. */
  itemById(itemId: string): CatalogueItem | null;
  /** The item of a power on the edition in force. */
  itemByPower(powerId: string): CatalogueItem | null;
  termsOf(itemId: string): ItemTerms | null;
  /** A page of the edition in force, ready to be sent; null before the first publication. */
  list(query: MenuQuery): Ready | null;
  /** A page of it that depends on more than the edition; made anew each time. */
  pick(query: MenuQuery, beyond: Beyond): MenuPage | null;
  /** Every item of the edition in force by code; none before the first publication. */
  rows(): readonly MenuRow[];
  /** What decides who may order what of it, by item; read when it is first asked for. */
  orderingFacts(): ReadonlyMap<string, OrderingFacts>;
  /** An item of any edition that was ever published, ready to be sent. */
  read(itemId: string): Ready | null;
  /** Reads what is in force now. Called once the publication of an edition, or a new name of a department, is committed. */
  refresh(): void;
}

/** Items with terms kept, about 5,000 characters each. */
const cachedItems = 500;
const cachedBytes = 1_500_000;

interface State {
  readonly index: EditionIndex | null;
  /** Editions whose publication is committed: only their items may be kept. */
  readonly settled: ReadonlySet<string>;
  readonly items: ReturnType<typeof createBoundedCache<CatalogueItem>>;
  readonly answers: ReturnType<typeof createBoundedCache<Ready>>;
}

/** An item of any edition that was published, read from the database: for who works beside the main thread. */
export function publishedItem(db: Db, itemId: string): CatalogueItem | null {
  const row = itemRow(db, itemId);
  if (!row || row.editionState === 'draft') return null;
  const { editionState: _editionState, ...item } = row;
  return item;
}

export function createCatalogue({ db }: Pick<Ports, 'db'>): Catalogue {
  let state = load();
  let facts: { readonly of: EditionIndex | null; readonly byItem: ReadonlyMap<string, OrderingFacts> } = { of: null, byItem: new Map() };

  function load(): State {
    const published = publishedEdition(db);
    const rows = published ? editionRows(db, published.id) : [];
    return {
      index: published ? createEditionIndex(presentEdition(published, rows.length), rows) : null,
      settled: new Set(
        allEditions(db)
          .filter((edition) => edition.state !== 'draft')
          .map(({ id }) => id),
      ),
      items: createBoundedCache<CatalogueItem>(cachedItems, () => 1),
      answers: createBoundedCache<Ready>(cachedBytes, ({ body }) => body.length),
    };
  }

  function itemById(itemId: string): CatalogueItem | null {
    const known = state.items.get(itemId);
    if (known) return known;
    const item = itemInForce(itemId) ?? publishedItem(db, itemId);
    if (!item) return null;
    // Read inside a transaction that publishes, an item may yet become a draft again: it is shown, but not kept.
    if (state.settled.has(item.editionId)) state.items.set(itemId, item);
    return item;
  }

  function itemInForce(itemId: string): CatalogueItem | null {
    const { index } = state;
    const row = index?.rowById(itemId);
    const rest = row && termsRow(db, itemId);
    return index && row && rest ? { ...row, editionId: index.edition.id, editionNumber: index.edition.number, ...rest } : null;
  }

  function read(itemId: string): Ready | null {
    const known = state.answers.get(itemId);
    if (known) return known;
    const item = itemById(itemId);
    if (!item) return null;
    const answer = readyAnswer(presentItem(db, item));
    if (state.settled.has(item.editionId)) state.answers.set(itemId, answer);
    return answer;
  }

  return {
    edition: () => state.index?.edition ?? null,
    rowById: (itemId) => state.index?.rowById(itemId) ?? null,
    rowByPower: (powerId) => state.index?.rowByPower(powerId) ?? null,
    rowByCode: (code) => state.index?.rowByCode(code) ?? null,
    itemById,
    itemByPower(powerId) {
      const row = state.index?.rowByPower(powerId);
      return row ? itemById(row.id) : null;
    },
    termsOf: (itemId) => itemById(itemId)?.terms ?? null,
    list: (query) => state.index?.list(query) ?? null,
    pick: (query, beyond) => state.index?.pick(query, beyond) ?? null,
    rows: () => state.index?.rows ?? [],
    orderingFacts() {
      const { index } = state;
      if (index !== null && facts.of !== index) facts = { of: index, byItem: orderingFactsOf(db, index.edition.id) };
      return facts.byItem;
    },
    read,
    refresh() {
      state = load();
    },
  };
}
