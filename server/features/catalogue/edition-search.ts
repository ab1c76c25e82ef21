import { facetNames, type FacetName, type Facets, type listMenu } from '#contract/catalogue/menu-items.ts';
import type { MenuRow } from '#contract/catalogue/menu-terms.ts';
import type { QueryOf } from '#contract/operation.ts';
import { rankOf, searchedOf, type Searched, type Word } from '#server/features/powers/index.ts';

export type MenuQuery = QueryOf<typeof listMenu>;
export type Sort = NonNullable<MenuQuery['sort']>;
/** Orders that follow from the edition alone. */
type FixedSort = Exclude<Sort, 'popular'>;

/** One row with what a search and the filters look at; `nth` is its place by code. */
export interface Entry extends Searched {
  readonly row: MenuRow;
  readonly nth: number;
}

/** A published edition taken apart for searching, once. */
export interface SearchedEdition {
  readonly entries: readonly Entry[];
  readonly byCode: ReadonlyMap<string, Entry>;
  /** The entries that hold a character: a search for a word looks through those with its rarest one. */
  readonly byCharacter: ReadonlyMap<string, readonly number[]>;
  /** Values of each facet; `facetOf` says by number which of them an entry has. */
  readonly values: Readonly<Record<FacetName, readonly string[]>>;
  readonly facetOf: Uint16Array;
}

export const byName = new Intl.Collator('zh-CN', { numeric: true });
const tier = { easy: 0, medium: 1, hard: 2 } as const satisfies Record<MenuRow['difficulty'], number>;
const risk = { low: 0, medium: 1, high: 2 } as const satisfies Record<MenuRow['liability'], number>;
const orderings: Record<Exclude<FixedSort, 'code'>, (a: MenuRow, b: MenuRow) => number> = {
  name: (a, b) => byName.compare(a.name, b.name),
  difficulty: (a, b) => tier[a.difficulty] - tier[b.difficulty],
  liability: (a, b) => risk[a.liability] - risk[b.liability],
};
const valueOf = (row: MenuRow, facet: FacetName): string => (facet === 'returnable' ? (row.isReturnable ? 'yes' : 'no') : row[facet]);

export function takeApart(rows: readonly (MenuRow & { readonly pinyin: string | null })[]): SearchedEdition {
  const entries = rows.map(({ pinyin, ...row }, nth) => ({ row, nth, ...searchedOf(row.name, row.code, pinyin) }));
  const byCharacter = new Map<string, number[]>();
  for (const { text, nth } of entries) {
    for (const character of new Set(text)) {
      const known = byCharacter.get(character);
      if (known) known.push(nth);
      else byCharacter.set(character, [nth]);
    }
  }
  return { entries, byCode: new Map(entries.map((entry) => [entry.row.code, entry])), byCharacter, ...facetsOf(entries) };
}

function facetsOf(entries: readonly Entry[]): Pick<SearchedEdition, 'values' | 'facetOf'> {
  const facetOf = new Uint16Array(entries.length * facetNames.length);
  const known = facetNames.map(() => new Map<string, number>());
  for (const { row, nth } of entries) {
    for (const [place, facet] of facetNames.entries()) {
      const numbers = known[place];
      const value = valueOf(row, facet);
      const number = numbers?.get(value) ?? numbers?.size ?? 0;
      numbers?.set(value, number);
      facetOf[nth * facetNames.length + place] = number;
    }
  }
  const values = facetNames.map((facet, place) => [facet, [...(known[place]?.keys() ?? [])]]);
  return { facetOf, values: Object.fromEntries(values) as SearchedEdition['values'] };
}

/** The place of every entry in one order. */
export function placesBy({ entries }: SearchedEdition, sort: FixedSort): Int32Array {
  const places = new Int32Array(entries.length);
  const compare = sort === 'code' ? () => 0 : orderings[sort];
  // Rows come by code and sorting is stable, so equals stay in the order of their codes.
  for (const [place, { nth }] of [...entries].sort((a, b) => compare(a.row, b.row)).entries()) places[nth] = place;
  return places;
}

/** The places of the entries that may hold all the words; null where any may: a spelling is found anywhere. */
function candidates({ byCharacter }: SearchedEdition, words: readonly Word[]): readonly number[] | null {
  let fewest: readonly number[] | null = null;
  for (const word of words) {
    if (word.pinyin !== null) continue;
    for (const character of word.text) {
      const holding: readonly number[] = byCharacter.get(character) ?? [];
      if (fewest === null || holding.length < fewest.length) fewest = holding;
    }
  }
  return fewest;
}

export interface Found {
  /** By code. */
  readonly entries: readonly Entry[];
  /** Where words were searched for: how well each entry answers them, 0 the best. */
  readonly ranks: readonly number[];
  readonly facets: Facets;
}

const manyFaults = -2;
const noFault = -1;

/**
 * One walk finds the items and counts, for every value of every filter, how many there would be if that value were chosen
 * and the other filters stayed. `isIn` narrows to what concerns this reader alone: own favourites, what the township holds.
 */
export function find(edition: SearchedEdition, query: MenuQuery, words: readonly Word[], isIn?: (row: MenuRow) => boolean): Found {
  const { values, facetOf } = edition;
  const wide = facetNames.length;
  // The number of the value asked for, or one that no item has.
  const asked = facetNames.map((facet) => (query[facet] === undefined ? null : values[facet].indexOf(query[facet])));
  const filtered = [...asked.keys()].filter((place) => asked[place] !== null);
  const counts = facetNames.map((facet) => new Uint32Array(values[facet].length));
  const entries: Entry[] = [];
  const ranks: number[] = [];
  const count = (place: number, nth: number): void => {
    const counted = counts[place];
    const value = facetOf[nth * wide + place];
    if (counted !== undefined && value !== undefined) counted[value] = (counted[value] ?? 0) + 1;
  };
  const some = candidates(edition, words);
  const many = some?.length ?? edition.entries.length;
  for (let step = 0; step < many; step += 1) {
    const entry = edition.entries[some === null ? step : (some[step] ?? 0)];
    if (entry === undefined) continue;
    let fault = noFault;
    for (const place of filtered) {
      if (facetOf[entry.nth * wide + place] === asked[place]) continue;
      fault = fault === noFault ? place : manyFaults;
      if (fault === manyFaults) break;
    }
    if (fault === manyFaults || isIn?.(entry.row) === false) continue;
    const rank = words.length === 0 ? 0 : rankOf(entry, words);
    if (rank < 0) continue;
    if (fault !== noFault) {
      count(fault, entry.nth);
      continue;
    }
    entries.push(entry);
    ranks.push(rank);
    for (let place = 0; place < wide; place += 1) count(place, entry.nth);
  }
  return { entries, ranks, facets: presentFacets(edition, counts) };
}

function presentFacets({ values }: SearchedEdition, counts: readonly Uint32Array[]): Facets {
  const named = facetNames.map((facet, place) => {
    const counted = values[facet].map((value, number) => [value, counts[place]?.[number] ?? 0] as const);
    return [facet, Object.fromEntries(counted.filter(([, count]) => count > 0))];
  });
  return Object.fromEntries(named) as Facets;
}
