import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { openDatabase, type Db } from '#db/connection.ts';
import type { DataFolder } from '#db/data-folder.ts';
import { copyDurably, writeDurably } from '#db/durable-file.ts';
import { readInstallation } from '#db/installation.ts';
import { OperatorError } from '#db/operator-error.ts';
import { copyDatabase, countRows, removeDatabase } from '#db/snapshot.ts';
import { auditHead, verifyAudit } from '#server/records/audit.ts';

/** What a backup claims of itself; a test restore must find exactly this. */
const Manifest = z.strictObject({
  format: z.literal(1),
  createdAt: z.int(),
  installation: z.strictObject({ id: z.string(), createdAt: z.int() }).nullable(),
  sha256: z.string(),
  sm3: z.string(),
  counts: z.record(z.string(), z.int()),
  audit: z.strictObject({ records: z.int(), head: z.string() }),
});
export type Manifest = z.infer<typeof Manifest>;

export interface Backup {
  readonly path: string;
  readonly manifest: Manifest;
}

export const manifestOf = (path: string): string => `${path}.json`;

/** 2026-11-22T120501Z: sorts by age and is a file name everywhere. */
export const stampOf = (now: number): string =>
  new Date(now)
    .toISOString()
    .replaceAll(':', '')
    .replace(/\.\d+Z$/, 'Z');

/** Copies the database while it is in use, restores the copy on trial, and only then calls it a backup (RULES.md R6). */
export async function backUp(folder: DataFolder, now: number): Promise<Backup> {
  if (!existsSync(folder.database)) throw new OperatorError('missing', `There is no database at ${folder.database}.`);
  mkdirSync(folder.backups, { recursive: true, mode: 0o700 });
  const path = freePath(folder, now);
  const described = await copyDatabase(folder.database, path, (source) => describe(source));
  const manifest: Manifest = { format: 1, createdAt: now, ...described, ...(await digestsOf(path)) };
  try {
    await restoreOnTrial(path, manifest, folder.backups);
  } catch (error) {
    removeDatabase(path);
    throw error;
  }
  writeDurably(manifestOf(path), `${JSON.stringify(manifest, null, 2)}\n`);
  // The form that `sha256sum --check` reads, for those who keep copies elsewhere.
  writeDurably(`${path}.sha256`, `${manifest.sha256}  ${basename(path)}\n`);
  return { path, manifest };
}

function freePath(folder: DataFolder, now: number): string {
  const stem = join(folder.backups, stampOf(now));
  for (let attempt = 1; ; attempt += 1) {
    const path = attempt === 1 ? `${stem}.sqlite` : `${stem}-${attempt}.sqlite`;
    if (!existsSync(path)) return path;
  }
}

function describe(client: Db['$client']): Pick<Manifest, 'installation' | 'counts' | 'audit'> {
  const head = client.prepare('SELECT seq AS records, hash AS head FROM audit_records ORDER BY seq DESC LIMIT 1').get();
  const audit = (head as Manifest['audit'] | undefined) ?? { records: 0, head: '0'.repeat(64) };
  return { installation: readInstallation(client), counts: Object.fromEntries(countRows(client)), audit };
}

async function digestsOf(path: string): Promise<Pick<Manifest, 'sha256' | 'sm3'>> {
  const sha256 = createHash('sha256');
  const sm3 = createHash('sm3');
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      sha256.update(chunk);
      sm3.update(chunk);
    }
  });
  return { sha256: sha256.digest('hex'), sm3: sm3.digest('hex') };
}

/** Refuses a copy that is damaged, incomplete or altered, and says in what. */
export async function verifyBackup(path: string): Promise<Backup> {
  const manifest = readManifest(path);
  await restoreOnTrial(path, manifest, dirname(path));
  return { path, manifest };
}

function readManifest(path: string): Manifest {
  if (!existsSync(path)) throw new OperatorError('backup', `There is no backup at ${path}.`);
  if (!existsSync(manifestOf(path))) throw refused(path, `its manifest ${manifestOf(path)} is missing`);
  try {
    return Manifest.parse(JSON.parse(readFileSync(manifestOf(path), 'utf8')));
  } catch (error) {
    throw refused(path, `its manifest ${manifestOf(path)} cannot be read`, error);
  }
}

const refused = (path: string, finding: string, cause?: unknown) =>
  new OperatorError('backup', `The backup ${path} is refused: ${finding}. Use another one.`, { cause });

async function restoreOnTrial(path: string, manifest: Manifest, near: string): Promise<void> {
  const scratch = scratchFolder(near);
  const copy = join(scratch, 'trial.sqlite');
  try {
    copyDurably(path, copy);
    const digests = await digestsOf(copy);
    if (digests.sha256 !== manifest.sha256 || digests.sm3 !== manifest.sm3) throw refused(path, 'its checksum is not that of its manifest');
    await compareWith(manifest, copy, path);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Beside the backup, where there is room for it; a backup on a medium that cannot be written is tried elsewhere. */
function scratchFolder(near: string): string {
  try {
    return mkdtempSync(join(near, '.trial-'));
  } catch {
    return mkdtempSync(join(tmpdir(), 'trial-'));
  }
}

async function compareWith(manifest: Manifest, copy: string, path: string): Promise<void> {
  const db = openTrial(copy, path);
  try {
    const finding = demandIntegrity(db) ?? differences(describe(db.$client), manifest);
    if (finding) throw refused(path, finding);
    const verdict = await verifyAudit(db);
    if (!verdict.isIntact) throw refused(path, `its audit trail is broken at record ${verdict.brokenAt ?? verdict.records}`);
    if (auditHead(db).head !== manifest.audit.head) throw refused(path, 'its audit trail ends elsewhere than its manifest says');
  } finally {
    db.$client.close();
  }
}

function openTrial(copy: string, path: string): Db {
  try {
    return openDatabase(copy, { check: false });
  } catch (error) {
    throw refused(path, 'it is not a sound database', error);
  }
}

function demandIntegrity(db: Db): string | null {
  const integrity = String(db.$client.pragma('integrity_check(1)', { simple: true }));
  if (integrity !== 'ok') return `it is damaged (${integrity})`;
  const broken = db.$client.pragma('foreign_key_check') as unknown[];
  return broken.length > 0 ? `${broken.length} of its rows point nowhere` : null;
}

function differences(found: Pick<Manifest, 'installation' | 'counts'>, manifest: Manifest): string | null {
  if (found.installation?.id !== manifest.installation?.id) return 'it belongs to another installation than its manifest says';
  const tables = new Set([...Object.keys(found.counts), ...Object.keys(manifest.counts)]);
  const table = [...tables].find((name) => found.counts[name] !== manifest.counts[name]);
  return table === undefined ? null : `${table} has ${found.counts[table] ?? 0} rows instead of ${manifest.counts[table] ?? 0}`;
}
