import type { Ports } from '#server/platform/ports.ts';
import type { Sweeper } from '#server/records/sweep.ts';
import { settleBrokenOff } from './import-runner.ts';
import { unsettledImports } from './queries.ts';

/** At the start: what a former process was reading or about to write broke off with it, and nothing of it was written. */
export const settleImports = ({ db }: Pick<Ports, 'db'>, sweeper: Sweeper, now: number): Promise<number> =>
  sweeper.each('settleImports', unsettledImports(db), now, (act, id) => (settleBrokenOff(act, id, 'interrupted') ? 'changed' : 'nothing'));
