import type { Ports } from '#server/platform/ports.ts';
import type { Sweeper } from '#server/records/sweep.ts';
import { importById, discardedBefore } from './queries.ts';
import { emptyDiscarded, replaceReading } from './store.ts';

const day = 24 * 3_600_000;
/** Long enough for somebody to ask why, or to be told that it was given up by mistake. */
const retentionDays = 30;
const mostAtOnce = 50;
const pause = 3_600_000;

/**
 * Of an import that was given up, the file and what was understood of it go after a while; that it was there, and under which hash, stays.
 * A file that another import was made from stays with that one.
 */
export function pruneDiscarded({ db }: Pick<Ports, 'db'>, sweeper: Sweeper): (now: number) => Promise<number> {
  let lastAt: number | null = null;
  return async (now) => {
    // Looking costs a look at each import ever given up, which is not worth it every minute.
    if (lastAt !== null && now >= lastAt && now < lastAt + pause) return 0;
    const ids = discardedBefore(db, now - retentionDays * day, mostAtOnce);
    lastAt = ids.length < mostAtOnce ? now : null;
    return sweeper.each('pruneDiscarded', ids, now, (act, id) => {
      const row = importById(act.tx, id);
      if (row?.state !== 'discarded') return 'nothing';
      replaceReading(act.tx, id, [], []);
      const isEmptied = emptyDiscarded(act.tx, row.fileHash, now);
      act.record({ action: 'import_pruned', subjectKind: 'import', subjectId: id, detail: { fileHash: row.fileHash, isEmptied } });
      return 'changed';
    });
  };
}
