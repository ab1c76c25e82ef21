import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Db, Tx } from '#db/connection.ts';
import { applyMigrations } from '#db/migrate.ts';
import { findMigrations, readMigrations } from '#db/migrations.ts';

const templates = new Map<(tx: Tx) => void, Buffer>();
const nothing = (): void => undefined;

/** A migrated database in memory, with what `seed` puts in. Migrating and seeding happen once per process; each call gets a copy of its own. */
export function freshDatabase(seed: (tx: Tx) => void = nothing): Db {
  let bytes = templates.get(seed);
  if (!bytes) {
    bytes = makeTemplate(seed);
    templates.set(seed, bytes);
  }
  const client = new Database(bytes);
  client.pragma('foreign_keys = ON');
  return drizzle(client);
}

function makeTemplate(seed: (tx: Tx) => void): Buffer {
  const client = new Database(':memory:');
  applyMigrations(client, readMigrations(findMigrations()));
  // The template is made outside of any unit of work, before anybody can look at it.
  seed(drizzle(client) as unknown as Tx);
  const bytes = client.serialize();
  client.close();
  return bytes;
}
