import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/connection.ts';
import { certificateKinds, certificates, courseSessions, courses, enrolments, officers } from '#db/schema/training.ts';

type NewOfficer = typeof officers.$inferInsert;
type NewCertificate = typeof certificates.$inferInsert;

export function insertOfficer(tx: Tx, row: NewOfficer): void {
  tx.insert(officers).values(row).run();
}
/** Writes the next version; false when somebody else wrote first. */
export function updateOfficer(
  tx: Tx,
  id: string,
  expected: number,
  fields: Pick<NewOfficer, 'name' | 'post' | 'dutyPhone' | 'joinedOn' | 'leftOn'>,
): boolean {
  const where = and(eq(officers.id, id), eq(officers.version, expected));
  return (
    tx
      .update(officers)
      .set({ ...fields, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}

export function insertCertificateKind(tx: Tx, row: typeof certificateKinds.$inferInsert): void {
  tx.insert(certificateKinds).values(row).run();
}
export function insertCertificate(tx: Tx, row: NewCertificate): void {
  tx.insert(certificates).values(row).run();
}
/** False when it was revoked before. */
export function revoke(tx: Tx, id: string, revokedAt: number, revokeReason: string): boolean {
  return (
    tx
      .update(certificates)
      .set({ revokedAt, revokeReason })
      .where(and(eq(certificates.id, id), isNull(certificates.revokedAt)))
      .run().changes === 1
  );
}

export function insertCourse(tx: Tx, row: typeof courses.$inferInsert): void {
  tx.insert(courses).values(row).run();
}
export function insertSession(tx: Tx, row: typeof courseSessions.$inferInsert): void {
  tx.insert(courseSessions).values(row).run();
}
/** Writes the next version; false when somebody else wrote first. */
export function updateSession(tx: Tx, id: string, expected: number, fields: { readonly state: 'open' | 'held' | 'cancelled' }): boolean {
  const where = and(eq(courseSessions.id, id), eq(courseSessions.version, expected));
  return (
    tx
      .update(courseSessions)
      .set({ ...fields, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}
/** Who is enrolled is part of the file that results are recorded on, so its version moves with it. */
export function touchSession(tx: Tx, id: string): void {
  tx.update(courseSessions)
    .set({ version: sql`${courseSessions.version} + 1` })
    .where(eq(courseSessions.id, id))
    .run();
}

export function insertEnrolments(tx: Tx, sessionId: string, officerIds: readonly string[], createdAt: number): void {
  // One by one: a statement for each number of rows would stay prepared for good.
  for (const officerId of officerIds) tx.insert(enrolments).values({ sessionId, officerId, createdAt }).run();
}
export function deleteEnrolment(tx: Tx, sessionId: string, officerId: string): boolean {
  const where = and(eq(enrolments.sessionId, sessionId), eq(enrolments.officerId, officerId), isNull(enrolments.result));
  return tx.delete(enrolments).where(where).run().changes === 1;
}
/** False when the person has a result already or is not enrolled. */
export function saveResult(
  tx: Tx,
  sessionId: string,
  officerId: string,
  fields: { readonly result: 'passed' | 'failed' | 'absent'; readonly score: number | null; readonly recordedAt: number },
): boolean {
  const where = and(eq(enrolments.sessionId, sessionId), eq(enrolments.officerId, officerId), isNull(enrolments.result));
  return tx.update(enrolments).set(fields).where(where).run().changes === 1;
}
