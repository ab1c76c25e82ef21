import type { Connection } from './connection.ts';
import { storageFaultOf } from './storage-fault.ts';

export interface CheckpointOptions {
  /** Without a commit for so long, the moment is quiet. */
  readonly quietMs?: number;
  /**
   * Beyond so many pages of 4 KiB the WAL is checkpointed even when the server is busy. Who writes then waits for that: 4,096 pages
   * made one in a hundred writes wait twice as long as 1,024 do, and let no more through (tests/bench, size S, 2026-12-01).
   */
  readonly walPages?: number;
}

export interface Checkpointed {
  readonly pages: number;
  readonly milliseconds: number;
  /** False while a reader still holds an older state; the next checkpoint writes the rest back. */
  readonly isComplete: boolean;
}

/** From here on a quiet moment also gives the space of the WAL file back. */
const worthTruncating = 1024;

/**
 * Writes the WAL back into the database outside of the commit path. Only PASSIVE checkpoints while the program runs: they never wait for a
 * reader, so no long export can stop the event loop.
 */
export function startCheckpoints(client: Connection, options: CheckpointOptions, onCheckpointed?: (checkpointed: Checkpointed) => void) {
  const { quietMs = 250, walPages = 1024 } = options;
  const look = client.prepare('PRAGMA wal_checkpoint(NOOP)').raw();
  const passive = client.prepare('PRAGMA wal_checkpoint(PASSIVE)').raw();
  const truncate = client.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw();
  let isDirty = false;
  let isPending = false;
  let isAbandoned = false;
  /** The most pages that the WAL has had since its space was given back: its file is as long as that. */
  let longest = 0;
  // A reader that pins the WAL must not make every single commit try again.
  let nextAttempt = walPages;

  function checkpoint(): void {
    const begun = performance.now();
    try {
      const [, pages, home] = passive.get() as [number, number, number];
      const isComplete = home >= pages;
      isDirty = !isComplete;
      longest = Math.max(longest, pages);
      nextAttempt = isComplete ? walPages : pages + walPages / 8;
      onCheckpointed?.({ pages, milliseconds: performance.now() - begun, isComplete });
    } catch (error) {
      // The commits are safe in the WAL; a full or failing disk is told to those who write.
      if (!storageFaultOf(error)) throw error;
    }
  }

  function pagesInWal(): number {
    const [, pages, home] = look.get() as [number, number, number];
    return home >= pages ? 0 : pages;
  }

  function inQuiet(): void {
    if (!client.open) return;
    if (isDirty) checkpoint();
    if (isDirty) quiet.refresh();
    else if (longest >= worthTruncating) giveBack();
  }

  /** In its own turn of the event loop, so that those whose work was just committed have their answer first. */
  function checkpointSoon(): void {
    if (isPending) return;
    isPending = true;
    setImmediate(() => {
      isPending = false;
      if (client.open && !isAbandoned) checkpoint();
    });
  }

  function giveBack(): void {
    const patience = Number(client.pragma('busy_timeout', { simple: true }));
    client.pragma('busy_timeout = 0');
    try {
      const [isBusy] = truncate.get() as [number, number, number];
      // A reader may keep the file as it is: the next quiet moment tries again.
      if (isBusy === 0) longest = 0;
    } catch (error) {
      if (!storageFaultOf(error)) throw error;
    } finally {
      client.pragma(`busy_timeout = ${patience}`);
    }
  }

  const quiet = setTimeout(inQuiet, quietMs).unref();
  return {
    /** To be called after each commit. */
    committed(): void {
      if (isAbandoned) return;
      isDirty = true;
      if (pagesInWal() >= nextAttempt) checkpointSoon();
      quiet.refresh();
    },
    /** No checkpoint runs any more. */
    abandon(): void {
      isAbandoned = true;
      clearTimeout(quiet);
    },
    finish(): void {
      clearTimeout(quiet);
      giveBack();
    },
  };
}
