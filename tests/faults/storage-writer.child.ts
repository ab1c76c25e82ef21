// The victim of storage-kill.test.ts: changes a data folder as fast as it can and prints the id of each change once it is acknowledged.
import { writeSync } from 'node:fs';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { createUnitOfWork } from '#db/unit-of-work.ts';
import { changeOnce, type Act } from '#server/records/change.ts';
import { answered } from '#server/platform/binding.ts';
import { systemClock } from '#server/platform/clock.ts';
import { createNewId } from '#server/platform/ids.ts';

const [directory = ''] = process.argv.slice(2);
const clock = systemClock();
const newId = createNewId(clock);
const { db } = openInstallation(directory, 'writer', findMigrations());
// A small bound, so that the kill may fall into a checkpoint too.
const unitOfWork = createUnitOfWork(db, { walPages: 200 });

async function changeOn(lane: number): Promise<void> {
  for (;;) {
    const id = newId();
    const context = {
      ...{ operationId: 'write', actor: { accountId: `A${lane}`, name: '甲', onBehalfOf: null }, now: clock.now(), requestId: id },
      idempotency: { key: id, bodyHash: id },
    };
    const work = (act: Act) => {
      act.openTask({ kind: 'write', subjectKind: 'request', subjectId: id, organisationId: `D${lane}`, role: 'reviewer', dueAt: null });
      act.record({ action: 'order_discarded', subjectKind: 'order', subjectId: id, detail: { name: id }, outbox: { kind: 'written' } });
      return { kind: 'done', value: id, resultId: id } as const;
    };
    await changeOnce({ unitOfWork, newId, authorise: () => null }, context, (_db, resultId) => answered(resultId ?? ''), work);
    // Written at once: what lies in a buffer of this process would die with it.
    writeSync(1, `${id}\n`);
  }
}

await Promise.all(Array.from({ length: 32 }, (_, lane) => changeOn(lane)));
