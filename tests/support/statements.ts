import type { Db } from '#db/connection.ts';

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
const small = ['settings', 'calendar_days', 'calendar_years', 'certificate_kinds', 'menu_editions', 'json_each', 'sqlite_schema', 'installation'];

/** The steps of a statement's plan that read a growing table from end to end. */
export function scansOf({ $client }: Db, source: string): string[] {
  if (!/^\s*(select|insert|update|delete|with)/i.test(source)) return [];
  const bare = $client.prepare(`EXPLAIN QUERY PLAN ${source}`);
  const names = new Set([...source.matchAll(/[:@$](\w+)/g)].map((found) => found[1] ?? ''));
  const marks = source.match(/\?/g)?.length ?? 0;
  const values = names.size > 0 ? [Object.fromEntries([...names].map((name) => [name, null]))] : Array.from({ length: marks }, () => null);
  const steps = bare.all(...values) as { readonly detail: string }[];
  return steps.map(({ detail }) => detail).filter((detail) => {
    const table = /^SCAN (\S+)/.exec(detail)?.[1];
    return table !== undefined && !small.some((name) => table.startsWith(name)) && !/^(\(|SUBQUERY|CONSTANT|counted)/.test(table);
  });
}
