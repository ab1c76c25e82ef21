import type { Tx } from '#db/connection.ts';
import { seedCounty } from './county.ts';

/** A compulsory measure and the penalty that it serves, as keys of the small menu: the first names the second among its companions. */
export const measure = 'fine';
export const penalty = 'inspect';
export const served = ['CG-JC-001'];
/** Where a second penalty is served: that of `ditch`. */
export const servesBoth = [...served, 'SL-QT-001'];

/** The small county, in which two powers are of another type: a seizure that serves a penalty. */
export function seedMeasures(tx: Tx): void {
  seedCounty(tx);
  retype(tx);
}

/** The same, with a measure that serves a second penalty too. */
export function seedTwoPenalties(tx: Tx): void {
  seedCounty(tx, { [measure]: { companions: servesBoth } });
  retype(tx);
  tx.$client.exec(`UPDATE powers SET statutory_type = 'penalty', name = '对破坏沟渠的处罚' WHERE id = 'ditch'`);
}

function retype(tx: Tx): void {
  tx.$client.exec(`UPDATE powers SET statutory_type = 'compulsion', name = '扣押占道经营的工具' WHERE id = '${measure}';
    UPDATE powers SET statutory_type = 'penalty', name = '对占道经营的处罚' WHERE id = '${penalty}'`);
}
