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
  const steps = db.$client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(parameters.length > 0 ? parameters : blanksFor(sql)));
  return (steps as { readonly detail: string }[]).map(({ detail }) => detail);
}

/** The plan does not depend on the values, yet the driver wants one for each. */
function blanksFor(sql: string): unknown[] {
  const names = [...sql.matchAll(/[:@](\w+)/g)].map((found) => [found[1], null] as const);
  const places = Array.from(sql.matchAll(/\?/g), () => null);
  return names.length > 0 ? [Object.fromEntries(names), ...places] : places;
}

/** Every statement that was run since the last look, as SQL. */
export interface Trace {
  take(): string[];
}

const methods = ['run', 'get', 'all', 'iterate'] as const;

/** Listens to what a database is asked. To be called before anything is prepared on it. */
export function traceStatements({ $client }: Db): Trace {
  let seen: string[] = [];
  const prepare = $client.prepare.bind($client);
  $client.prepare = ((source: string) => {
    const statement = prepare(source);
    for (const method of methods) {
      const original = (statement[method] as (...values: unknown[]) => unknown).bind(statement);
      Object.assign(statement, {
        [method]: (...values: unknown[]) => {
          seen.push(source);
          return original(...values);
        },
      });
    }
    return statement;
  }) as typeof $client.prepare;
  return {
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
  };
}

/** Tables of a fixed size, whatever a county does: reading all of them costs the same on every day. */
const small = 'settings|calendar_days|calendar_years|certificate_kinds|menu_editions|json_each|sqlite_schema|installation';
/** One row from the end of a table, and the walk over what a search inside has found, are bounded by what they say. */
const harmless = [
  new RegExp(`^SCAN (${small})\\b`),
  /^SCAN (\(|counted|CONSTANT|recent\b)/,
  /^SCAN organisations USING (COVERING )?INDEX organisations_county$/,
];

/** The steps of a statement's plan that read a growing table from end to end. */
export function scansOf(db: Db, source: string): string[] {
  if (!/^\s*(select|insert|update|delete|with)/i.test(source) || /ORDER BY seq DESC LIMIT 1$/i.test(source)) return [];
  return planOf(db, source).filter((step) => step.startsWith('SCAN') && !harmless.some((one) => one.test(step)));
}
