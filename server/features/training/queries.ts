import { and, asc, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { scopeCondition } from '#db/statements/scope-condition.ts';
import { isOneOf } from '#db/statements/id-list.ts';
import { certificateKinds, certificates, courseSessions, courses, enrolments, officers } from '#db/schema/training.ts';
import type { rosterScope } from '#server/domain/people/visibility.ts';
import { organisations } from '#db/schema/organisations.ts';

export type OfficerRow = typeof officers.$inferSelect;
export type CertificateRow = typeof certificates.$inferSelect;
export type CertificateKindRow = typeof certificateKinds.$inferSelect;
export type CourseRow = typeof courses.$inferSelect;
export type CourseSessionRow = typeof courseSessions.$inferSelect;

export interface FactRow {
  readonly officerId: string;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly kindId: string | null;
  readonly fromAt: number | null;
  readonly toAt: number | null;
  readonly revokedAt: number | null;
}

const statements = prepared((db: Db) => ({
  facts: db.$client.prepare(
    `SELECT o.id AS officerId, o.joined_on AS joinedOn, o.left_on AS leftOn, c.kind_id AS kindId, c.from_at AS fromAt, c.to_at AS toAt, c.revoked_at AS revokedAt
     FROM officers o LEFT JOIN certificates c ON c.officer_id = o.id WHERE o.township_id = ? ORDER BY o.id`,
  ),
  roster: db.$client.prepare('SELECT id, name, left_on AS leftOn FROM officers WHERE township_id = ? ORDER BY id'),
  named: db.$client.prepare(
    'SELECT id, name, township_id AS townshipId, left_on AS leftOn FROM officers WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
  ),
  kinds: db.select().from(certificateKinds).orderBy(asc(certificateKinds.name)).prepare(),
  officer: db
    .select()
    .from(officers)
    .where(eq(officers.id, sql.placeholder('id')))
    .prepare(),
  certificate: db
    .select()
    .from(certificates)
    .where(eq(certificates.id, sql.placeholder('id')))
    .prepare(),
  session: db
    .select()
    .from(courseSessions)
    .where(eq(courseSessions.id, sql.placeholder('id')))
    .prepare(),
  attendees: db
    .select({
      officerId: enrolments.officerId,
      name: officers.name,
      townshipId: officers.townshipId,
      townshipName: organisations.name,
      result: enrolments.result,
      score: enrolments.score,
    })
    .from(enrolments)
    .innerJoin(officers, eq(officers.id, enrolments.officerId))
    .innerJoin(organisations, eq(organisations.id, officers.townshipId))
    .where(eq(enrolments.sessionId, sql.placeholder('sessionId')))
    .orderBy(asc(organisations.divisionCode), asc(officers.id))
    .prepare(),
}));

/** People in post and their certificates in one statement: one row per certificate, or one for a person without any. */
export const factRows = (db: Db, townshipId: string) => statements(db).facts.all(townshipId) as FactRow[];
/** Everybody who is or was on a township's roster, by name. */
export const rosterOf = (db: Db, townshipId: string) =>
  statements(db).roster.all(townshipId) as { readonly id: string; readonly name: string; readonly leftOn: string | null }[];

export const certificateKindRows = (db: Db): CertificateKindRow[] => statements(db).kinds.all();
export const officerById = (db: Db, id: string): OfficerRow | undefined => statements(db).officer.get({ id });
export const certificateById = (db: Db, id: string): CertificateRow | undefined => statements(db).certificate.get({ id });
export const sessionById = (db: Db, id: string): CourseSessionRow | undefined => statements(db).session.get({ id });
export const attendeesOf = (db: Db, sessionId: string) => statements(db).attendees.all({ sessionId });
export type AttendeeRow = ReturnType<typeof attendeesOf>[number];

export interface RosterFilter {
  readonly scope: ReturnType<typeof rosterScope>;
  readonly townshipId?: string | undefined;
  readonly today: string;
  readonly withLeft: boolean;
}
/** Rosters as they stand on a day; of all townships that are open where none is named (a county has some thousand officials). */
export const officersOf = (db: Db, { scope, townshipId, today, withLeft }: RosterFilter): OfficerRow[] =>
  db
    .select()
    .from(officers)
    .where(
      and(
        scopeCondition(scope, { townshipId: officers.townshipId }),
        townshipId === undefined ? undefined : eq(officers.townshipId, townshipId),
        withLeft ? undefined : or(isNull(officers.leftOn), gt(officers.leftOn, today)),
      ),
    )
    .orderBy(asc(officers.townshipId), asc(officers.id))
    .all();

export const certificatesOf = (db: Db, officerIds: readonly string[]): CertificateRow[] =>
  db.select().from(certificates).where(isOneOf(certificates.officerId, officerIds)).orderBy(asc(certificates.fromAt)).all();

/** The certificates that a session has given. */
export const courseCertificatesOf = (db: Db, sessionId: string): CertificateRow[] => {
  const attending = db.select({ id: enrolments.officerId }).from(enrolments).where(eq(enrolments.sessionId, sessionId));
  return db
    .select()
    .from(certificates)
    .where(and(sql`${certificates.officerId} in ${attending}`, eq(certificates.sessionId, sessionId)))
    .all();
};

interface NamedOfficer {
  readonly id: string;
  readonly name: string;
  readonly townshipId: string;
  readonly leftOn: string | null;
}
/** Names of people wherever they serve or served, for cases that mention them. */
export function officersByIds(db: Db, ids: readonly string[]): Map<string, NamedOfficer> {
  if (ids.length === 0) return new Map();
  const rows = statements(db).named.all(JSON.stringify(ids)) as NamedOfficer[];
  return new Map(rows.map((row) => [row.id, row]));
}

export const courseRows = (db: Db): CourseRow[] => db.select().from(courses).orderBy(asc(courses.name)).all();
export const courseById = (db: Db, id: string): CourseRow | undefined => db.select().from(courses).where(eq(courses.id, id)).get();

/** Sessions with the number of people enrolled, the latest first; a county trains some dozen times a year. */
export const sessionRows = (db: Db) =>
  db
    .select({
      session: courseSessions,
      courseName: courses.name,
      enrolled: sql<number>`(select count(*) from ${enrolments} where ${enrolments.sessionId} = ${courseSessions.id})`,
    })
    .from(courseSessions)
    .innerJoin(courses, eq(courses.id, courseSessions.courseId))
    .orderBy(desc(courseSessions.startsOn), desc(courseSessions.id))
    .limit(500)
    .all();
