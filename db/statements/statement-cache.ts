import type Database from 'better-sqlite3';

type Connection = Database.Database;
type Native = Database.Statement<unknown[]>;
type Shape = 'rows' | 'raw' | 'pluck';

/** Connections that were opened in this process, so that none of them is ever garbage; a closed one weighs nothing. */
const opened: Connection[] = [];

/**
 * From here on each text is prepared once per connection and kept as long as the process. That saves the preparing, and it is what
 * Node 24.19 to 24.21 need: built with their headers, the driver aborts the process when V8 collects a forgotten statement or
 * connection while no script runs (nodejs/node#65446). What is never forgotten is never collected.
 */
export function cacheStatements(client: Connection): void {
  opened.push(client);
  const prepareAnew = client.prepare.bind(client) as (sql: string) => Native;
  const entries = new Map<string, CacheEntry>();
  const entryFor = (sql: string): CacheEntry => {
    const known = entries.get(sql);
    if (known !== undefined) return known;
    // Not kept before it is known to be sound: a text with an error is refused each time.
    const fresh = new CacheEntry(() => prepareAnew(sql));
    entries.set(sql, fresh);
    return fresh;
  };
  const prepare = (sql: string): CachedStatement => new CachedStatement(entryFor(sql));
  const pragma = (source: string, { simple = false }: Database.PragmaOptions = {}): unknown => {
    const { native, isReader } = entryFor(`PRAGMA ${source}`).as(simple ? 'pluck' : 'rows');
    if (isReader) return simple ? native.get() : native.all();
    native.run();
    return simple ? undefined : [];
  };
  Object.assign(client, { prepare, pragma });
  keepBackups(client);
}

/** The driver makes a backup's native object where only it can see it: inside its own half of the connection. */
function keepBackups(client: Connection): void {
  const made: unknown[] = [];
  for (const symbol of Object.getOwnPropertySymbols(client)) {
    const inner: unknown = Reflect.get(client, symbol);
    if (typeof inner !== 'object' || inner === null || !('backup' in inner) || typeof inner.backup !== 'function') continue;
    const start = inner.backup.bind(inner) as (...values: unknown[]) => unknown;
    Object.assign(inner, {
      backup: (...values: unknown[]) => {
        const backup = start(...values);
        made.push(backup);
        return backup;
      },
    });
  }
}

interface Prepared {
  readonly native: Native;
  readonly isReader: boolean;
}

/** One text, prepared once for each shape in which its rows are wanted: the driver keeps the shape with the statement. */
class CacheEntry {
  readonly #prepare: () => Native;
  readonly #shapes: Partial<Record<Shape, Prepared>> = {};
  #unshaped: Native | undefined;

  constructor(prepare: () => Native) {
    this.#prepare = prepare;
    this.#unshaped = prepare();
  }

  as(shape: Shape): Prepared {
    const known = this.#shapes[shape];
    if (known !== undefined) return known;
    const native = this.#unshaped ?? this.#prepare();
    this.#unshaped = undefined;
    const isReader = native.reader;
    if (shape === 'raw') native.raw();
    if (shape === 'pluck') native.pluck();
    return (this.#shapes[shape] = { native, isReader });
  }
}

/** What the house and drizzle ask of a statement. */
class CachedStatement {
  readonly #entries: CacheEntry;
  #shape: Shape = 'rows';
  #native: Native | undefined;

  constructor(entries: CacheEntry) {
    this.#entries = entries;
  }

  run(...values: unknown[]): Database.RunResult {
    return this.#ready().run(...values);
  }

  get(...values: unknown[]): unknown {
    return this.#ready().get(...values);
  }

  all(...values: unknown[]): unknown[] {
    return this.#ready().all(...values);
  }

  iterate(...values: unknown[]): IterableIterator<unknown> {
    return this.#ready().iterate(...values);
  }

  raw(): this {
    return this.#shapedAs('raw');
  }

  pluck(): this {
    return this.#shapedAs('pluck');
  }

  #shapedAs(shape: Shape): this {
    if (shape !== this.#shape) {
      this.#shape = shape;
      this.#native = undefined;
    }
    return this;
  }

  #ready(): Native {
    return (this.#native ??= this.#entries.as(this.#shape).native);
  }
}
