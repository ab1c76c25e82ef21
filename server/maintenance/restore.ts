import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDatabase } from '#db/connection.ts';
import { claimDataFolder, dataFolder, type DataFolder } from '#db/data-folder.ts';
import { copyDurably, moveDurably, syncFolderOf } from '#db/durable-file.ts';
import { readMarker, writeMarker, type Installation } from '#db/installation.ts';
import { demandKnown, migrationState, type Migration } from '#db/migrations.ts';
import { OperatorError } from '#db/operator-error.ts';
import { companions, removeDatabase } from '#db/snapshot.ts';
import { stampOf, verifyBackup } from './backup.ts';

export interface RestoreOptions {
  readonly directory: string;
  readonly backup: string;
  readonly migrations: readonly Migration[];
  readonly now: number;
  /** Take the backup although the folder belongs to another installation. */
  readonly adopt?: boolean;
}

export interface Restored {
  readonly installation: Installation | null;
  /** Where the database lies that was there before. */
  readonly replaced: string | null;
  readonly rows: number;
  /** Migrations that the restored file still lacks. */
  readonly pending: number;
}

/** Puts a verified backup in the place of the database and keeps what was there (RULES.md R6, R10). */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const folder = dataFolder(options.directory);
  const { manifest } = await verifyBackup(options.backup);
  const claim = claimDataFolder(folder, 'restore', { create: true });
  const arriving = `${folder.database}.restored`;
  try {
    demandSameCounty(folder, manifest.installation, options.adopt ?? false);
    removeDatabase(arriving);
    copyDurably(options.backup, arriving);
    const pending = pendingIn(arriving, options.migrations);
    const replaced = setAside(folder, options.now);
    moveDurably(arriving, folder.database);
    if (manifest.installation) writeMarker(folder, manifest.installation);
    const rows = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
    return { installation: manifest.installation, replaced, rows, pending };
  } finally {
    removeDatabase(arriving);
    claim.release();
  }
}

function demandSameCounty(folder: DataFolder, theirs: Installation | null, adopt: boolean): void {
  const ours = readMarker(folder);
  if (!ours || adopt || ours.id === theirs?.id) return;
  throw new OperatorError(
    'other_installation',
    `The backup belongs to another installation than ${folder.directory}. Nothing was changed. If it is meant all the same, add --adopt.`,
  );
}

function pendingIn(path: string, migrations: readonly Migration[]): number {
  const { $client } = openDatabase(path);
  try {
    const state = migrationState($client, migrations);
    demandKnown(state, path);
    // The file is moved next: it must not leave a WAL behind under its present name.
    $client.pragma('journal_mode = DELETE');
    return state.kind === 'pending' ? state.pending.length : 0;
  } finally {
    $client.close();
  }
}

/**
 * Moves what is there aside, the file before its WAL: a crash in between leaves no database, never an older one that passes
 * for the newest. A WAL that is left alone goes too, lest it be played into the file that arrives.
 */
function setAside(folder: DataFolder, now: number): string | null {
  const parts = ['', ...companions].filter((suffix) => existsSync(`${folder.database}${suffix}`));
  if (parts.length === 0) return null;
  const to = freeFolder(folder, now);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const suffix of parts) renameSync(`${folder.database}${suffix}`, join(to, `${basename(folder.database)}${suffix}`));
  syncFolderOf(folder.database);
  return to;
}

function freeFolder(folder: DataFolder, now: number): string {
  for (let attempt = 1; ; attempt += 1) {
    const path = join(folder.replaced, attempt === 1 ? stampOf(now) : `${stampOf(now)}-${attempt}`);
    if (!existsSync(path)) return path;
  }
}
