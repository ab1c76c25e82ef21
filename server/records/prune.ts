import type { Tx } from '#db/connection.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';

/** Removes rows that have run out, at most so many, and returns how many. */
export type Pruning = (tx: Tx, now: number, most: number) => number;

/** Of each kind, in one run: a backlog is worked off minute by minute, and no request waits for it. */
const most = 500;

/**
 * What only served to let requests in is removed once it can serve no more: it is no record of anything (the audit trail is), so nothing is
 * recorded. Where nothing has run out, nothing is written.
 */
export const prune =
  ({ transact }: Pick<UnitOfWork, 'transact'>, prunings: readonly Pruning[]) =>
  (now: number): Promise<number> =>
    transact((tx) => prunings.reduce((removed, pruning) => removed + pruning(tx, now, most), 0));
