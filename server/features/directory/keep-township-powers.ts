import type {
  addTownshipPower as addContract,
  editTownshipPower as editContract,
  linkTownshipPower as linkContract,
  listTownshipPowers as listContract,
  readTownshipPower as readContract,
  removeTownshipPower as removeContract,
} from '#contract/directory/township-powers.ts';
import { answered, notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import { changeOnce, presentFound, presentNothing } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeSeen, demand } from './change-entry.ts';
import { presentPage, presentTownshipPower } from './present.ts';
import { townshipPowerById, townshipPowerByName, townshipPowerPage, type LinkedTownshipPower } from './queries.ts';
import { addTownshipPower as write, changeTownshipPower, dropTownshipPower, refuseLink } from './write-entry.ts';

export const listTownshipPowers = (ports: Ports) => (call: CallOf<typeof listContract>) => {
  const { cursor = null, limit = 50, ...search } = call.query;
  const found = townshipPowerPage(ports.db, { ...search, after: cursor, limit });
  return answered(presentPage(found, limit, ({ row }) => row.id, presentTownshipPower));
};

export const readTownshipPower = (ports: Ports) => (call: CallOf<typeof readContract>) => {
  const found = townshipPowerById(ports.db, call.params.townshipPowerId);
  return found ? answered(presentTownshipPower(found)) : notFound;
};

const again = presentFound(townshipPowerById, presentTownshipPower);

const taken = (name: string) => refuse('township_power_taken', { name }, ['/name']);

export const addTownshipPower = (ports: Ports) => (call: CallOf<typeof addContract>) =>
  changeOnce(ports, call, again, (act) => {
    const { name, powerId } = call.body;
    if (townshipPowerByName(act.tx, name)) return taken(name);
    const refusal = refuseLink(act.tx, powerId);
    if (refusal) return refusal;
    const id = write(act, call.body);
    return { kind: 'done', value: presentTownshipPower(demand(townshipPowerById(act.tx, id))) };
  });

const present = (found: LinkedTownshipPower | undefined) => presentTownshipPower(demand(found));

export const editTownshipPower = (ports: Ports) => (call: CallOf<typeof editContract>) =>
  changeOnce(ports, call, again, (act) =>
    changeSeen(act, call, {
      load: ({ tx }) => townshipPowerById(tx, call.params.townshipPowerId),
      refuse: ({ tx }, { row }) => (row.name !== call.body.name && townshipPowerByName(tx, call.body.name) ? taken(call.body.name) : null),
      write: (act, { row }) => changeTownshipPower(act, row, call.body),
      present,
    }),
  );

export const linkTownshipPower = (ports: Ports) => (call: CallOf<typeof linkContract>) =>
  changeOnce(ports, call, again, (act) =>
    changeSeen(act, call, {
      load: ({ tx }) => townshipPowerById(tx, call.params.townshipPowerId),
      refuse: ({ tx }) => refuseLink(tx, call.body.powerId),
      write: (act, { row }) => changeTownshipPower(act, row, { powerId: call.body.powerId }, 'township_power_linked'),
      present,
    }),
  );

export const removeTownshipPower = (ports: Ports) => (call: CallOf<typeof removeContract>) =>
  changeOnce(ports, call, presentNothing, (act) =>
    changeSeen(act, call, {
      load: ({ tx }) => townshipPowerById(tx, call.params.townshipPowerId),
      write: (act, { row }) => dropTownshipPower(act, row),
      present: () => undefined,
    }),
  );
