import type { Db } from '#db/connection.ts';
import { planOf } from './plans.ts';

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
      const original: (...values: unknown[]) => unknown = statement[method].bind(statement);
      Object.assign(statement, {
        [method]: (...values: unknown[]) => {
          seen.push(source);
          return original(...values);
        },
      });
    }
    return statement;
  }) as typeof prepare;
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

/**
 * A grant is inserted with a trigger, so SQLite is ready to look whether requests that pointed to no grant point to this one. It looks
 * only while such requests are counted (OP_FkIfZero), and no key here is deferred: none ever is.
 */
const isKeyCheck = (source: string, step: string): boolean => /^insert into "?grants"?/i.test(source) && step === 'SCAN requests';

/** The steps of a statement's plan that read a growing table from end to end. */
export function scansOf(db: Db, source: string): string[] {
  if (!/^\s*(select|insert|update|delete|with)/i.test(source) || /ORDER BY seq DESC LIMIT 1$/i.test(source)) return [];
  return planOf(db, source).filter(
    (step) => step.startsWith('SCAN') && !harmless.some((one) => one.test(step)) && !isKeyCheck(source, step),
  );
}
