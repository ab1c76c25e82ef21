import type { editOfficer as contract } from '#contract/training.ts';
import { townshipsOf } from '#server/domain/people/actor.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { hasLeft, isJoiningDay } from '#server/domain/people/training.ts';
import { notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { officerAgain, presentOfficer } from './present.ts';
import { officerById } from './queries.ts';
import type { TrainingHooks } from './rosters.ts';
import { updateOfficer } from './store.ts';

/** Changes an entry of the own roster, or records that the person left. Who has left stays as the record shows: grants were suspended on it. */
export const editOfficer = (ports: Ports, hooks: TrainingHooks) => (call: CallOf<typeof contract>) =>
  changeOnce(ports, call, officerAgain(call.now, townshipsOf(call.actor)), (act) => {
    const before = officerById(act.tx, call.params.officerId);
    if (!before || !townshipsOf(call.actor).includes(before.townshipId)) return notFound;
    const stale = refuseStale(act.tx, before, call.expectedVersion);
    if (stale) return stale;
    if (hasLeft(before, call.now)) return refuse('officer_left');
    const { name, post, dutyPhone, joinedOn, leftOn } = call.body;
    if (joinedOn !== before.joinedOn && !isJoiningDay(joinedOn, dayOf(call.now))) return refuse('date_invalid', {}, ['/joinedOn']);
    if (leftOn !== null && leftOn < joinedOn) return refuse('period_reversed', {}, ['/leftOn']);
    const after = { name, post, dutyPhone, joinedOn, leftOn };
    if (!updateOfficer(act.tx, before.id, call.expectedVersion, after)) return staleVersion(act.tx, before, call.expectedVersion);
    const former = {
      name: before.name,
      post: before.post,
      dutyPhone: before.dutyPhone,
      joinedOn: before.joinedOn,
      leftOn: before.leftOn,
    };
    act.record({
      action: leftOn !== before.leftOn && leftOn !== null ? 'officer_left' : 'officer_changed',
      subjectKind: 'officer',
      subjectId: before.id,
      detail: { before: former, after },
    });
    if (joinedOn !== before.joinedOn || leftOn !== before.leftOn) hooks.rosterChanged(act, before.townshipId);
    return { kind: 'done', value: presentOfficer(act.tx, before.id, call.now) };
  });
