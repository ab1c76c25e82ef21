import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/**
 * Whether a column holds one of these: the list is one parameter, so that the statement has one text whatever its length. Each text stays
 * prepared as long as the process (statement-cache.ts), and a mark for each value would be another text for each length.
 */
export const isOneOf = (column: SQLWrapper, values: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
