import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { openDatabase, type Db } from '#db/connection.ts';
import { copyDatabase } from '#db/snapshot.ts';
import { createTestFolder } from '#tests/support/database.ts';

const folders: { dispose: () => void }[] = [];
const databases: Db[] = [];
const open = (path = ':memory:'): Db => {
  const db = openDatabase(path, { create: true, check: false });
  databases.push(db);
  return db;
};

afterEach(() => {
  for (const { $client } of databases.splice(0)) if ($client.open) $client.close();
  for (const folder of folders.splice(0)) folder.dispose();
});

test('a text is prepared once for each shape of its rows, and no shape disturbs another', () => {
  const { $client } = open();
  const text = `SELECT 1 AS one, 'a' AS letter`;
  const [rows, raw, pluck] = [$client.prepare(text), $client.prepare(text).raw(), $client.prepare(text).pluck()];
  for (let round = 0; round < 2; round++) {
    expect(rows.get()).toEqual({ one: 1, letter: 'a' });
    expect(raw.all()).toEqual([[1, 'a']]);
    expect(pluck.get()).toBe(1);
    expect([...rows.iterate()]).toEqual([{ one: 1, letter: 'a' }]);
  }
});

test('a statement follows a change of the schema, and a faulty text is refused each time', () => {
  const { $client } = open();
  $client.exec('CREATE TABLE things (a)');
  const all = $client.prepare('SELECT * FROM things');
  $client.prepare('INSERT INTO things VALUES (?)').run(1);
  $client.exec('ALTER TABLE things ADD COLUMN b DEFAULT 2');
  expect(all.all()).toEqual([{ a: 1, b: 2 }]);
  for (let round = 0; round < 2; round++) expect(() => $client.prepare('SELECT a FROM nowhere')).toThrow('no such table');
});

test('a pragma returns what the driver would', () => {
  const { $client } = open();
  expect($client.pragma('user_version = 7')).toEqual([]);
  expect($client.pragma('user_version', { simple: true })).toBe(7);
  expect($client.pragma('user_version')).toEqual([{ user_version: 7 }]);
});

test('nothing that the driver has made is ever collected while the process lives', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let collected = 0;
  let made = 0;
  const registry = new FinalizationRegistry(() => void collected++);
  const prototype = Database.prototype as Pick<Database.Database, 'prepare'>;
  const original = Reflect.get(prototype, 'prepare');
  prototype.prepare = function (this: Database.Database, text: string) {
    const statement = original.call(this, text);
    registry.register(statement, undefined);
    made++;
    return statement;
  } as typeof original;
  try {
    const folder = createTestFolder();
    folders.push(folder);
    for (let round = 0; round < 20; round++) {
      const db = openDatabase(`${folder.directory}/${round}.db`, { create: true, check: false });
      registry.register(db.$client, undefined);
      db.all(sql.raw(`SELECT ${round}`));
      db.$client.pragma('page_count');
      db.$client.close();
      if (round === 0) await copyDatabase(`${folder.directory}/0.db`, `${folder.directory}/copy.db`);
    }
  } finally {
    prototype.prepare = original;
  }
  for (let round = 0; round < 5; round++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(made).toBeGreaterThan(40);
  expect(collected).toBe(0);
});
