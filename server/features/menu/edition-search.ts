import type { MenuRow, listMenu } from '#contract/menu.ts';
import type { QueryOf } from '#contract/operation.ts';
import { holdsAll, searchedText } from './words-searched.ts';

type MenuQuery = QueryOf<typeof listMenu>;
export type Sort = NonNullable<MenuQuery['sort']>;

/** One row at its place in one order, with the text that a search looks through. */
export interface Entry {
  readonly row: MenuRow;
  readonly text: string;
  readonly place: number;
}
export interface Order {
  readonly entries: readonly Entry[];
  readonly byCode: ReadonlyMap<string, Entry>;
  /** The entries that hold a character, in order: whoever searches for a word looks through those with its rarest one. */
  readonly byCharacter: ReadonlyMap<string, readonly Entry[]>;
}

const byName = new Intl.Collator('zh-CN', { numeric: true });
const rank = { easy: 0, medium: 1, hard: 2 } as const satisfies Record<MenuRow['difficulty'], number>;
const inCodeOrder = (a: MenuRow, b: MenuRow): number => (a.code < b.code ? -1 : 1);
const orderings: Record<Sort, (a: MenuRow, b: MenuRow) => number> = {
  code: inCodeOrder,
  name: (a, b) => byName.compare(a.name, b.name) || inCodeOrder(a, b),
  difficulty: (a, b) => rank[a.difficulty] - rank[b.difficulty] || inCodeOrder(a, b),
};
export const filters = ['category', 'statutoryType', 'carrier', 'difficulty', 'liability'] as const satisfies readonly (keyof MenuQuery &
  keyof MenuRow)[];

export function orderRows(rows: readonly MenuRow[], sort: Sort): Order {
  const entries = [...rows].sort(orderings[sort]).map((row, place) => ({ row, text: searchedText(row.name, row.code), place }));
  const byCharacter = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const character of new Set(entry.text)) {
      const known = byCharacter.get(character);
      if (known) known.push(entry);
      else byCharacter.set(character, [entry]);
    }
  }
  return { entries, byCode: new Map(entries.map((entry) => [entry.row.code, entry])), byCharacter };
}

/** The entries that may hold all the words. */
function candidates({ entries, byCharacter }: Order, words: readonly string[]): readonly Entry[] {
  let fewest = entries;
  for (const character of words.join('')) {
    const holding = byCharacter.get(character) ?? [];
    if (holding.length < fewest.length) fewest = holding;
  }
  return fewest;
}

interface Department {
  readonly id: string;
  readonly name: string;
  count: number;
}
export interface Found {
  readonly entries: readonly Entry[];
  readonly departments: readonly Department[];
}

/** One walk finds the items and counts how many each department would show under the same filters. */
export function find(order: Order, query: MenuQuery, words: readonly string[]): Found {
  const asked = filters.filter((name) => query[name] !== undefined);
  const departments = new Map<string, Department>();
  const entries: Entry[] = [];
  for (const entry of candidates(order, words)) {
    const { row, text } = entry;
    if (!asked.every((name) => row[name] === query[name]) || !holdsAll(text, words)) continue;
    countIn(departments, row);
    if (query.departmentId === undefined || row.departmentId === query.departmentId) entries.push(entry);
  }
  return { entries, departments: [...departments.values()].sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)) };
}

function countIn(departments: Map<string, Department>, { departmentId, departmentName }: MenuRow): void {
  const known = departments.get(departmentId);
  if (known) known.count += 1;
  else departments.set(departmentId, { id: departmentId, name: departmentName, count: 1 });
}
