import { change } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { unspelt } from './finding-queries.ts';
import type { PowerHooks } from './edit-power.ts';
import { loadSpelling } from './sounds.ts';
import { saveSounds } from './store.ts';

/** Powers spelt in one transaction: short enough that nobody waits for it. */
const slice = 200;

/**
 * Spells what is there from before there was a search by pinyin; afterwards every power is spelt as it is written, so a process looks
 * for the unspelt until it finds none, and then no more.
 */
export function spellPowers(ports: Ports, { powersChanged }: PowerHooks): (now: number) => Promise<void> {
  let isDone = false;
  return async (now) => {
    if (isDone) return;
    let rows = unspelt(ports.db, '', slice);
    const isNews = rows.length > 0;
    while (rows.length > 0) {
      await spellSome(ports, rows, now);
      rows = unspelt(ports.db, rows.at(-1)?.id ?? '', slice);
    }
    isDone = true;
    if (isNews) powersChanged();
  };
}

async function spellSome(ports: Ports, rows: ReturnType<typeof unspelt>, now: number): Promise<void> {
  const spell = await loadSpelling();
  const program = { accountId: null, name: '系统', onBehalfOf: null };
  await change(ports, { operationId: 'spellPowers', actor: program, now, requestId: ports.newId(), idempotency: null }, (act) => {
    for (const { id, name } of rows) saveSounds(act.tx, id, spell(name));
    act.record({ action: 'powers_spelt', subjectKind: 'power', subjectId: 'powers', detail: { count: rows.length } });
    return { kind: 'done' as const, value: null };
  });
}
