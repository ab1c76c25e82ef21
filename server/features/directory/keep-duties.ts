import type {
  addDuty as addContract,
  editDuty as editContract,
  linkDuty as linkContract,
  listDuties as listContract,
  readDuty as readContract,
  removeDuty as removeContract,
} from '#contract/directory/duties.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { covers } from '#server/domain/people/scope.ts';
import { townshipRecordScope } from '#server/domain/people/visibility.ts';
import { organisationById } from '#server/features/organisations/index.ts';
import { answered, notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import { changeOnce, presentFound, presentNothing } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeSeen, demand } from './change-entry.ts';
import { presentDuty, presentPage } from './present.ts';
import { dutyById, dutyByName, dutyPage, wholeCounty, type LinkedDuty } from './queries.ts';
import { addDuty as write, changeDuty, dropDuty, refuseLink } from './write-entry.ts';

export const listDuties = (ports: Ports) => (call: CallOf<typeof listContract>) => {
  const { cursor = null, limit = 50, townshipId, ...search } = call.query;
  const scope = townshipRecordScope(call.actor);
  const isOne = townshipId !== undefined && townshipId !== wholeCounty;
  if (isOne && !covers(scope, { townshipId })) return notFound;
  const found = dutyPage(ports.db, { ...search, scope, townshipId, after: cursor, limit });
  return answered(presentPage(found, limit, ({ row }) => row.id, presentDuty));
};

export const readDuty = (ports: Ports) => (call: CallOf<typeof readContract>) => {
  const found = dutyById(ports.db, call.params.dutyId);
  return found && canSeeDuty(call.actor, found) ? answered(presentDuty(found)) : notFound;
};

/** What holds for the whole county is everybody's; the lists of a township are its own and the county's (RULES.md 7.14). */
const canSeeDuty = (actor: Actor, { row: { townshipId } }: LinkedDuty): boolean =>
  townshipId === null || covers(townshipRecordScope(actor), { townshipId });

const again = presentFound(dutyById, presentDuty);

const taken = (name: string) => refuse('duty_taken', { name }, ['/name']);

export const addDuty = (ports: Ports) => (call: CallOf<typeof addContract>) =>
  changeOnce(ports, call, again, (act) => {
    const { list, townshipId, name, powerId } = call.body;
    if (townshipId !== null && organisationById(act.tx, townshipId)?.kind !== 'township')
      return refuse('invalid_input', {}, ['/townshipId']);
    if (dutyByName(act.tx, list, townshipId, name)) return taken(name);
    const refusal = refuseLink(act.tx, powerId);
    if (refusal) return refusal;
    const id = write(act, call.body);
    return { kind: 'done', value: presentDuty(demand(dutyById(act.tx, id))) };
  });

const present = (found: LinkedDuty | undefined) => presentDuty(demand(found));

export const editDuty = (ports: Ports) => (call: CallOf<typeof editContract>) =>
  changeOnce(ports, call, again, (act) =>
    changeSeen(act, call, {
      load: ({ tx }) => dutyById(tx, call.params.dutyId),
      refuse: ({ tx }, { row }) =>
        row.name !== call.body.name && dutyByName(tx, row.list, row.townshipId, call.body.name) ? taken(call.body.name) : null,
      write: (act, { row }) => changeDuty(act, row, call.body),
      present,
    }),
  );

export const linkDuty = (ports: Ports) => (call: CallOf<typeof linkContract>) =>
  changeOnce(ports, call, again, (act) =>
    changeSeen(act, call, {
      load: ({ tx }) => dutyById(tx, call.params.dutyId),
      refuse: ({ tx }) => refuseLink(tx, call.body.powerId),
      write: (act, { row }) => changeDuty(act, row, { powerId: call.body.powerId }, 'duty_linked'),
      present,
    }),
  );

/** Lists are made anew every year; the audit trail keeps what stood on the former ones. */
export const removeDuty = (ports: Ports) => (call: CallOf<typeof removeContract>) =>
  changeOnce(ports, call, presentNothing, (act) =>
    changeSeen(act, call, {
      load: ({ tx }) => dutyById(tx, call.params.dutyId),
      write: (act, { row }) => dropDuty(act, row),
      present: () => undefined,
    }),
  );
