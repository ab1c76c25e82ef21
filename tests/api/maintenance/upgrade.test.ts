import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { demoPassword } from '#server/demo/people.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { verifyBackup } from '#server/maintenance/backup.ts';
import { examine } from '#server/maintenance/doctor.ts';
import { packedStates } from '#tests/fixtures/pack.ts';
import { pathsOf, readerOn, readings, rolesOf, type Reader } from '#tests/fixtures/reader.ts';
import { lostRows, upgraded, type Upgraded } from '#tests/fixtures/upgraded.ts';
import { createTestFolder, migrations } from '#tests/support/database.ts';
import { unreadableHistory } from '#tests/support/unreadable.ts';

describe.each(packedStates())('a county of schema %s', (state) => {
  const folder = createTestFolder();
  let county: Upgraded;
  let reader: Reader;
  beforeAll(async () => {
    county = await upgraded(state, folder.directory);
    reader = await readerOn(folder.directory);
  });
  afterAll(async () => {
    await reader.close();
    folder.dispose();
  });

  test('is of that schema and has rows in every table', () => {
    expect(county.before.applied).toBe(Number(state) + 1);
    expect([...county.before.keys].filter(([, keys]) => keys.size === 0).map(([table]) => table)).toEqual([]);
  });

  test('is brought to the present one, copied first, and loses no row', async () => {
    const { applied, backup, isNew } = county.migrated;
    expect(isNew).toBe(false);
    expect(applied).toEqual(migrations.slice(county.before.applied).map(({ tag }) => tag));
    expect(backup !== null && existsSync(backup)).toBe(applied.length > 0);
    if (backup) await expect(verifyBackup(backup)).resolves.toMatchObject({ path: backup });
    expect(lostRows(county)).toEqual([]);
    expect(county.after.orphans).toBe(0);
  });

  test('is sound: schema, keys, audit trail, ledger', async () => {
    const findings: string[] = [];
    const ledger = { name: 'ledger', find: () => proveLedger(reader.db).faults.map(({ kind }) => kind) };
    await examine(folder.directory, migrations, [ledger], (one) => findings.push(...one.findings.map((text) => `${one.name}: ${text}`)));
    expect(findings).toEqual([]);
  });

  test('has a history that can be read whole, whichever version wrote it', () => {
    expect(unreadableHistory(reader.db)).toEqual([]);
  });

  test('lets people in with the password that they had', async () => {
    expect(await reader.signIn('liuhe-jingban', demoPassword)).toBe(200);
    expect(await reader.signIn('baitang-fuze', `${demoPassword}-2`)).toBe(200);
  });

  test('shows every request and every grant with all that happened to it', async () => {
    expect(
      await timelinesCutShort(reader, '/requests', 'request_events', 'request_id', `SELECT id FROM requests WHERE state <> 'draft'`),
    ).toEqual([]);
    expect(await timelinesCutShort(reader, '/grants', 'grant_events', 'grant_id', 'SELECT id FROM grants')).toEqual([]);
  });

  test('shows the whole audit trail', async () => {
    const records = z.number().parse(reader.db.$client.prepare('SELECT count(*) FROM audit_records').pluck().get());
    expect(await auditLength(reader)).toBe(records);
  });

  test('returns everything that can be read, to all who may', async () => {
    const wrong: string[] = [];
    for (const operation of readings)
      for (const [nth, role] of rolesOf(operation).entries())
        for (const path of pathsOf(reader, operation, nth === 0 ? 2 : 1)) {
          const { status, body } = await reader.get(role, path);
          const isAsDescribed = status !== 200 || operation.media !== undefined || operation.response.safeParse(body).success;
          if (status >= 500 || !isAsDescribed) wrong.push(`${String(role)} ${path}: ${String(status)}`);
        }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('keeps keys without answers, and forgets them once they are old', () => {
    expect(county.after.keys.get('idempotency_keys')?.size).toBeGreaterThan(0);
    // The portal has swept since, days after the last thing that happened in the file.
    expect(reader.db.$client.prepare('SELECT count(*) FROM idempotency_keys').pluck().get()).toBe(0);
  });

  test('has nothing in it at which the portal fails by itself', () => {
    expect(reader.faults).toEqual([]);
  });
});

const Timeline = z.looseObject({ timeline: z.array(z.unknown()) });
const Row = z.object({ id: z.string(), events: z.number() });

/** What follows from dates is told too, so a timeline may be longer than its events, never shorter. */
async function timelinesCutShort({ db, get }: Reader, path: string, table: string, key: string, ids: string): Promise<string[]> {
  const rows = z
    .array(Row)
    .parse(db.$client.prepare(`SELECT id, (SELECT count(*) FROM ${table} e WHERE e.${key} = s.id) AS events FROM (${ids}) s`).all());
  expect(rows.length).toBeGreaterThan(0);
  const wrong: string[] = [];
  for (const { id, events } of rows) {
    const { status, body } = await get('auditor', `${path}/${id}`);
    const told = Timeline.safeParse(body);
    if (status !== 200 || !told.success || told.data.timeline.length < events) wrong.push(`${path}/${id}: ${String(status)}`);
  }
  return wrong;
}

const Page = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });

async function auditLength({ get }: Reader): Promise<number> {
  let length = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await get('auditor', `/audit?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const page: z.infer<typeof Page> = Page.parse(body);
    length += page.items.length;
    cursor = page.nextCursor;
  }
  return length;
}
