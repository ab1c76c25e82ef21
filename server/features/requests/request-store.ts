import { and, eq, getTableColumns, sql, type Placeholder } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { prepared, type Tx } from '#db/connection.ts';
import { attestations, requestEvents, requests, waivers } from '#db/schema/requests.ts';
import type { EventRow, RequestRow } from './request-queries.ts';

/** What acts change of a request; what the township wrote changes by `saveAnswers`. */
const moved = [
  'state',
  'stage',
  'route',
  'submittedAt',
  'sinceAt',
  'dueAt',
  'isDueProvisional',
  'remainingWorkingDays',
  'isReconsidered',
  'isExtensionUsed',
  'conditions',
  'approvedAt',
  'escalatedAt',
  'writers',
  'handOver',
  'departmentSignature',
  'townshipSignature',
  'grantId',
] as const satisfies readonly (keyof RequestRow)[];
export type Moved = Pick<RequestRow, (typeof moved)[number]>;
export type Answers = Pick<RequestRow, 'need' | 'casesPerYear' | 'approach' | 'officerIds' | 'startWishOn' | 'replacesGrantId' | 'writers'>;

/** Placeholders of the columns, each encoded as its column demands. */
function slots<T extends SQLiteTable, K extends keyof T['$inferInsert'] & string>(_table: T, names: readonly K[]): T['$inferInsert'] {
  return Object.fromEntries(names.map((name): [string, Placeholder] => [name, sql.placeholder(name)]));
}
const columnsOf = <T extends SQLiteTable>(table: T) =>
  slots(table, Object.keys(getTableColumns(table)) as (keyof T['$inferInsert'] & string)[]);

const hot = prepared((tx: Tx) => ({
  insert: tx.insert(requests).values(columnsOf(requests)).prepare(),
  event: tx.insert(requestEvents).values(columnsOf(requestEvents)).prepare(),
  move: tx
    .update(requests)
    .set({ ...slots(requests, moved), version: sql`${requests.version} + 1` })
    .where(and(eq(requests.id, sql.placeholder('id')), eq(requests.version, sql.placeholder('expected'))))
    .prepare(),
}));

export function insertRequest(tx: Tx, row: RequestRow): void {
  hot(tx).insert.run({ ...row });
}

/** Writes the next version; false when somebody else wrote first. */
export function saveMoved(tx: Tx, id: string, expected: number, row: Moved): boolean {
  return hot(tx).move.run({ ...Object.fromEntries(moved.map((name) => [name, row[name]])), id, expected }).changes === 1;
}

/** Writes what the township says of a line, without a version of its own: the act around it has one. */
export function saveAnswers(tx: Tx, id: string, answers: Partial<Answers>): void {
  tx.update(requests).set(answers).where(eq(requests.id, id)).run();
}

export function appendEvent(tx: Tx, event: EventRow): void {
  hot(tx).event.run({ ...event });
}

export function insertWaiver(tx: Tx, row: typeof waivers.$inferInsert): void {
  tx.insert(waivers).values(row).run();
}
export function insertAttestation(tx: Tx, row: typeof attestations.$inferInsert): void {
  tx.insert(attestations).values(row).run();
}
export function noteEscalation(tx: Tx, id: string, now: number): void {
  tx.update(requests).set({ escalatedAt: now }).where(eq(requests.id, id)).run();
}
