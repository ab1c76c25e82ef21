import type { cancelEnrolment as cancelContract, enrol as enrolContract, readSession as readContract } from '#contract/training.ts';
import { townshipsOf } from '#server/domain/people/actor.ts';
import { guardEnrolment, guardEnrolmentCancelling } from '#server/domain/people/training.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import { changeOnce, presentNothing } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { presentSessionFile, sessionAgain } from './present.ts';
import { attendeesOf, officerById, rosterOf, sessionById } from './queries.ts';
import { deleteEnrolment, insertEnrolments, touchSession } from './store.ts';

export const readSession = (ports: Ports) => (call: CallOf<typeof readContract>) =>
  sessionById(ports.db, call.params.sessionId) ? answered(presentSessionFile(ports.db, call.params.sessionId, call.actor)) : notFound;

/** Enrols people of the own roster; anybody else is unknown. */
export const enrol = (ports: Ports) => (call: CallOf<typeof enrolContract>) =>
  changeOnce(ports, call, sessionAgain(call.params.sessionId, call.actor), (act) => {
    const session = sessionById(act.tx, call.params.sessionId);
    if (!session) return notFound;
    const roster = new Map(townshipsOf(call.actor).flatMap((id) => rosterOf(act.tx, id).map((officer) => [officer.id, officer] as const)));
    const officerIds = [...new Set(call.body.officerIds)];
    const refusal = guardEnrolment({ ...session, attendees: attendeesOf(act.tx, session.id) }, officerIds, roster, call.now);
    if (refusal) return { kind: 'refused' as const, refusal };
    insertEnrolments(act.tx, session.id, officerIds, call.now);
    touchSession(act.tx, session.id);
    act.record({ action: 'officers_enrolled', subjectKind: 'session', subjectId: session.id, detail: { officerIds } });
    return { kind: 'done' as const, value: presentSessionFile(act.tx, session.id, call.actor) };
  });

export const cancelEnrolment = (ports: Ports) => (call: CallOf<typeof cancelContract>) =>
  changeOnce(ports, call, presentNothing, (act) => {
    const { sessionId, officerId } = call.params;
    const session = sessionById(act.tx, sessionId);
    const officer = officerById(act.tx, officerId);
    if (!session || !officer || !townshipsOf(call.actor).includes(officer.townshipId)) return notFound;
    const refusal = guardEnrolmentCancelling({ ...session, attendees: attendeesOf(act.tx, session.id) }, officerId);
    if (refusal) return { kind: 'refused' as const, refusal };
    if (!deleteEnrolment(act.tx, sessionId, officerId)) throw new Error('an enrolment changed within one transaction');
    touchSession(act.tx, sessionId);
    act.record({ action: 'enrolment_cancelled', subjectKind: 'session', subjectId: sessionId, detail: { officerId } });
    return { kind: 'done' as const, value: undefined };
  });
