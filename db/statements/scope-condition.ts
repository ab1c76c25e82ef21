import { and, eq, or, sql, type Column, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Ground, Scope } from '#server/domain/people/scope.ts';
import { isOneOf } from './id-list.ts';

type Place = Column | ((values: readonly string[]) => SQL);
/** Where a field of a scope stands: in a column, or in a condition of its own where a column is not what says it. */
export type ScopeColumns<Field extends string> = Readonly<Record<Field, Place>>;

/** What a ground names: where each field stands, with the values that it may have. */
function placesOf<Field extends string>(ground: Ground<Field>, columns: ScopeColumns<Field>): (readonly [Place, readonly string[]])[] {
  const places = new Map(Object.entries<Place>(columns));
  return Object.entries<readonly string[] | undefined>(ground).flatMap(([field, values]) => {
    if (values === undefined) return [];
    const place = places.get(field);
    // Left out, it would open what the ground does not.
    if (place === undefined) throw new Error(`the field ${field} of a scope has no column`);
    return [[place, values] as const];
  });
}

function fieldIs(place: Place, values: readonly string[]): SQL {
  if (typeof place === 'function') return place(values);
  const [only] = values;
  // One value as an equation: only then do the rows come out of the index in order.
  return values.length === 1 && only !== undefined ? eq(place, only) : isOneOf(place, values);
}

function groundIs<Field extends string>(ground: Ground<Field>, columns: ScopeColumns<Field>): SQL | undefined {
  return and(...placesOf(ground, columns).map(([place, values]) => fieldIs(place, values)));
}

/** The rows that a scope opens, as one condition; undefined where it opens all. */
export function scopeCondition<Field extends string>(scope: Scope<Field>, columns: ScopeColumns<Field>): SQL | undefined {
  if (scope === 'all') return undefined;
  return or(...scope.map((ground) => groundIs(ground, columns))) ?? sql`0`;
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
 * The newest rows that a scope opens, as a condition. Where there are several grounds, or several bodies on one, each is walked in an index of its own
 * from its newest row back, and no further than a page: joined by `or`, a list would pass over the rows of all others, or sort all of the own ones first.
 */
export function newestInScope<Field extends string>(asked: Newest<Field>): SQL | undefined {
  const { id, scope, columns, rest } = asked;
  if (scope === 'all') return rest;
  const [first, ...others] = scope;
  if (first === undefined) return sql`0`;
  if (others.length === 0 && severalIn(first, columns) === null) return and(groundIs(first, columns), rest);
  return sql`${id} in (${sql.join(
    scope.map((ground) => newestOn(ground, asked)),
    sql` union `,
  )})`;
}

/** The ids of the newest rows on one ground. */
function newestOn<Field extends string>(ground: Ground<Field>, { table, id, columns, rest, most }: Newest<Field>): SQL {
  const walked = (stretch: SQL | undefined): SQL =>
    sql`select ${id} from ${table} where ${and(stretch, rest)} order by ${id} desc limit ${most}`;
  const several = severalIn(ground, columns);
  if (several === null) return sql`select id from (${walked(groundIs(ground, columns))})`;
  // The bodies are one parameter: a part of its own for each would make another text of the statement for each number of them (id-list.ts).
  const { place, values } = several;
  return sql`select ${id} from json_each(${JSON.stringify(values)}) as body cross join ${id.table} where ${id} in (${walked(sql`${place} = body.value`)})`;
}

/** The column and the values of a ground that names several values of one column and nothing else. */
function severalIn<Field extends string>(ground: Ground<Field>, columns: ScopeColumns<Field>) {
  const [only, ...others] = placesOf(ground, columns);
  if (only === undefined || others.length > 0) return null;
  const [place, values] = only;
  return typeof place === 'function' || values.length < 2 ? null : { place, values };
}
