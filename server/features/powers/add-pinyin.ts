import type { Ports } from '#server/platform/ports.ts';
import { unspelt } from './finding-queries.ts';
import type { PowerHooks } from './edit-power.ts';
import type { Sweeper } from '#server/records/sweep.ts';
import { loadSpelling } from './pinyin.ts';
import { savePinyin } from './store.ts';

/** Powers whose pinyin is written in one transaction: short enough not to delay requests. */
const slice = 200;

/**
 * Adds the pinyin of powers from before there was a search by pinyin; every later power gets it when it is written, so a process looks
 * for powers without pinyin until it finds none, and then no more.
 */
export function addPinyin({ db }: Pick<Ports, 'db'>, sweeper: Sweeper, { powersChanged }: PowerHooks): (now: number) => Promise<void> {
  let isDone = false;
  return async (now) => {
    if (isDone) return;
    let rows = unspelt(db, '', slice);
    isDone = rows.length === 0;
    let changed = 0;
    while (rows.length > 0) {
      changed += await addSome(sweeper, rows, now);
      rows = unspelt(db, rows.at(-1)?.id ?? '', slice);
    }
    if (changed > 0) powersChanged();
  };
}

async function addSome(sweeper: Sweeper, rows: ReturnType<typeof unspelt>, now: number): Promise<number> {
  const toPinyin = await loadSpelling();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return sweeper.eachSlice('spellPowers', [...names.keys()], now, (act, ids) => {
    for (const id of ids) savePinyin(act.tx, id, toPinyin(names.get(id) ?? ''));
    act.record({ action: 'powers_spelt', subjectKind: 'power', subjectId: 'powers', detail: { count: ids.length } });
    return 'changed';
  });
}
