import { rmSync } from 'node:fs';
import { openDatabase, type Connection } from './connection.ts';
import { moveDurably } from './durable-file.ts';

export type RowCounts = ReadonlyMap<string, number>;

/** The rows of every table of ours. */
export function countRows(client: Connection): RowCounts {
  const tables = client.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  );
  const names = tables.pluck().all() as string[];
  return new Map(names.map((name) => [name, client.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]));
}

/**
 * Copies one consistent state while others go on writing. The read transaction pins that state: without it every commit of
 * another process would make the copy begin again. `describe` sees the very state that is copied.
 */
export async function copyDatabase<T>(from: string, to: string, describe: (client: Connection) => T | Promise<T>): Promise<T>;
export async function copyDatabase(from: string, to: string): Promise<void>;
export async function copyDatabase<T>(from: string, to: string, describe?: (client: Connection) => T | Promise<T>): Promise<T | undefined> {
  const source = openDatabase(from, { readonly: true, check: false }).$client;
  const partial = `${to}.partial`;
  removeDatabase(partial);
  try {
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    const described = await describe?.(source);
    await source.backup(partial);
    makeSingleFile(partial);
    moveDurably(partial, to);
    return described;
  } finally {
    source.close();
    removeDatabase(partial);
  }
}

/** A copy must not need its WAL beside it. */
function makeSingleFile(path: string): void {
  const copy = openDatabase(path, { check: false }).$client;
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

export const companions = ['-wal', '-shm', '-journal'] as const;

export function removeDatabase(path: string): void {
  for (const suffix of ['', ...companions]) rmSync(`${path}${suffix}`, { force: true });
}
