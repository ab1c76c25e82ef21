import { existsSync } from 'node:fs';
import { openDatabase, type Connection, type Db } from '#db/connection.ts';
import { dataFolder, noInstallation, type DataFolder } from '#db/data-folder.ts';
import { lostDatabase, readInstallation, readMarker } from '#db/installation.ts';
import { applyMigrations } from '#db/migrate.ts';
import { demandCurrent, type Migration } from '#db/migrations.ts';
import { verifyAudit } from '#server/records/audit.ts';

/** One question to a data folder. Findings are sentences for the person at the terminal; none means healthy. */
export interface DoctorCheck {
  readonly name: string;
  readonly find: (db: Db) => readonly string[] | Promise<readonly string[]>;
}

export interface Diagnosis {
  readonly name: string;
  readonly findings: readonly string[];
  readonly milliseconds: number;
}

/** Reads only, and may run beside the server. `more` holds what the features know of themselves, such as the proof of the ledger. */
export async function examine(
  directory: string,
  migrations: readonly Migration[],
  more: readonly DoctorCheck[],
  onDiagnosis: (diagnosis: Diagnosis) => void,
): Promise<boolean> {
  const folder = dataFolder(directory);
  if (!existsSync(folder.database)) throw readMarker(folder) ? lostDatabase(folder) : noInstallation(folder);
  const db = openDatabase(folder.database, { readonly: true, check: false });
  let isHealthy = true;
  try {
    for (const check of [...ownChecks(folder, migrations), ...more]) {
      const diagnosis = await diagnose(db, check);
      isHealthy &&= diagnosis.findings.length === 0;
      onDiagnosis(diagnosis);
    }
  } finally {
    db.$client.close();
  }
  return isHealthy;
}

async function diagnose(db: Db, { name, find }: DoctorCheck): Promise<Diagnosis> {
  const begun = performance.now();
  try {
    return { name, findings: await find(db), milliseconds: performance.now() - begun };
  } catch (error) {
    // A check that cannot be carried out is a finding too, and must not hide those that follow.
    return { name, findings: [error instanceof Error ? error.message : String(error)], milliseconds: performance.now() - begun };
  }
}

function ownChecks(folder: DataFolder, migrations: readonly Migration[]): readonly DoctorCheck[] {
  return [
    { name: 'file integrity', find: ({ $client }) => notOk($client.pragma('integrity_check(20)') as { integrity_check: string }[]) },
    { name: 'foreign keys', find: ({ $client }) => orphans($client) },
    {
      name: 'migrations',
      find({ $client }) {
        demandCurrent($client, migrations, folder.database);
        return [];
      },
    },
    { name: 'schema', find: ({ $client }) => schemaDifferences($client, migrations) },
    { name: 'installation', find: ({ $client }) => strangeInstallation($client, folder) },
    { name: 'audit trail', find: auditFindings },
  ];
}

const notOk = (rows: readonly { integrity_check: string }[]) =>
  rows.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');

function orphans(client: Connection): readonly string[] {
  const rows = client.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  return rows.slice(0, 20).map((row) => `${row.table}, row ${row.rowid}, points to a row of ${row.parent} that does not exist`);
}

/** Somebody may have dropped a trigger or an index by hand; the migrations, applied to an empty database, tell what belongs there. */
function schemaDifferences(client: Connection, migrations: readonly Migration[]): readonly string[] {
  const ideal = openDatabase(':memory:').$client;
  try {
    applyMigrations(ideal, migrations);
    const [expected, found] = [schemaOf(ideal), schemaOf(client)];
    const names = [...new Set([...expected.keys(), ...found.keys()])];
    return names.flatMap((name) => {
      if (!found.has(name)) return [`${name} is missing`];
      if (!expected.has(name)) return [`${name} does not belong there`];
      return found.get(name) === expected.get(name) ? [] : [`${name} is not as the migrations made it`];
    });
  } finally {
    ideal.close();
  }
}

function schemaOf(client: Connection): ReadonlyMap<string, string> {
  const rows = client
    .prepare(
      `SELECT type || ' ' || name AS name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '__drizzle_migrations'`,
    )
    .all() as { name: string; sql: string | null }[];
  return new Map(rows.map(({ name, sql }) => [name, sql ?? '']));
}

function strangeInstallation(client: Connection, folder: DataFolder): readonly string[] {
  const written = readInstallation(client);
  const marker = readMarker(folder);
  if (!written) return ['the installation was never finished: run npm run migrate -- --create'];
  return marker && marker.id !== written.id ? [`${folder.marker} names another installation than the database`] : [];
}

async function auditFindings(db: Db): Promise<readonly string[]> {
  const verdict = await verifyAudit(db);
  return verdict.isIntact ? [] : [`the chain is broken at record ${verdict.brokenAt ?? verdict.records}`];
}
