import { type Interval, overlap } from '../ledger/intervals.ts';
import { type DomainRefusal, refusal } from '../values/outcome.ts';
import { MILLISECONDS_PER_DAY, addDays, addMonths, dayOf, startOfDay } from '../time/time.ts';

/** A certificate as it was issued; revoked from an instant on, the time before stays what it was. */
export interface IssuedCertificate extends Interval {
  readonly revokedAt: number | null;
}

export type CertificateStanding = 'future' | 'current' | 'expiring' | 'expired' | 'revoked';

/** Calendar days before its end from which a certificate is shown as expiring: enough for one more course. */
const WARNING_DAYS = 90;

/** The stretch in which a certificate counts; empty when it was revoked before it began (RULES.md 2.16). */
export function certificatePeriod({ fromAt, toAt, revokedAt }: IssuedCertificate): Interval {
  return { fromAt, toAt: Math.max(fromAt, Math.min(toAt, revokedAt ?? toAt)) };
}

/** How a certificate stands at an instant (RULES.md 6.7). */
export function certificateStanding(certificate: IssuedCertificate, at: number): CertificateStanding {
  const { fromAt, toAt, revokedAt } = certificate;
  if (revokedAt !== null && revokedAt <= at) return 'revoked';
  if (at < fromAt) return 'future';
  if (at >= toAt) return 'expired';
  return toAt - at <= WARNING_DAYS * MILLISECONDS_PER_DAY ? 'expiring' : 'current';
}

/** One body issues one certificate of a kind for a time: a second one over the same days is a mistake of the register (行政处罚法 42). */
export function overlapsCertificate(existing: readonly IssuedCertificate[], wanted: Interval): boolean {
  return existing.some((one) => overlap(certificatePeriod(one), wanted));
}

/** The time in post as an interval; who left is gone from the first instant of that day (RULES.md 2.15). */
export function inPost({ joinedOn, leftOn }: { readonly joinedOn: string; readonly leftOn: string | null }, forever: number): Interval {
  return { fromAt: startOfDay(joinedOn), toAt: leftOn === null ? forever : startOfDay(leftOn) };
}

const EARLIEST_JOINING = '1950-01-01';
/** Calendar days that an appointment may lie ahead; a later date is a slip of the pen. */
const FARTHEST_AHEAD = 366;

/** Whether somebody may have taken up a post on that day, seen from today (RULES.md 2.15). */
export function isJoiningDay(day: string, today: string): boolean {
  return day >= EARLIEST_JOINING && day <= addDays(today, FARTHEST_AHEAD);
}

/** Whether a person has left by the day of an instant (RULES.md 2.15). */
export function hasLeft(officer: { readonly leftOn: string | null }, at: number): boolean {
  return officer.leftOn !== null && officer.leftOn <= dayOf(at);
}

/** The certificate that a passed course gives, from the day on which it was held (RULES.md 2.18). */
export function courseCertificate(heldOn: string, validMonths: number): Interval {
  return { fromAt: startOfDay(heldOn), toAt: startOfDay(addMonths(heldOn, validMonths)) };
}

export interface SessionFacts {
  readonly state: 'open' | 'held' | 'cancelled';
  readonly startsOn: string;
  readonly capacity: number;
  readonly attendees: readonly { readonly officerId: string; readonly result: string | null }[];
}

/** Why these people cannot be enrolled, or null; `roster` holds the people of the own township (RULES.md 2.17). */
export function guardEnrolment(
  session: SessionFacts,
  officerIds: readonly string[],
  roster: ReadonlyMap<string, { readonly leftOn: string | null }>,
  at: number,
): DomainRefusal | null {
  if (session.state !== 'open') return refusal('session_closed');
  const wanted = [...new Set(officerIds)];
  const pointers = (is: (id: string) => boolean): string[] =>
    officerIds.flatMap((id, index) => (is(id) ? [`/officerIds/${String(index)}`] : []));
  const unknown = pointers((id) => !roster.has(id));
  if (unknown.length > 0) return refusal('officer_unknown', undefined, unknown);
  const gone = pointers((id) => hasLeft(roster.get(id) ?? { leftOn: null }, at));
  if (gone.length > 0) return refusal('officer_left', undefined, gone);
  const there = new Set(session.attendees.map(({ officerId }) => officerId));
  const twice = pointers((id) => there.has(id));
  if (twice.length > 0) return refusal('already_enrolled', undefined, twice);
  const free = session.capacity - there.size;
  return wanted.length > free ? refusal('session_full', { free: Math.max(0, free) }) : null;
}

/** Why a person cannot be taken off a session, or null (RULES.md 2.17). */
export function guardEnrolmentCancelling(session: SessionFacts, officerId: string): DomainRefusal | null {
  const attendee = session.attendees.find((one) => one.officerId === officerId);
  if (!attendee) return refusal('not_enrolled');
  if (attendee.result !== null) return refusal('result_recorded');
  return session.state === 'open' ? null : refusal('session_closed');
}

/**
 * Why these results cannot be recorded, or null. The first results close the enrolment; those of the others may follow until everybody has
 * one, and none is written over (RULES.md 2.18).
 */
export function guardResults(session: SessionFacts, heldOn: string, officerIds: readonly string[], at: number): DomainRefusal | null {
  const isComplete = session.attendees.every(({ result }) => result !== null);
  if (session.state === 'cancelled' || (session.state === 'held' && isComplete)) return refusal('session_closed');
  if (heldOn > dayOf(at) || heldOn < session.startsOn) return refusal('date_invalid', undefined, ['/heldOn']);
  const results = new Map(session.attendees.map(({ officerId, result }) => [officerId, result]));
  const pointers = (is: (id: string) => boolean): string[] =>
    officerIds.flatMap((id, index) => (is(id) ? [`/results/${String(index)}`] : []));
  const unknown = pointers((id) => !results.has(id));
  if (unknown.length > 0) return refusal('not_enrolled', undefined, unknown);
  const recorded = pointers((id) => results.get(id) !== null || officerIds.indexOf(id) !== officerIds.lastIndexOf(id));
  return recorded.length > 0 ? refusal('result_recorded', undefined, recorded) : null;
}
