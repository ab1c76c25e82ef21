import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import type { DataFolder } from './data-folder.ts';
import { syncFolderOf, writeDurably } from './durable-file.ts';

/** What a file was when its program stopped with nothing left to do. */
interface Stamp {
  readonly bytes: number;
  readonly modifiedAt: string;
  readonly inode: string;
  /** Counters of changes and of the schema, and whose file it is. */
  readonly header: string;
}

const headerLength = 100;

function stampOf(database: string): Stamp {
  const { size, mtimeNs, ino } = statSync(database, { bigint: true });
  const header = Buffer.alloc(headerLength);
  const file = openSync(database, 'r');
  try {
    readSync(file, header, 0, headerLength, 0);
  } finally {
    closeSync(file);
  }
  return { bytes: Number(size), modifiedAt: String(mtimeNs), inode: String(ino), header: header.toString('hex') };
}

const hasChangesOutside = (database: string): boolean => existsSync(`${database}-wal`) && statSync(`${database}-wal`).size > 0;

/** To be said once the database is closed, of a file that was found sound while it was open. */
export function noteCleanStop(folder: DataFolder): void {
  if (!hasChangesOutside(folder.database)) writeDurably(folder.cleanStop, `${JSON.stringify(stampOf(folder.database))}\n`);
}

/**
 * Whether the file is the very one that stopped in good order: then nothing has written to it since. The note is taken away with the
 * answer, before anything is written, so that it never speaks of a file that has changed.
 */
export function takeCleanStop(folder: DataFolder): boolean {
  const noted = readNote(folder.cleanStop);
  rmSync(folder.cleanStop, { force: true });
  syncFolderOf(folder.cleanStop);
  return noted !== null && !hasChangesOutside(folder.database) && noted === JSON.stringify(stampOf(folder.database));
}

function readNote(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trimEnd();
  } catch {
    return null;
  }
}
