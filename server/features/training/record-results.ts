import type { recordResults as contract } from '#contract/training.ts';
import { courseCertificate, guardResults } from '#server/domain/training.ts';
import { yearOf } from '#server/domain/time.ts';
import { notFound, type CallOf } from '#server/platform/binding.ts';
import { change, type Act } from '#server/platform/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { nextInSequence } from '#server/platform/sequences.ts';
import { staleVersion } from '#server/platform/stale.ts';
import { presentSessionFile } from './present.ts';
import { attendeesOf, certificateKindRows, courseById, sessionById } from './queries.ts';
import type { TrainingHooks } from './rosters.ts';
import { insertCertificate, saveResult, updateSession } from './store.ts';

/** Records results; who passed holds the course's certificate from the day on which it was held. */
export const recordResults = (ports: Ports, hooks: TrainingHooks) => (call: CallOf<typeof contract>) =>
  change(ports, call, (act) => {
    const session = sessionById(act.tx, call.params.sessionId);
    if (!session) return notFound;
    if (session.version !== call.expectedVersion) return staleVersion(act.tx, session.id, session.version, call.expectedVersion);
    const { heldOn, results } = call.body;
    const attendees = attendeesOf(act.tx, session.id);
    const no = guardResults(
      { ...session, attendees },
      heldOn,
      results.map(({ officerId }) => officerId),
      call.now,
    );
    if (no) return { kind: 'refused' as const, refusal: no };
    if (!updateSession(act.tx, session.id, call.expectedVersion, { state: 'held' }))
      return staleVersion(act.tx, session.id, session.version, call.expectedVersion);
    for (const { officerId, result, score } of results) {
      if (!saveResult(act.tx, session.id, officerId, { result, score, recordedAt: call.now }))
        throw new Error('a result changed within one transaction');
    }
    const passed = results.filter(({ result }) => result === 'passed').map(({ officerId }) => officerId);
    const numbers = issueCertificates(act, session, passed, heldOn);
    act.record({
      action: 'results_recorded',
      subjectKind: 'session',
      subjectId: session.id,
      detail: { heldOn, results, certificates: numbers },
    });
    const affected = new Set(attendees.filter(({ officerId }) => passed.includes(officerId)).map(({ townshipId }) => townshipId));
    for (const townshipId of affected) hooks.rosterChanged(act, townshipId);
    return { kind: 'done' as const, value: presentSessionFile(act.tx, session.id, 'all') };
  });

/** A renewed certificate may overlap the former one: fresh training counts from its day. */
function issueCertificates(
  act: Act,
  session: { readonly id: string; readonly courseId: string },
  officerIds: readonly string[],
  heldOn: string,
): string[] {
  const course = courseById(act.tx, session.courseId);
  const kind = certificateKindRows(act.tx).find(({ id }) => id === course?.certificateKindId);
  if (!kind) throw new Error(`the course of session ${session.id} gives no certificate`);
  const year = yearOf(heldOn);
  return officerIds.map((officerId) => {
    const number = `PX${String(year)}-${String(nextInSequence(act.tx, `course-certificates/${String(year)}`)).padStart(5, '0')}`;
    const period = courseCertificate(heldOn, kind.validMonths);
    insertCertificate(act.tx, {
      id: act.newId(),
      officerId,
      kindId: kind.id,
      number,
      ...period,
      revokedAt: null,
      revokeReason: null,
      sessionId: session.id,
      createdAt: act.now,
    });
    return number;
  });
}
