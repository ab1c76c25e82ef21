import { foldText } from '#server/domain/values/text.ts';

/** A row that has something in it: its number as a person counts it, and its texts from the first column on. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Cells merged into one, by rows as a person counts them and columns from 0; the text stands in the first. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Grid {
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
}

export interface SheetHeader {
  /** The last row of the header; 0 where the sheet has none. */
  readonly row: number;
  /** By column; empty where a column has no header. */
  readonly headers: readonly string[];
  /** Rows above it. */
  readonly titles: readonly SkippedRow[];
}

export type SkippedKind = 'title' | 'repeated_header' | 'section' | 'subtotal' | 'note';
export interface SkippedRow {
  readonly row: number;
  readonly kind: SkippedKind;
  readonly text: string;
}

export interface SheetBody {
  readonly rows: readonly GridRow[];
  readonly skipped: readonly SkippedRow[];
  /** Empty rows between the header and the last row. */
  readonly blank: number;
  /** Texts that stand in the first cell of a merge and count for the rows below it. */
  readonly carried: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

const searchedRows = 40;
const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
const filled = ({ cells }: GridRow): string[] => cells.filter((text) => !isBlank(text));
const texts = (row: GridRow): string => [...new Set(filled(row).map((text) => text.trim()))].join(' ');

/** Where the header of a sheet stands: the row with most words that columns are known by; without any, the first row with two texts (RULES.md 3.48). */
export function findHeader(grid: Grid, isKnown: (header: string) => boolean): SheetHeader {
  const candidates = grid.rows.slice(0, searchedRows);
  const scored = candidates.map((row) => new Set(row.cells.filter((text) => !isBlank(text) && isKnown(text)).map(foldText)).size);
  const best = Math.max(0, ...scored);
  const index = best > 0 ? scored.indexOf(best) : candidates.findIndex((row) => filled(row).length > 1);
  const row = candidates[index];
  if (!row) return { row: 0, headers: [], titles: [] };
  const { top, bottom } = headerRows(grid, row);
  const headers = joinedHeaders(grid, top, bottom, isKnown);
  const titles = candidates
    .filter((other) => other.row < top)
    .map((other) => ({ row: other.row, kind: 'title' as const, text: texts(other) }));
  return { row: bottom, headers, titles };
}

/** A header of two rows has groups above, merged over their columns, and single columns merged downwards. */
function headerRows({ rows, merges }: Grid, { row }: GridRow): { readonly top: number; readonly bottom: number } {
  const hasGroups = (top: number): boolean => {
    const across = merges.filter((merge) => merge.top === top && merge.bottom === top && merge.right > merge.left);
    const down = merges.some((merge) => merge.top === top && merge.bottom === top + 1);
    return across.length > 0 && down && rows.some((other) => other.row === top + 1);
  };
  if (hasGroups(row)) return { top: row, bottom: row + 1 };
  if (hasGroups(row - 1)) return { top: row - 1, bottom: row };
  return { top: row, bottom: row };
}

function joinedHeaders({ rows, merges }: Grid, top: number, bottom: number, isKnown: (header: string) => boolean): string[] {
  const upper = rows.find((other) => other.row === top)?.cells ?? [];
  if (top === bottom) return upper.map((text) => text.trim());
  const lower = rows.find((other) => other.row === bottom)?.cells ?? [];
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const group = merges.find((merge) => merge.top === top && merge.left <= column && column <= merge.right);
    const above = (upper[group?.left ?? column] ?? '').trim();
    const below = (lower[column] ?? '').trim();
    if (below === '' || below === above) return above;
    return isKnown(below) ? below : `${above}${below}`;
  });
}

const subtotal = /^(?:合计|小计|总计|共计|累计|本页合计)(?:[:：]|$|[\d（(])/;
const sectionNumber =
  /^(?:[（(]?[一二三四五六七八九十百]+[）)]?[、.．:：]|第[一二三四五六七八九十百]+(?:部分|类|章|节)|[（(][一二三四五六七八九十]+[）)])/;
const remark =
  /^(?:注|备注|说明|填表说明|填报说明|填报单位|填表人|填报人|审核人|制表人|联系人|联系电话|填表时间|填报时间|打印时间|单位负责人)\s*[:：\d]/;

interface Judging {
  readonly folded: readonly string[];
  readonly required: readonly number[];
  /** Where merges over several columns begin, as `row:column`. */
  readonly across: ReadonlySet<string>;
}

/** The rows below the header, each taken as data or named as what it is; a row with all that is required is always data (RULES.md 3.48). */
export function splitRows(grid: Grid, header: SheetHeader, required: readonly number[]): SheetBody {
  const below = grid.rows.filter(({ row }) => row > header.row);
  const across = grid.merges.filter((merge) => merge.right > merge.left).map(({ top, left }) => `${String(top)}:${String(left)}`);
  const judging = { folded: header.headers.map(foldText), required, across: new Set(across) };
  const carried = carriedDown(grid.merges, below);
  const rows: GridRow[] = [];
  const skipped: SkippedRow[] = [];
  for (const row of below) {
    const cells = withCarried(row.cells, carried.get(row.row) ?? []);
    const kind = kindOf(row, cells, judging);
    if (kind === 'data') rows.push({ row: row.row, cells });
    else skipped.push({ row: row.row, kind, text: texts(row) });
  }
  const taken = new Set(rows.map(({ row }) => row));
  const last = below.at(-1)?.row ?? header.row;
  return {
    rows,
    skipped,
    blank: last - header.row - below.length,
    carried: [...carried].flatMap(([row, cells]) => (taken.has(row) ? cells.map((cell) => ({ row, ...cell })) : [])),
  };
}

function kindOf(own: GridRow, cells: readonly string[], { folded, required, across }: Judging): SkippedKind | 'data' {
  const words = filled(own);
  const same = own.cells.filter((text, column) => !isBlank(text) && foldText(text) === folded[column]).length;
  if (same === words.length && (same > 1 || same === folded.filter((text) => text !== '').length)) return 'repeated_header';
  if (required.length > 0 && required.every((column) => !isBlank(cells[column]))) return 'data';
  const [first = ''] = words;
  const bare = first.replaceAll(/\s/g, '');
  if (subtotal.test(bare)) return 'subtotal';
  const isSingle = new Set(words.map((word) => word.trim())).size === 1;
  if (isSingle && remark.test(bare)) return 'note';
  const column = own.cells.findIndex((text) => !isBlank(text));
  if (isSingle && (sectionNumber.test(bare) || across.has(`${String(own.row)}:${String(column)}`))) return 'section';
  return 'data';
}

type Carried = { readonly column: number; readonly text: string };

/** The text of a merge belongs to each row that it covers; only rows that have something of their own are looked at. */
function carriedDown(merges: readonly Merge[], below: readonly GridRow[]): Map<number, Carried[]> {
  const byRow = new Map(below.map((row) => [row.row, row]));
  const found = new Map<number, Carried[]>();
  for (const { top, bottom, left } of merges) {
    const text = byRow.get(top)?.cells[left] ?? '';
    if (bottom === top || isBlank(text)) continue;
    for (let row = top + 1; row <= bottom; row += 1) {
      if (byRow.has(row)) found.set(row, [...(found.get(row) ?? []), { column: left, text }]);
    }
  }
  return found;
}

function withCarried(cells: readonly string[], carried: readonly Carried[]): readonly string[] {
  if (carried.length === 0) return cells;
  const whole = [...cells];
  for (const { column, text } of carried) whole[column] = text;
  return Array.from(whole, (text: string | undefined) => text ?? '');
}
