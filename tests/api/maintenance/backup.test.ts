import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import type { DataFolder } from '#db/data-folder.ts';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { createUnitOfWork, type UnitOfWork } from '#db/unit-of-work.ts';
import { appendAudit, auditHead } from '#server/records/audit.ts';
import { backUp, manifestOf, verifyBackup } from '#server/maintenance/backup.ts';
import { examine, type Diagnosis, type DoctorCheck } from '#server/maintenance/doctor.ts';
import { restoreBackup } from '#server/maintenance/restore.ts';
import { createTestFolder, createTestInstallation, migrations } from '#tests/support/database.ts';

const now = Date.UTC(2026, 10, 22, 12, 5, 1);
let test: ReturnType<typeof createTestFolder>;
let folder: DataFolder;
let server: { unitOfWork: UnitOfWork; head: () => number; stop: () => Promise<void> } | undefined;

beforeEach(async () => {
  test = createTestFolder();
  folder = await createTestInstallation(join(test.directory, 'data'));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  test.dispose();
});

function start() {
  const opened = openInstallation(folder.directory, 'server', findMigrations());
  const unitOfWork = createUnitOfWork(opened.db);
  const stop = async () => {
    await unitOfWork.close();
    opened.release();
  };
  return (server = { unitOfWork, head: () => auditHead(opened.db).records, stop });
}

const names = { actorId: null, actorName: '系统', onBehalfOfId: null, onBehalfOf: null };
const record = (unitOfWork: UnitOfWork) =>
  unitOfWork.transact((tx) =>
    appendAudit(tx, {
      ...names,
      at: now,
      action: 'note',
      subjectKind: 'order',
      subjectId: 'O1',
      detail: JSON.stringify('x'.repeat(500)),
      requestId: 'R',
    }),
  );
const recordMany = (unitOfWork: UnitOfWork, count: number) => Promise.all(Array.from({ length: count }, () => record(unitOfWork)));
const restore = (backup: string, directory = folder.directory, adopt = false) =>
  restoreBackup({ directory, backup, migrations, now, adopt });

function spoil(path: string, at: number, bytes = 'damage'): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, at);
  closeSync(file);
}

describe('a backup', () => {
  it('is one consistent state, taken while others write', async () => {
    const { unitOfWork } = start();
    await recordMany(unitOfWork, 300);
    let isDone = false;
    const writing = (async () => {
      while (!isDone) await recordMany(unitOfWork, 20);
    })();
    const { path, manifest } = await backUp(folder, now);
    isDone = true;
    await writing;
    expect(path).toBe(join(folder.backups, '2026-11-22T120501Z.sqlite'));
    expect(manifest.audit.records).toBeGreaterThanOrEqual(300);
    expect(manifest.counts['audit_records']).toBe(manifest.audit.records);
    expect((await verifyBackup(path)).manifest).toEqual(manifest);
    expect(readFileSync(`${path}.sha256`, 'utf8')).toBe(`${manifest.sha256}  2026-11-22T120501Z.sqlite\n`);
    expect(readdirSync(folder.backups).sort()).toEqual([
      '2026-11-22T120501Z.sqlite',
      '2026-11-22T120501Z.sqlite.json',
      '2026-11-22T120501Z.sqlite.sha256',
    ]);
  });

  it('does not replace one of the same second', async () => {
    const paths = [(await backUp(folder, now)).path, (await backUp(folder, now)).path];
    expect(new Set(paths).size).toBe(2);
  });

  it.each([
    ['a changed byte', (path: string) => spoil(path, statSync(path).size - 100), 'checksum'],
    ['a cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 8192)), 'checksum'],
    ['a missing manifest', (path: string) => rmSync(manifestOf(path)), 'manifest'],
    ['a spoilt manifest', (path: string) => writeFileSync(manifestOf(path), '{}'), 'manifest'],
    ['another file in its name', (path: string) => copyFileSync(folder.marker, path), 'checksum'],
  ])('is refused after %s, and what is there stays', async (_, damage, reason) => {
    const { path } = await backUp(folder, now);
    damage(path);
    const before = readFileSync(folder.database);
    await expect(verifyBackup(path)).rejects.toThrow(reason);
    await expect(restore(path)).rejects.toMatchObject({ kind: 'backup' });
    expect(readFileSync(folder.database).equals(before)).toBe(true);
  });

  it('is not made of a database whose audit trail is broken', async () => {
    const { unitOfWork, stop } = start();
    await recordMany(unitOfWork, 3);
    await stop();
    server = undefined;
    const { $client } = openDatabase(folder.database);
    $client.exec(`DROP TRIGGER audit_records_no_update; UPDATE audit_records SET detail = '' WHERE seq = 2`);
    $client.close();
    await expect(backUp(folder, now)).rejects.toThrow('broken at record 2');
    expect(readdirSync(folder.backups)).toEqual([]);
  });
});

describe('restoring', () => {
  it('brings back the state of the backup and keeps what was there', async () => {
    let running = start();
    await recordMany(running.unitOfWork, 5);
    const { path } = await backUp(folder, now);
    await recordMany(running.unitOfWork, 2);
    await running.stop();
    const restored = await restore(path);
    running = start();
    expect(running.head()).toBe(5);
    expect(restored.pending).toBe(0);
    const aside = openDatabase(join(restored.replaced ?? '', 'county.sqlite'), { readonly: true });
    expect(auditHead(aside).records).toBe(7);
    aside.$client.close();
  });

  it('plays no WAL that was left behind into the file that arrives', async () => {
    const running = start();
    const { path } = await backUp(folder, now);
    await recordMany(running.unitOfWork, 50);
    copyFileSync(`${folder.database}-wal`, join(test.directory, 'left-wal'));
    await running.stop();
    rmSync(folder.database);
    copyFileSync(join(test.directory, 'left-wal'), `${folder.database}-wal`);
    await restore(path);
    expect(start().head()).toBe(0);
  });

  it('refuses while the server runs', async () => {
    const { path } = await backUp(folder, now);
    start();
    await expect(restore(path)).rejects.toMatchObject({ kind: 'in_use' });
  });

  it('moves an installation to a new machine, name and all', async () => {
    const { path, manifest } = await backUp(folder, now);
    const elsewhere = join(test.directory, 'elsewhere');
    expect(await restore(path, elsewhere)).toMatchObject({ installation: manifest.installation, replaced: null });
    const opened = openInstallation(elsewhere, 'test', findMigrations());
    expect(opened.installation).toEqual(manifest.installation);
    opened.db.$client.close();
    opened.release();
  });

  it('does not put one county into the folder of another, unless it is meant', async () => {
    const other = await createTestInstallation(join(test.directory, 'other'));
    const { path } = await backUp(other, now);
    await expect(restore(path)).rejects.toThrow('--adopt');
    await restore(path, folder.directory, true);
    await start().stop();
    server = undefined;
  });
});

describe('the doctor', () => {
  async function findings(more: readonly DoctorCheck[] = []): Promise<Record<string, readonly string[]>> {
    const diagnoses: Diagnosis[] = [];
    const isHealthy = await examine(folder.directory, migrations, more, (diagnosis) => diagnoses.push(diagnosis));
    const found = Object.fromEntries(diagnoses.filter((one) => one.findings.length > 0).map((one) => [one.name, one.findings]));
    expect(isHealthy).toBe(Object.keys(found).length === 0);
    return found;
  }

  it('finds nothing in a healthy folder, also beside a server', async () => {
    await recordMany(start().unitOfWork, 3);
    expect(await findings()).toEqual({});
  });

  it('names what was changed by hand', async () => {
    await recordMany(start().unitOfWork, 3);
    await server?.stop();
    server = undefined;
    const { $client } = openDatabase(folder.database);
    $client.exec(`DROP TRIGGER audit_records_no_update; UPDATE audit_records SET actor_name = '' WHERE seq = 1; CREATE TABLE notes (id)`);
    $client.close();
    expect(await findings()).toEqual({
      schema: ['trigger audit_records_no_update is missing', 'table notes does not belong there'],
      'audit trail': ['the chain is broken at record 1'],
    });
  });

  it('asks what the features know, and survives a check that fails', async () => {
    const ledger: DoctorCheck = { name: 'ledger', find: () => ['two holders'] };
    const broken: DoctorCheck = { name: 'broken', find: () => Promise.reject(new Error('no such table')) };
    expect(await findings([broken, ledger])).toEqual({ broken: ['no such table'], ledger: ['two holders'] });
  });
});

describe('a damaged file', () => {
  it.each([
    ['in its header', 0],
    ['in its pages', 4096 * 3],
  ])('%s is neither served nor overwritten', (_, at) => {
    spoil(folder.database, at, '\xff'.repeat(64));
    const before = readFileSync(folder.database);
    expect(() => openInstallation(folder.directory, 'server', findMigrations())).toThrow(/damaged.*left untouched.*npm run restore/);
    expect(readFileSync(folder.database).equals(before)).toBe(true);
    expect(existsSync(folder.owner)).toBe(false);
  });
});
