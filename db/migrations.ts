import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from './connection.ts';
import { OperatorError } from './operator-error.ts';

export interface Migration {
  readonly tag: string;
  readonly when: number;
  readonly hash: string;
  readonly source: string;
  readonly statements: readonly string[];
}

export type MigrationState =
  | { readonly kind: 'current' }
  | { readonly kind: 'pending'; readonly pending: readonly Migration[] }
  | { readonly kind: 'newer'; readonly applied: number; readonly known: number }
  | { readonly kind: 'edited'; readonly tag: string };

const journalOf = (folder: string) => join(folder, 'meta', '_journal.json');

/** The folder `migrations` beside the program: one level up from the source, two from a bundle. */
export function findMigrations(from: string = import.meta.url): string {
  for (let at = dirname(fileURLToPath(from)); ; at = dirname(at)) {
    const folder = join(at, 'migrations');
    if (existsSync(journalOf(folder))) return folder;
    if (at === dirname(at))
      throw new OperatorError('migrations', 'The folder "migrations" of the program is missing: install the program again.');
  }
}

/** All migrations of the program, oldest first; read as drizzle-kit writes them and hashed as drizzle's migrator hashes them. */
export function readMigrations(folder: string): readonly Migration[] {
  const journal = JSON.parse(readFileSync(journalOf(folder), 'utf8')) as { entries: { tag: string; when: number }[] };
  const migrations = journal.entries.map(({ tag, when }) => {
    const source = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    const statements = source.split('--> statement-breakpoint').filter((statement) => statement.trim() !== '');
    return { tag, when, source, statements, hash: createHash('sha256').update(source).digest('hex') };
  });
  // drizzle compares timestamps only: one that was merged late would be skipped without a word.
  const late = migrations.find((migration, index) => index > 0 && migration.when <= (migrations[index - 1]?.when ?? 0));
  if (late)
    throw new OperatorError('migrations', `Migration ${late.tag} is dated before the one it follows: delete it and generate it again.`);
  return migrations;
}

/** Compares what was applied to the file with what the program knows: same number, same order, same text. */
export function migrationState(client: Connection, migrations: readonly Migration[]): MigrationState {
  const applied = appliedTo(client);
  const edited = migrations.find((migration, index) => applied[index] !== undefined && applied[index].hash !== migration.hash);
  if (edited) return { kind: 'edited', tag: edited.tag };
  if (applied.length > migrations.length) return { kind: 'newer', applied: applied.length, known: migrations.length };
  const pending = migrations.slice(applied.length);
  return pending.length === 0 ? { kind: 'current' } : { kind: 'pending', pending };
}

function appliedTo(client: Connection): readonly { readonly hash: string }[] {
  const table = client.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`).get();
  if (!table) return [];
  return client.prepare('SELECT hash FROM __drizzle_migrations ORDER BY created_at, rowid').all() as { hash: string }[];
}

/** Refuses what this program must not touch: a file that is newer than the program, or was made by another text. */
export function demandKnown(state: MigrationState, path: string): void {
  if (state.kind === 'newer') {
    const text = `${path} was written by a newer version of the program (${state.applied} migrations, this program knows ${state.known}).`;
    throw new OperatorError('migrations', `${text} Install that version, or restore a backup made before it.`);
  }
  if (state.kind === 'edited') {
    const text = `${path} was built by another text of migration ${state.tag} than the program carries.`;
    throw new OperatorError('migrations', `${text} Nothing was changed. Install the program that belongs to it.`);
  }
}

/** What the server demands before it serves. */
export function demandCurrent(client: Connection, migrations: readonly Migration[], path: string): void {
  const state = migrationState(client, migrations);
  demandKnown(state, path);
  if (state.kind === 'pending') {
    const tags = state.pending.map((migration) => migration.tag).join(', ');
    throw new OperatorError('migrations', `${path} lacks ${state.pending.length} migration(s): ${tags}. Run: npm run migrate`);
  }
}
