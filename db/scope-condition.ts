import { and, eq, inArray, or, sql, type Column, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Ground, Scope } from '#server/domain/people/scope.ts';

/** Where a field of a scope stands: in a column, or in a condition of its own where a column is not what says it. */
export type ScopeColumns<Field extends string> = Readonly<Record<Field, Column | ((values: readonly string[]) => SQL)>>;

function fieldIs(place: Column | ((values: readonly string[]) => SQL), values: readonly string[]): SQL {
  if (typeof place === 'function') return place(values);
  const [only] = values;
  // One value as an equation: only then do the rows come out of the index in order.
  return values.length === 1 && only !== undefined ? eq(place, only) : inArray(place, [...values]);
}

function groundIs<Field extends string>(ground: Ground<Field>, columns: ScopeColumns<Field>): SQL | undefined {
  const fields = Object.entries<Column | ((values: readonly string[]) => SQL)>(columns);
  const values: Readonly<Record<string, readonly string[] | undefined>> = ground;
  return and(...fields.flatMap(([field, place]) => (values[field] ? [fieldIs(place, values[field])] : [])));
}

/** The rows that a scope opens, as one condition; undefined where it opens all. */
export function scopeCondition<Field extends string>(scope: Scope<Field>, columns: ScopeColumns<Field>): SQL | undefined {
  if (scope === 'all') return undefined;
  return or(...scope.map((ground) => groundIs(ground, columns))) ?? sql`0`;
}

/** One stretch of an index each: a ground, and in it one township or department. */
function stretchesOf<Field extends string>(grounds: readonly Ground<Field>[], columns: ScopeColumns<Field>): (SQL | undefined)[] {
  return grounds.flatMap(oneByOne).map((ground) => groundIs(ground, columns));
}

/** A ground of one field with several values, as one ground for each. */
function oneByOne<Field extends string>(ground: Ground<Field>): Ground<Field>[] {
  const entries = Object.entries<readonly string[] | undefined>(ground);
  const [field, values] = entries[0] ?? [];
  if (entries.length !== 1 || field === undefined || values === undefined) return [ground];
  return values.map((value) => ({ ...ground, [field]: [value] }));
}

export interface Newest<Field extends string> {
  readonly table: SQLWrapper;
  readonly id: Column;
  readonly scope: Scope<Field>;
  readonly columns: ScopeColumns<Field>;
  /** What else is asked of a row, where the page begins among it. */
  readonly rest: SQL | undefined;
  readonly most: number;
}

/**
 * The newest rows that a scope opens, as a condition. Where there are several grounds, each is walked in an index of its own from its newest row back,
 * and no further than a page: joined by `or`, a list would pass over the rows of all others, or sort all of the own ones first.
 */
export function newestInScope<Field extends string>({ table, id, scope, columns, rest, most }: Newest<Field>): SQL | undefined {
  if (scope === 'all') return rest;
  const stretches = stretchesOf(scope, columns);
  if (stretches.length === 0) return sql`0`;
  if (stretches.length === 1) return and(stretches[0], rest);
  const newest = stretches.map(
    (stretch) => sql`select id from (select ${id} from ${table} where ${and(stretch, rest)} order by ${id} desc limit ${most})`,
  );
  return sql`${id} in (${sql.join(newest, sql` union `)})`;
}
