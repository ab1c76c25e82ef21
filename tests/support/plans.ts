import type { Db } from '#db/connection.ts';

/** The statements that are prepared while `work` runs; those prepared before are not seen, so give it a database of its own. */
export async function statementsOf(db: Db, work: () => unknown): Promise<string[]> {
  const seen: string[] = [];
  const prepare = db.$client.prepare.bind(db.$client);
  db.$client.prepare = (sql: string) => {
    seen.push(sql);
    return prepare(sql);
  };
  try {
    await work();
  } finally {
    db.$client.prepare = prepare;
  }
  return seen;
}

/** How SQLite would find the rows, a line per step: SEARCH goes through an index, SCAN reads all. Values are needed only where their kind decides. */
export function planOf(db: Db, sql: string, ...values: unknown[]): string[] {
  const steps = db.$client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(values.length > 0 ? values : nothingFor(sql)));
  return (steps as { readonly detail: string }[]).map(({ detail }) => detail);
}

/** The driver wants a value for each parameter, though the plan is the same for all. */
function nothingFor(sql: string): unknown[] {
  const named = [...sql.matchAll(/[:@](\w+)/g)].map((found) => [found[1], null] as const);
  const placed = Array.from(sql.matchAll(/\?/g), () => null);
  return named.length > 0 ? [Object.fromEntries(named), ...placed] : placed;
}
