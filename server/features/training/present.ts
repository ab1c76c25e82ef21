import type { z } from 'zod';
import type { Attendee, Certificate, CertificateKind, Course, CourseSession, Officer } from '#contract/training.ts';
import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { covers } from '#server/domain/people/scope.ts';
import { MILLISECONDS_PER_DAY, dayOf } from '#server/domain/time/time.ts';
import { certificateStanding } from '#server/domain/people/training.ts';
import { rosterScope } from '#server/domain/people/visibility.ts';
import { answered, notFound } from '#server/platform/binding.ts';
import { presentFound, type Present } from '#server/records/change.ts';
import {
  attendeesOf,
  certificateKindRows,
  certificatesOf,
  courseById,
  officerById,
  sessionById,
  type AttendeeRow,
  type CertificateKindRow,
  type CertificateRow,
  type CourseRow,
  type CourseSessionRow,
  type OfficerRow,
} from './queries.ts';

export const presentKinds = (rows: readonly CertificateKindRow[]): z.infer<typeof CertificateKind>[] => rows.map((row) => ({ ...row }));

function presentCertificate(row: CertificateRow, kindName: string, now: number): z.infer<typeof Certificate> {
  return {
    id: row.id,
    kindId: row.kindId,
    kindName,
    number: row.number,
    validFromOn: dayOf(row.fromAt),
    // The end is the first instant on which it no longer counts; people read the last day on which it does.
    validToOn: dayOf(row.toAt - MILLISECONDS_PER_DAY),
    standing: certificateStanding(row, now),
    source: row.sessionId === null ? 'external' : 'session',
  };
}

/** People with their certificates; one query for the certificates of all. */
export function presentOfficers(db: Db, rows: readonly OfficerRow[], kinds: readonly CertificateKindRow[], now: number): Officer[] {
  const names = new Map(kinds.map(({ id, name }) => [id, name]));
  const held = new Map<string, Officer['certificates']>(rows.map(({ id }) => [id, []]));
  for (const row of certificatesOf(db, [...held.keys()]))
    held.get(row.officerId)?.push(presentCertificate(row, names.get(row.kindId) ?? '', now));
  return rows.map(({ createdAt: _createdAt, ...row }) => ({ ...row, certificates: held.get(row.id) ?? [] }));
}
export function presentOfficer(db: Db, id: string, now: number): Officer {
  const row = officerById(db, id);
  const [officer] = row ? presentOfficers(db, [row], certificateKindRows(db), now) : [];
  if (!officer) throw new Error(`officer ${id} is missing`);
  return officer;
}

/** `townshipIds`: whose rosters the actor keeps, where it is not everybody's. */
export const officerAgain = (now: number, townshipIds: readonly string[] | 'all' = 'all') =>
  presentFound(
    (db, id) => {
      const row = officerById(db, id);
      return row && (townshipIds === 'all' || townshipIds.includes(row.townshipId)) ? row : null;
    },
    ({ id }, db) => presentOfficer(db, id, now),
  );

export function presentCourse(row: CourseRow, kinds: readonly CertificateKindRow[]): z.infer<typeof Course> {
  const { createdAt: _createdAt, ...rest } = row;
  const kind = kinds.find(({ id }) => id === row.certificateKindId);
  return { ...rest, certificateKindName: kind?.name ?? '', validMonths: kind?.validMonths ?? 1 };
}

export function presentSession(row: CourseSessionRow, courseName: string, enrolled: number): z.infer<typeof CourseSession> {
  const { createdAt: _createdAt, ...rest } = row;
  return { ...rest, courseName, enrolled };
}

const presentAttendee = ({ townshipId: _townshipId, ...row }: AttendeeRow): z.infer<typeof Attendee> => row;

/** A session with those of its attendees whose roster the reader sees (RULES.md 7.12). */
export function presentSessionFile(
  db: Db,
  id: string,
  reader: Actor,
): { session: z.infer<typeof CourseSession>; attendees: z.infer<typeof Attendee>[] } {
  const row = sessionById(db, id);
  if (!row) throw new Error(`session ${id} is missing`);
  const all = attendeesOf(db, id);
  const scope = rosterScope(reader);
  const visible = all.filter((one) => covers(scope, one));
  return { session: presentSession(row, courseById(db, row.courseId)?.name ?? '', all.length), attendees: visible.map(presentAttendee) };
}

export const sessionAgain =
  (id: string, reader: Actor): Present<ReturnType<typeof presentSessionFile>> =>
  (db) =>
    sessionById(db, id) ? answered(presentSessionFile(db, id, reader)) : notFound;
