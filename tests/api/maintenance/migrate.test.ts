import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate as drizzleMigrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder } from '#db/data-folder.ts';
import { openInstallation } from '#db/installation.ts';
import { migrateInstallation, rehearseMigration } from '#db/migrate.ts';
import { findMigrations, readMigrations } from '#db/migrations.ts';
import { backUp } from '#server/maintenance/backup.ts';
import { createTestFolder } from '#tests/support/database.ts';

const base = [
  ['0000_base', 'CREATE TABLE installation (id text PRIMARY KEY NOT NULL, created_at integer NOT NULL)'],
  [
    '0001_audit',
    'CREATE TABLE audit_records (seq integer PRIMARY KEY, at, actor_id, actor_name, on_behalf_of_id, on_behalf_of, action, subject_kind, subject_id, detail, request_id, algorithm, prev_hash, hash)',
  ],
  [
    '0002_family',
    `CREATE TABLE parents (id integer PRIMARY KEY, name text);--> statement-breakpoint
     CREATE TABLE children (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES parents (id) ON DELETE CASCADE)`,
  ],
] as const;
type Source = readonly (readonly [tag: string, source: string])[];

// What drizzle-kit writes for a changed default; it was seen to empty `children` (RULES.md R7).
const rebuild = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
  CREATE TABLE __new_parents (id integer PRIMARY KEY, name text DEFAULT 'x' NOT NULL);--> statement-breakpoint
  INSERT INTO __new_parents SELECT id, coalesce(name, 'x') FROM parents;--> statement-breakpoint
  DROP TABLE parents;--> statement-breakpoint
  ALTER TABLE __new_parents RENAME TO parents;--> statement-breakpoint
  PRAGMA foreign_keys=ON;`;

let folder: ReturnType<typeof createTestFolder>;
let data: string;
beforeEach(() => {
  folder = createTestFolder();
  data = join(folder.directory, 'data');
});
afterEach(() => folder.dispose());

function program(sources: Source, whens: readonly number[] = sources.map((_, index) => index + 1)): string {
  const at = join(
    folder.directory,
    `program-${createHash('sha1')
      .update(JSON.stringify([sources, whens]))
      .digest('hex')
      .slice(0, 8)}`,
  );
  mkdirSync(join(at, 'meta'), { recursive: true });
  for (const [tag, source] of sources) writeFileSync(join(at, `${tag}.sql`), source);
  const entries = sources.map(([tag], index) => ({ idx: index, version: '6', when: whens[index], tag, breakpoints: true }));
  writeFileSync(join(at, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }));
  return at;
}

const migrateTo = (sources: Source, create = false) =>
  migrateInstallation({
    directory: data,
    migrations: readMigrations(program(sources)),
    now: 5,
    create,
    backUp: async (at) => (await backUp(at, Date.UTC(2026, 10, 22))).path,
  });

/** Works on the file as a program would that has it open. */
function inFile<T>(work: (client: Database.Database) => T): T {
  const client = new Database(dataFolder(data).database);
  try {
    return work(client);
  } finally {
    client.close();
  }
}

const family = () =>
  inFile((client) => client.prepare('SELECT (SELECT count(*) FROM parents) || (SELECT count(*) FROM children)').pluck().get());
const haveFamily = () =>
  inFile((client) => client.exec(`INSERT INTO parents VALUES (1, 'a'), (2, NULL); INSERT INTO children VALUES (1, 1), (2, 1), (3, 2)`));

describe('a new installation', () => {
  it('is begun only when somebody says so', async () => {
    await expect(migrateTo(base)).rejects.toMatchObject({ kind: 'missing' });
    mkdirSync(data);
    await expect(migrateTo(base)).rejects.toThrow('--create');
    expect(readdirSync(data).filter((name) => name.startsWith('county'))).toEqual([]);
    expect(await migrateTo(base, true)).toEqual({ applied: base.map(([tag]) => tag), isNew: true, backup: null });
    expect(await migrateTo(base)).toEqual({ applied: [], isNew: false, backup: null });
    const opened = openInstallation(data, 'test', program(base));
    expect(opened.installation.createdAt).toBe(5);
    opened.db.$client.close();
    opened.release();
  });

  it('is not what a lost database looks like', async () => {
    await migrateTo(base, true);
    const { database } = dataFolder(data);
    truncateSync(database, 0);
    await expect(migrateTo(base, true)).rejects.toThrow('is gone');
    rmSync(database);
    await expect(migrateTo(base, true)).rejects.toThrow('npm run restore');
    expect(() => openInstallation(data, 'test', program(base))).toThrow('npm run restore');
    expect(existsSync(database)).toBe(false);
  });

  it('is understood by drizzle, whose books it keeps', async () => {
    await migrateTo(base, true);
    const more: Source = [...base, ['0003_more', 'CREATE TABLE more (id integer)']];
    inFile((client) => drizzleMigrate(drizzle(client), { migrationsFolder: program(more) }));
    expect(await migrateTo(more)).toMatchObject({ applied: [] });
  });
});

describe('an upgrade', () => {
  beforeEach(async () => {
    await migrateTo(base, true);
    haveFamily();
  });

  it('backs up, then keeps every row through a table rebuild', async () => {
    const { applied, backup } = await migrateTo([...base, ['0003_rebuild', rebuild]]);
    expect(applied).toEqual(['0003_rebuild']);
    expect(existsSync(backup ?? '')).toBe(true);
    expect(family()).toBe('23');
  });

  it.each([
    ['a statement fails', 'CREATE TABLE extra (id); SELECT * FROM nowhere', 'failed'],
    ['rows vanish', 'DELETE FROM children WHERE id = 3', 'children would keep 2 of 3 rows'],
    ['a table vanishes', 'DROP TABLE children', 'children would keep 0 of 3 rows'],
    ['keys break', `INSERT INTO children VALUES (9, 99)`, 'point nowhere'],
  ])('is undone when %s', async (_, source, reason) => {
    await expect(migrateTo([...base, ['0003_bad', source]])).rejects.toThrow(reason);
    expect(family()).toBe('23');
    expect(inFile((client) => client.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'extra'`).pluck().get())).toBe(0);
    expect(await migrateTo(base)).toMatchObject({ applied: [] });
  });

  it('may drop what the review said it drops', async () => {
    await migrateTo([...base, ['0003_drop', '-- reviewed: drops children\nDROP TABLE children']]);
    expect(
      await rehearseMigration(data, readMigrations(program([...base, ['0003_drop', '-- reviewed: drops children\nDROP TABLE children']]))),
    ).toEqual([]);
  });

  it('is rehearsed on a copy, beside a running server', async () => {
    const server = openInstallation(data, 'server', program(base));
    const next = readMigrations(program([...base, ['0003_rebuild', rebuild]]));
    expect(await rehearseMigration(data, next)).toEqual(['0003_rebuild']);
    const bad = readMigrations(program([...base, ['0003_bad', 'DELETE FROM children']]));
    await expect(rehearseMigration(data, bad)).rejects.toThrow('children would keep 0');
    server.db.$client.close();
    server.release();
    expect(family()).toBe('23');
    expect(readdirSync(data).filter((name) => name.startsWith('rehearsal'))).toEqual([]);
  });

  it('waits for the server to stop', async () => {
    const server = openInstallation(data, 'server', program(base));
    await expect(migrateTo(base)).rejects.toThrow(/in use by another process \(server, process \d+\)/);
    server.db.$client.close();
    server.release();
    await migrateTo(base);
  });
});

describe('a file that is not of this program', () => {
  beforeEach(() => migrateTo(base, true));

  it('is refused when it is newer', async () => {
    await expect(migrateTo(base.slice(0, 2))).rejects.toThrow('newer version');
    expect(() => openInstallation(data, 'test', program(base.slice(0, 2)))).toThrow('newer version');
  });

  it('is refused when a migration was edited after it was applied', async () => {
    const edited: Source = base.map(([tag, source]) => [tag, tag === '0001_audit' ? `${source} -- edited` : source]);
    await expect(migrateTo(edited)).rejects.toThrow('0001_audit');
  });

  it('is not served while it lacks migrations', () => {
    const next: Source = [...base, ['0003_more', 'CREATE TABLE more (id integer)']];
    expect(() => openInstallation(data, 'test', program(next))).toThrow(/lacks 1 migration\(s\): 0003_more.*npm run migrate/);
  });

  it('is refused when its marker names another installation', () => {
    const { marker } = dataFolder(data);
    writeFileSync(marker, JSON.stringify({ id: 'somebody-else', createdAt: 1 }));
    expect(() => openInstallation(data, 'test', program(base))).toThrow('another installation');
  });
});

describe('the program itself', () => {
  it('refuses a migration that was merged late, which drizzle would skip without a word', () => {
    expect(() => readMigrations(program(base, [1, 3, 2]))).toThrow('0002_family is dated before');
  });

  it('carries migrations that follow each other', () => {
    expect(readMigrations(findMigrations()).length).toBeGreaterThan(0);
  });
});
