import type { Db } from '#db/connection.ts';

/** The statements that are prepared while `work` runs; those prepared before are not seen, so give it a database of its own. */
export async function statementsOf(db: Db, work: () => unknown): Promise<string[]> {
  const seen: string[] = [];
  const prepare = db.$client.prepare.bind(db.$client);
  db.$client.prepare = ((sql: string) => {
    seen.push(sql);
    return prepare(sql);
  }) as typeof db.$client.prepare;
  try {
    await work();
  } finally {
    db.$client.prepare = prepare;
  }
  return seen;
}

/** How SQLite would find the rows, a line per step: SEARCH goes through an index, SCAN reads all. */
export function planOf(db: Db, sql: string, ...parameters: unknown[]): string[] {
  // The plan does not depend on the values, yet the driver wants one for each.
  const names = [...sql.matchAll(/[:@](\w+)/g)].map((found) => [found[1], null]);
  const places = Array.from(sql.matchAll(/\?/g), () => null);
  const statement = db.$client.prepare(`EXPLAIN QUERY PLAN ${sql}`);
  const steps = names.length > 0 ? statement.all(Object.fromEntries(names), ...places) : statement.all(...places);
  return (steps as { readonly detail: string }[]).map(({ detail }) => detail);
}
