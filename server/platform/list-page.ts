import { countedUpTo } from '#db/statements/count-up-to.ts';

/** The rows of a page, and where the next one begins; null after the last. */
export interface ListPage<Row> {
  readonly shown: readonly Row[];
  readonly nextCursor: string | null;
}

/** The end of every list: one row more than is shown was read, to know whether there are more. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string): ListPage<Row> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { shown, nextCursor: last === undefined ? null : cursorOf(last) };
}

/** What a list says of its length: beyond what is counted it is "more than". */
export const totalOf = (count: number): { readonly total: number; readonly isTotalExact: boolean } => ({
  total: Math.min(count, countedUpTo),
  isTotalExact: count <= countedUpTo,
});
