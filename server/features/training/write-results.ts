import { yearOf } from '#server/domain/time/time.ts';
import { courseCertificate } from '#server/domain/people/training.ts';
import type { Act } from '#server/records/change.ts';
import { nextInSequence } from '#server/records/sequences.ts';
import { attendeesOf, certificateKindRows, courseById, type CourseSessionRow } from './queries.ts';
import type { TrainingHooks } from './rosters.ts';
import { insertCertificate, saveResult, updateSession } from './store.ts';

export interface Result {
  readonly officerId: string;
  readonly result: 'passed' | 'failed' | 'absent';
  readonly score: number | null;
}
type Session = Pick<CourseSessionRow, 'id' | 'courseId' | 'version'>;

/**
 * Writes results that the domain has allowed, in the transaction of the caller; an attendee who passed holds the course's certificate from
 * the day on which it was held. False when somebody else changed the session first.
 */
export function writeResults(act: Act, session: Session, heldOn: string, results: readonly Result[], hooks: TrainingHooks): boolean {
  if (!updateSession(act.tx, session.id, session.version, { state: 'held' })) return false;
  for (const { officerId, result, score } of results) {
    if (!saveResult(act.tx, session.id, officerId, { result, score, recordedAt: act.now }))
      throw new Error('a result changed within one transaction');
  }
  const passed = results.filter(({ result }) => result === 'passed').map(({ officerId }) => officerId);
  const numbers = issueCertificates(act, session, passed, heldOn);
  const detail = { heldOn, results, certificates: numbers };
  act.record({ action: 'results_recorded', subjectKind: 'session', subjectId: session.id, detail });
  const affected = attendeesOf(act.tx, session.id).filter(({ officerId }) => passed.includes(officerId));
  for (const townshipId of new Set(affected.map((one) => one.townshipId))) hooks.rosterChanged(act, townshipId);
  return true;
}

/** A renewed certificate may overlap the former one: fresh training counts from its day. */
function issueCertificates(act: Act, session: Session, officerIds: readonly string[], heldOn: string): string[] {
  const course = courseById(act.tx, session.courseId);
  const kind = certificateKindRows(act.tx).find(({ id }) => id === course?.certificateKindId);
  if (!kind) throw new Error(`the course of session ${session.id} gives no certificate`);
  const year = String(yearOf(heldOn));
  return officerIds.map((officerId) => {
    const number = `PX${year}-${String(nextInSequence(act.tx, `course-certificates/${year}`)).padStart(5, '0')}`;
    insertCertificate(act.tx, {
      ...{ id: act.newId(), officerId, kindId: kind.id, number, ...courseCertificate(heldOn, kind.validMonths) },
      ...{ revokedAt: null, revokeReason: null, sessionId: session.id, createdAt: act.now },
    });
    return number;
  });
}
