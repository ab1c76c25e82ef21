import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { ImportDetail } from '#contract/imports/import-runs.ts';
import { openDatabase } from '#db/connection.ts';
import { dataFolder } from '#db/data-folder.ts';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { verifyAudit } from '#server/records/audit.ts';
import { seedCounty } from '#tests/builders/county.ts';
import { createTestFolder } from '#tests/support/database.ts';
import { createCounty, send, startServer } from '#tests/support/server-process.ts';

const count = 2000;
const header = '编码,事项名称,权力类型,主管部门,赋权方式,法律依据';
const basis = '《中华人民共和国行政处罚法》（2021-07-15）第二十四条';
const sheet = [
  header,
  ...Array.from(
    { length: count },
    (_, index) => `KI-CF-${String(index)},对第${String(index)}种行为的处罚,行政处罚,城管局,直接下放,${basis}`,
  ),
].join('\n');

const headers = (origin: string) => ({ cookie: `__Host-session=admin`, origin });

async function read(origin: string, id: string): Promise<ImportDetail> {
  const response = await fetch(`${origin}/api/v1/imports/${id}`, { headers: headers(origin) });
  return (await response.json()) as ImportDetail;
}

async function until(origin: string, id: string, isThere: (one: ImportDetail) => boolean): Promise<ImportDetail> {
  for (let left = 2400; left > 0; left -= 1) {
    const one = await read(origin, id);
    if (isThere(one)) return one;
    await pause(25);
  }
  throw new Error('the import never came so far');
}

it('killed in the middle of writing, an import has written nothing, says so, and can be written again', async () => {
  const folder = createTestFolder();
  const directory = join(folder.directory, 'data');
  try {
    await createCounty(directory, seedCounty);
    const first = await startServer(directory);
    const edition = (await send(first.origin, 'admin', '/editions', { key: 'open-a-draft', body: { title: '第二版' } })).body as {
      id: string;
    };
    const started = await fetch(`${first.origin}/api/v1/imports?kind=menu&fileName=a.csv&editionId=${edition.id}`, {
      method: 'POST',
      headers: { ...headers(first.origin), 'content-type': 'application/octet-stream', 'idempotency-key': 'upload-one-file' },
      body: sheet,
    });
    const { id } = (await started.json()) as ImportDetail;
    const checked = await until(first.origin, id, ({ state }) => state === 'checked');
    expect(checked.counts).toMatchObject({ added: count, faulty: 0 });
    await send(first.origin, 'admin', `/imports/${id}/application`, {
      key: 'write-it-all',
      version: checked.version,
      body: { leaveOutFaulty: false },
    });
    // Its rows are being written by now, or are about to be.
    await until(first.origin, id, ({ state, totalRows }) => state !== 'applying' || totalRows > 0);
    await first.kill();

    const second = await startServer(directory);
    const after = await read(second.origin, id);
    const isWritten = after.state === 'applied';
    expect(isWritten || (after.state === 'checked' && after.failure === 'interrupted')).toBe(true);
    const open = openCounts(directory);
    expect(open).toEqual(isWritten ? { powers: count, items: count } : { powers: 0, items: 0 });
    if (!isWritten) {
      await send(second.origin, 'admin', `/imports/${id}/application`, {
        key: 'write-it-again',
        version: after.version,
        body: { leaveOutFaulty: false },
      });
      expect(await until(second.origin, id, ({ state }) => state !== 'applying')).toMatchObject({
        state: 'applied',
        counts: { added: count },
      });
    }
    await second.kill();
    expect(openCounts(directory)).toEqual({ powers: count, items: count });
    const { db, release } = openInstallation(directory, 'test', findMigrations());
    expect((await verifyAudit(db)).isIntact).toBe(true);
    expect(db.$client.prepare(`SELECT count(*) FROM audit_records WHERE action = 'import_applied'`).pluck().get()).toBe(1);
    db.$client.close();
    release();
  } finally {
    folder.dispose();
  }
  // Two servers and three workers are started from their sources.
}, 240_000);

/** As another process sees the file while the server runs. */
function openCounts(directory: string): { readonly powers: number; readonly items: number } {
  const db = openDatabase(dataFolder(directory).database, { readonly: true, check: false });
  const of = (sql: string) => Number(db.$client.prepare(sql).pluck().get());
  try {
    return {
      powers: of(`SELECT count(*) FROM powers WHERE code LIKE 'KI-CF-%'`),
      items: of(`SELECT count(*) FROM menu_items i JOIN powers p ON p.id = i.power_id WHERE p.code LIKE 'KI-CF-%'`),
    };
  } finally {
    db.$client.close();
  }
}
