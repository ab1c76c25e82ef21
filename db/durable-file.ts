import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Puts the bytes of a file on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Puts the name of a file on the disk; some file systems cannot, and need not. */
export function syncFolderOf(path: string): void {
  try {
    syncFile(dirname(path));
  } catch {
    return;
  }
}

/** Either the old content or the new, whatever happens in between. */
export function writeDurably(path: string, content: string): void {
  const partial = `${path}.partial`;
  writeFileSync(partial, content, { mode: 0o600 });
  moveDurably(partial, path);
}

export function copyDurably(from: string, to: string): void {
  const partial = `${to}.partial`;
  copyFileSync(from, partial);
  moveDurably(partial, to);
}

export function moveDurably(from: string, to: string): void {
  syncFile(from);
  renameSync(from, to);
  syncFolderOf(to);
}
