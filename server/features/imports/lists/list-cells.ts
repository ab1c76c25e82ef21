import type { SheetColumn } from '#contract/imports/list-files.ts';
import { FOREVER, dayNumber, dayOf, MILLISECONDS_PER_DAY } from '#server/domain/time/time.ts';
import type { WrittenCell } from '#server/spreadsheets/written-sheet.ts';

const valueAt = (thing: unknown, place: string): unknown =>
  place
    .split('.')
    .reduce<unknown>(
      (within, name) =>
        typeof within === 'object' && within !== null && Object.hasOwn(within, name)
          ? (within as Record<string, unknown>)[name]
          : undefined,
      thing,
    );

/** Spreadsheets count days from here, and times as parts of a day. */
const firstDay = dayNumber('1899-12-30');
const dayCell = (day: string): WrittenCell => ({ day: dayNumber(day) - firstDay });

function timeCell(at: number): WrittenCell {
  const day = dayOf(at);
  const since = at - dayNumber(day) * MILLISECONDS_PER_DAY + 8 * 3_600_000;
  return { time: dayNumber(day) - firstDay + Math.floor(since / 60_000) / 1440 };
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** One value as a cell: days and numbers as such, so that they can be sorted and summed; an end that is not known yet stays empty. */
function cellOf(value: unknown, { as, words, empty = '' }: SheetColumn): WrittenCell {
  if (value === null || value === undefined) return empty;
  switch (as) {
    case 'number':
      return typeof value === 'number' ? value : written(value);
    case 'words':
      return words?.[written(value)] ?? written(value);
    case 'day':
      return typeof value === 'string' && value !== '' ? dayCell(value) : '';
    case 'day_at':
    case 'last_day_at':
      if (typeof value !== 'number' || value >= FOREVER) return '';
      return dayCell(dayOf(as === 'day_at' ? value : value - 1));
    case 'instant':
      return typeof value === 'number' && value < FOREVER ? timeCell(value) : '';
    case 'text':
      return written(value);
  }
}

const inText = (cell: WrittenCell): string => {
  if (typeof cell !== 'object') return String(cell);
  return dayOf(((cell.day ?? cell.time) + firstDay) * MILLISECONDS_PER_DAY);
};

/** One cell of a row; of a list, each entry with its parts, one behind the other. */
function cellAt(row: unknown, column: SheetColumn): WrittenCell {
  const value = valueAt(row, column.at);
  if (!Array.isArray(value)) return cellOf(value, column);
  const entries = value.map((entry: unknown) => {
    if (!column.parts) return inText(cellOf(entry, column));
    const parts = column.parts.map((part) => inText(cellOf(valueAt(entry, part), column)));
    return parts.filter((part) => part !== '').join(' ');
  });
  return entries.filter((entry) => entry !== '').join('；') || (column.empty ?? '');
}

/** A row of a list as cells. What the columns name and the row does not have stays empty. */
export const cellsOf = (row: unknown, columns: readonly SheetColumn[]): WrittenCell[] => columns.map((column) => cellAt(row, column));

/** The rows within an answer; null where there are none under that name. */
export function rowsIn(answer: unknown, place: string): readonly unknown[] | null {
  const found = valueAt(answer, place);
  return Array.isArray(found) ? found : null;
}
