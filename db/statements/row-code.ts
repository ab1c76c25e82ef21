import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** Columns of a table as text for a statement of one's own, and their values in that order as the file keeps them. */
export interface RowCode<Row> {
  /** `id, order_id, ...` */
  readonly names: string;
  /** `?, ?, ...` */
  readonly places: string;
  /** `id = ?, order_id = ?, ...` */
  readonly assignments: string;
  /** `value ->> '$[0]', ...`: the same columns of a row in a JSON array of encoded rows, for `SELECT ... FROM json_each(?)`. */
  readonly elements: string;
  readonly encode: (row: Row) => unknown[];
}

/**
 * For the few rows that are written all day: drizzle fills placeholders one by one, which takes longer than the writing. The names
 * and the code of each column still come from the schema, so that they cannot drift from it.
 */
export function rowCode<T extends SQLiteTable, K extends keyof T['$inferSelect'] & string = keyof T['$inferSelect'] & string>(
  table: T,
  keys: readonly K[] = Object.keys(getTableColumns(table)) as K[],
): RowCode<Pick<T['$inferSelect'], K>> {
  const columns = getTableColumns(table);
  const chosen = keys.map((key) => {
    const column = columns[key];
    if (!column) throw new Error(`there is no column ${key}`);
    return {
      key,
      name: `"${column.name}"`,
      code: plain.has(String(column.dataType)) ? null : (value: unknown) => column.mapToDriverValue(value),
    };
  });
  const names = chosen.map(({ name }) => name);
  return {
    names: names.join(', '),
    places: names.map(() => '?').join(', '),
    assignments: names.map((name) => `${name} = ?`).join(', '),
    elements: names.map((_, place) => `value ->> '$[${String(place)}]'`).join(', '),
    encode: (row) =>
      chosen.map(({ key, code }) => {
        const value: unknown = row[key];
        return code === null || value === null ? value : code(value);
      }),
  };
}

/** Kept as they are; JSON, booleans and kinds of our own have their code in the schema. */
const plain: ReadonlySet<string> = new Set(['string', 'number']);
