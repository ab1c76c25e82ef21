import { z } from 'zod';
import { act, changed, count, day, id, Row, text } from './act.ts';

const certificate = { kindId: id, number: text, validFromOn: day, validToOn: day } as const;
const exported = { rows: count } as const;

export const peopleActs = {
  course_created: act('course', z.strictObject({ name: text, certificateName: text, validMonths: count })),
  session_scheduled: act(
    'session',
    z.strictObject({ course: text, title: text, startsOn: day, endsOn: day, place: text, capacity: count }),
  ),
  session_cancelled: act('session', z.strictObject({ reason: text })),
  officers_enrolled: act('session', z.strictObject({ officerIds: z.array(id) })),
  enrolment_cancelled: act('session', z.strictObject({ officerId: id })),
  results_recorded: act('session', z.strictObject({ heldOn: day, results: z.array(Row), certificates: z.array(text) })),
  certificate_recorded: act('certificate', z.strictObject({ officerId: id, ...certificate })),
  certificate_revoked: act('certificate', z.strictObject({ officerId: id, reason: text })),
  officer_added: act('officer', z.strictObject({ townshipId: id, name: text, joinedOn: day })),
  officer_changed: act('officer', changed),
  officer_left: act('officer', changed),
  // A list as it was asked for on the screen, or all of a kind.
  people_exported: act(
    'export',
    z.union([z.looseObject({ list: text, ...exported }), z.strictObject({ kind: text, scope: Row, format: z.enum(['xlsx', 'csv']) })]),
  ),
} as const;
