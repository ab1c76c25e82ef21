import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, prepared, type Db } from '#db/connection.ts';
import { createTestFolder } from '#tests/support/database.ts';

let folder: ReturnType<typeof createTestFolder>;
let path: string;
const opened: Db[] = [];
beforeEach(() => {
  folder = createTestFolder();
  path = join(folder.directory, 'county.sqlite');
});
afterEach(() => {
  for (const db of opened.splice(0)) db.$client.close();
  folder.dispose();
});

function open(...given: Parameters<typeof openDatabase>): Db {
  const db = openDatabase(...given);
  opened.push(db);
  return db;
}

describe('a connection', () => {
  it.each([
    ['journal_mode', 'wal'],
    // 2 is FULL: what was acknowledged survives a power cut (RULES.md R1).
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['wal_autocheckpoint', 0],
  ])('has %s set to %s, on a new file and on the next opening', (pragma, value) => {
    for (const options of [{ create: true }, {}]) expect(open(path, options).$client.pragma(pragma, { simple: true })).toBe(value);
  });

  it('makes no file unasked', () => {
    expect(() => open(path)).toThrow('npm run restore');
    expect(existsSync(path)).toBe(false);
  });

  it('calls what is no database damaged', () => {
    writeFileSync(path, 'x'.repeat(10_000));
    expect(() => open(path)).toThrow('damaged');
  });

  it('writes nothing when it is for reading', () => {
    open(path, { create: true }).$client.exec('CREATE TABLE t (id)');
    expect(() => open(path, { readonly: true }).$client.exec('INSERT INTO t VALUES (1)')).toThrow('readonly');
  });
});

describe('prepared', () => {
  it('builds once per database', () => {
    let built = 0;
    const statements = prepared((db: Db) => {
      built += 1;
      return { one: db.$client.prepare('SELECT 1').pluck() };
    });
    const [first, second] = [open(':memory:'), open(':memory:')];
    for (const db of [first, second, first]) expect(statements(db).one.get()).toBe(1);
    expect(built).toBe(2);
  });
});
