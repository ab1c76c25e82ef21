import type { cancelSession as cancelContract, scheduleSession as scheduleContract } from '#contract/training.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import { changeOnce, presentFound } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { presentSession, presentSessionFile } from './present.ts';
import { courseById, sessionById } from './queries.ts';
import { insertSession, updateSession } from './store.ts';

const again = (reader: Actor) => presentFound(sessionById, ({ id }, db) => presentSessionFile(db, id, reader).session);

export const scheduleSession = (ports: Ports) => (call: CallOf<typeof scheduleContract>) =>
  changeOnce(ports, call, again(call.actor), (act) => {
    const course = courseById(act.tx, call.params.courseId);
    if (!course) return notFound;
    if (!course.isActive) return refuse('course_inactive');
    const { title, startsOn, endsOn, place, capacity } = call.body;
    if (endsOn < startsOn) return refuse('period_reversed', {}, ['/endsOn']);
    const session = {
      id: act.newId(),
      courseId: course.id,
      title,
      startsOn,
      endsOn,
      place,
      capacity,
      state: 'open' as const,
      version: 1,
      createdAt: call.now,
    };
    insertSession(act.tx, session);
    act.record({
      action: 'session_scheduled',
      subjectKind: 'session',
      subjectId: session.id,
      detail: { course: course.name, ...call.body },
      outbox: { kind: 'session_scheduled' },
    });
    return { kind: 'done', value: presentSession(session, course.name, 0) };
  });

/** Calls off a session that was not held; who was enrolled stays on record. */
export const cancelSession = (ports: Ports) => (call: CallOf<typeof cancelContract>) =>
  changeOnce(ports, call, again(call.actor), (act) => {
    const before = sessionById(act.tx, call.params.sessionId);
    if (!before) return notFound;
    const stale = refuseStale(act.tx, before, call.expectedVersion);
    if (stale) return stale;
    if (before.state !== 'open') return refuse('session_closed');
    if (!updateSession(act.tx, before.id, call.expectedVersion, { state: 'cancelled' }))
      return staleVersion(act.tx, before, call.expectedVersion);
    act.record({
      action: 'session_cancelled',
      subjectKind: 'session',
      subjectId: before.id,
      detail: { reason: call.body.reason },
      outbox: { kind: 'session_cancelled' },
    });
    return { kind: 'done', value: presentSessionFile(act.tx, before.id, call.actor).session };
  });
