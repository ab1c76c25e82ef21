import { z } from 'zod';
import { Count, Day, Id, Nothing, Version, line, optionalProse } from './common.ts';
import { only, operation, signedIn } from './operation.ts';

const feature = 'training';

export const CertificateKind = z.strictObject({
  id: Id,
  name: z.string(),
  validMonths: z.int().min(1),
  issuer: z.enum(['external', 'course']),
  basis: z.string(),
});
export const CertificateStanding = z.enum(['future', 'current', 'expiring', 'expired', 'revoked']);
export const Certificate = z.strictObject({
  id: Id,
  kindId: Id,
  kindName: z.string(),
  number: z.string(),
  validFromOn: Day,
  validToOn: Day,
  standing: CertificateStanding,
  source: z.enum(['external', 'session']),
});
export const Officer = z.strictObject({
  id: Id,
  townshipId: Id,
  name: z.string(),
  post: z.string(),
  dutyPhone: z.string(),
  joinedOn: Day,
  leftOn: Day.nullable(),
  certificates: z.array(Certificate),
  version: Version,
});
export type Officer = z.infer<typeof Officer>;

export const listOfficers = operation({
  id: 'listOfficers',
  feature,
  method: 'GET',
  path: '/officers',
  summary: 'A roster with its certificates: the own township, or any for training officer and auditor',
  access: only('clerk', 'lead', 'training_officer', 'auditor'),
  query: z.strictObject({ townshipId: Id.optional(), withLeft: z.enum(['yes', 'no']).optional() }),
  response: z.strictObject({ items: z.array(Officer), kinds: z.array(CertificateKind) }),
  status: 200,
  isPersonal: true,
  refusals: ['not_found'],
});
const officerFields = { name: line(40), post: line(60), dutyPhone: line(40), joinedOn: Day } as const;
export const addOfficer = operation({
  id: 'addOfficer',
  feature,
  method: 'POST',
  path: '/officers',
  summary: 'Add a person to the own roster',
  access: only('clerk', 'lead'),
  /** `townshipId`: on which roster; may be left out by who acts for one township alone. */
  body: z.strictObject({ ...officerFields, townshipId: Id.optional() }),
  response: Officer,
  status: 201,
  idempotent: true,
  refusals: ['date_invalid', 'township_required', 'not_found'],
});
export const editOfficer = operation({
  id: 'editOfficer',
  feature,
  method: 'PUT',
  path: '/officers/{officerId}',
  summary: 'Change a person, or record that the person left',
  access: only('clerk', 'lead'),
  params: z.strictObject({ officerId: Id }),
  body: z.strictObject({ ...officerFields, leftOn: Day.nullable() }),
  response: Officer,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['period_reversed', 'officer_left', 'date_invalid'],
});
export const recordCertificate = operation({
  id: 'recordCertificate',
  feature,
  method: 'POST',
  path: '/officers/{officerId}/certificates',
  summary: 'Record a certificate that another body issued (e.g. 行政执法证)',
  access: only('training_officer'),
  params: z.strictObject({ officerId: Id }),
  body: z.strictObject({ kindId: Id, number: line(60), validFromOn: Day, validToOn: Day }),
  response: Officer,
  status: 201,
  idempotent: true,
  refusals: ['certificate_overlap', 'certificate_kind_unknown', 'period_reversed', 'officer_left'],
});
export const revokeCertificate = operation({
  id: 'revokeCertificate',
  feature,
  method: 'POST',
  path: '/certificates/{certificateId}/revocation',
  summary: 'Revoke a certificate from now on',
  access: only('training_officer'),
  params: z.strictObject({ certificateId: Id }),
  body: z.strictObject({ reason: line(200) }),
  response: Officer,
  status: 200,
  idempotent: true,
  refusals: ['certificate_revoked'],
});

export const Course = z.strictObject({
  id: Id,
  name: z.string(),
  description: z.string(),
  hours: z.int(),
  certificateKindId: Id,
  certificateKindName: z.string(),
  validMonths: z.int(),
  isActive: z.boolean(),
  version: Version,
});
export const CourseSession = z.strictObject({
  id: Id,
  courseId: Id,
  courseName: z.string(),
  title: z.string(),
  startsOn: Day,
  endsOn: Day,
  place: z.string(),
  capacity: z.int(),
  enrolled: z.int(),
  state: z.enum(['open', 'held', 'cancelled']),
  version: Version,
});
export const listCourses = operation({
  id: 'listCourses',
  feature,
  method: 'GET',
  path: '/courses',
  summary: 'Courses, their sessions and certificate kinds',
  access: signedIn,
  response: z.strictObject({ courses: z.array(Course), sessions: z.array(CourseSession), kinds: z.array(CertificateKind) }),
  status: 200,
});
export const createCourse = operation({
  id: 'createCourse',
  feature,
  method: 'POST',
  path: '/courses',
  summary: 'Add a course; passing it gives a certificate for some months',
  access: only('training_officer', 'admin'),
  body: z.strictObject({
    name: line(80),
    description: optionalProse(1000),
    hours: Count.min(1).max(1000),
    certificateName: line(80),
    validMonths: z.int().min(1).max(120),
  }),
  response: Course,
  status: 201,
  idempotent: true,
  refusals: ['certificate_kind_taken'],
});
export const scheduleSession = operation({
  id: 'scheduleSession',
  feature,
  method: 'POST',
  path: '/courses/{courseId}/sessions',
  summary: 'Schedule a training session',
  access: only('training_officer'),
  params: z.strictObject({ courseId: Id }),
  body: z.strictObject({ title: line(80), startsOn: Day, endsOn: Day, place: line(80), capacity: z.int().min(1).max(2000) }),
  response: CourseSession,
  status: 201,
  idempotent: true,
  refusals: ['course_inactive', 'period_reversed'],
});
export const cancelSession = operation({
  id: 'cancelSession',
  feature,
  method: 'POST',
  path: '/sessions/{sessionId}/cancellation',
  summary: 'Cancel a session that has not been held',
  access: only('training_officer'),
  params: z.strictObject({ sessionId: Id }),
  body: z.strictObject({ reason: line(200) }),
  response: CourseSession,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['session_closed'],
});
export const Attendee = z.strictObject({
  officerId: Id,
  name: z.string(),
  townshipName: z.string(),
  result: z.enum(['passed', 'failed', 'absent']).nullable(),
  score: z.int().nullable(),
});
export const readSession = operation({
  id: 'readSession',
  feature,
  method: 'GET',
  path: '/sessions/{sessionId}',
  summary: 'A session with its attendees; a township sees its own people',
  access: only('clerk', 'lead', 'training_officer', 'auditor'),
  params: z.strictObject({ sessionId: Id }),
  response: z.strictObject({ session: CourseSession, attendees: z.array(Attendee) }),
  status: 200,
  isPersonal: true,
});
export const enrol = operation({
  id: 'enrol',
  feature,
  method: 'POST',
  path: '/sessions/{sessionId}/enrolments',
  summary: 'Enrol people of the own roster',
  access: only('clerk', 'lead'),
  params: z.strictObject({ sessionId: Id }),
  body: z.strictObject({ officerIds: z.array(Id).min(1).max(200) }),
  response: z.strictObject({ session: CourseSession, attendees: z.array(Attendee) }),
  status: 200,
  idempotent: true,
  refusals: ['session_full', 'session_closed', 'already_enrolled', 'officer_unknown', 'officer_left'],
});
export const cancelEnrolment = operation({
  id: 'cancelEnrolment',
  feature,
  method: 'DELETE',
  path: '/sessions/{sessionId}/enrolments/{officerId}',
  summary: 'Take a person off a session',
  access: only('clerk', 'lead'),
  params: z.strictObject({ sessionId: Id, officerId: Id }),
  response: Nothing,
  status: 204,
  idempotent: true,
  refusals: ['not_enrolled', 'session_closed', 'result_recorded'],
});
export const recordResults = operation({
  id: 'recordResults',
  feature,
  method: 'POST',
  path: '/sessions/{sessionId}/results',
  summary: 'Record results; who passed holds the certificate from that day',
  access: only('training_officer'),
  params: z.strictObject({ sessionId: Id }),
  body: z.strictObject({
    heldOn: Day,
    results: z
      .array(z.strictObject({ officerId: Id, result: z.enum(['passed', 'failed', 'absent']), score: z.int().min(0).max(1000).nullable() }))
      .min(1)
      .max(2000),
  }),
  response: z.strictObject({ session: CourseSession, attendees: z.array(Attendee) }),
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['session_closed', 'not_enrolled', 'result_recorded', 'date_invalid'],
});
