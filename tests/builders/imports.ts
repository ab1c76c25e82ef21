import { setTimeout as pause } from 'node:timers/promises';
import type { ImportDetail } from '#contract/imports/import-runs.ts';
import type { ImportFinding } from '#contract/imports/import-findings.ts';
import type { ImportKind } from '#contract/imports/import-kinds.ts';
import type { Person } from './county.ts';
import type { TestApp } from '#tests/support/app.ts';

/** What one import is sent with. */
export interface Sheet {
  readonly kind?: ImportKind;
  readonly fileName?: string;
  readonly bytes: Uint8Array | string;
  readonly editionId?: string;
  readonly by?: Person;
}

/** Somebody sends a file in and waits until it is read. */
export async function importSheet(
  app: TestApp,
  { kind = 'menu', fileName = '菜单.xlsx', bytes, editionId, by = 'admin' }: Sheet,
): Promise<ImportDetail> {
  const body = new Blob([typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes)]);
  const started = await app
    .as(by)
    .ok('POST /imports', { query: { kind, fileName, ...(editionId === undefined ? {} : { editionId }) }, body });
  return settled(app, started.id, by);
}

const busy = ['reading', 'applying'];

/** Waits, with a bound, until nothing is done to it any more. */
export async function settled(app: TestApp, importId: string, by: Person = 'admin'): Promise<ImportDetail> {
  for (let left = 1200; left > 0; left -= 1) {
    const one = await app.as(by).ok('GET /imports/{importId}', { params: { importId } });
    if (!busy.includes(one.state)) return one;
    await pause(25);
  }
  throw new Error('the import never settled');
}

/** Writes what the dry run showed, and waits. */
export async function applied(
  app: TestApp,
  { id, version }: Pick<ImportDetail, 'id' | 'version'>,
  leaveOutFaulty = false,
): Promise<ImportDetail> {
  await app.as('admin').ok('POST /imports/{importId}/application', { params: { importId: id }, version, body: { leaveOutFaulty } });
  return settled(app, id);
}

export async function findingsOf(app: TestApp, importId: string, severity?: ImportFinding['severity']): Promise<ImportFinding[]> {
  const all: ImportFinding[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: '200', ...(severity === undefined ? {} : { severity }), ...(cursor === undefined ? {} : { cursor }) };
    const page = await app.as('admin').ok('GET /imports/{importId}/findings', { params: { importId }, query });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** A draft edition as a copy of the one in force. */
export const openDraft = async (app: TestApp): Promise<string> =>
  (await app.as('admin').ok('POST /editions', { body: { title: '第二版' } })).id;
