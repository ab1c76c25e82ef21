import type { addOfficer as contract } from '#contract/training.ts';
import { townshipFor, townshipsOf } from '#server/domain/people/actor.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { isJoiningDay } from '#server/domain/people/training.ts';
import { refuse, type CallOf } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { officerAgain, presentOfficer } from './present.ts';
import type { TrainingHooks } from './rosters.ts';
import { insertOfficer } from './store.ts';

/** Puts a person on the roster of an own township. Who comes back after leaving is a new entry: the former time in post stays what it was. */
export const addOfficer = (ports: Ports, hooks: TrainingHooks) => (call: CallOf<typeof contract>) =>
  changeOnce(ports, call, officerAgain(call.now, townshipsOf(call.actor)), (act) => {
    const township = townshipFor(call.actor, call.body.townshipId);
    if (township.kind === 'refused') return township;
    const { value: townshipId } = township;
    if (townshipId === null) return refuse('forbidden');
    const { name, post, dutyPhone, joinedOn } = call.body;
    if (!isJoiningDay(joinedOn, dayOf(call.now))) return refuse('date_invalid', {}, ['/joinedOn']);
    const id = act.newId();
    insertOfficer(act.tx, { id, townshipId, name, post, dutyPhone, joinedOn, leftOn: null, version: 1, createdAt: call.now });
    act.record({ action: 'officer_added', subjectKind: 'officer', subjectId: id, detail: { townshipId, name, joinedOn } });
    hooks.rosterChanged(act, townshipId);
    return { kind: 'done', value: presentOfficer(act.tx, id, call.now) };
  });
