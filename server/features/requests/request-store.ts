import { eq } from 'drizzle-orm';
import { prepared, type Tx } from '#db/connection.ts';
import { rowCode } from '#db/statements/row-code.ts';
import { attestations, waivers } from '#db/schema/preparation.ts';
import { requestEvents, requests } from '#db/schema/requests.ts';
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

const whole = rowCode(requests);
const eventCode = rowCode(requestEvents);
const movedCode = rowCode(requests, moved);

const statements = prepared((tx: Tx) => ({
  insert: tx.$client.prepare(`INSERT INTO requests (${whole.names}) SELECT ${whole.elements} FROM json_each(?)`),
  events: tx.$client.prepare(`INSERT INTO request_events (${eventCode.names}) SELECT ${eventCode.elements} FROM json_each(?)`),
  move: tx.$client.prepare(`UPDATE requests SET ${movedCode.assignments}, version = version + 1 WHERE id = ? AND version = ?`),
}));

/** In one statement, however many. */
export function insertRequests(tx: Tx, rows: readonly RequestRow[]): void {
  if (rows.length > 0) statements(tx).insert.run(JSON.stringify(rows.map(whole.encode)));
}
export const insertRequest = (tx: Tx, row: RequestRow): void => insertRequests(tx, [row]);

/** Writes the next version; false when somebody else wrote first. */
export function saveMoved(tx: Tx, id: string, expected: number, row: Moved): boolean {
  return statements(tx).move.run(...movedCode.encode(row), id, expected).changes === 1;
}

/** Writes what the township says of a line, without a version of its own: the act around it has one. */
export function saveAnswers(tx: Tx, id: string, answers: Partial<Answers>): void {
  tx.update(requests).set(answers).where(eq(requests.id, id)).run();
}

/** In one statement, in their order. */
export function appendEvents(tx: Tx, events: readonly EventRow[]): void {
  if (events.length > 0) statements(tx).events.run(JSON.stringify(events.map(eventCode.encode)));
}
export const appendEvent = (tx: Tx, event: EventRow): void => appendEvents(tx, [event]);

export function insertWaiver(tx: Tx, row: typeof waivers.$inferInsert): void {
  tx.insert(waivers).values(row).run();
}
export function insertAttestation(tx: Tx, row: typeof attestations.$inferInsert): void {
  tx.insert(attestations).values(row).run();
}
export function noteEscalation(tx: Tx, id: string, now: number): void {
  tx.update(requests).set({ escalatedAt: now }).where(eq(requests.id, id)).run();
}
