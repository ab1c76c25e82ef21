import type {
  addDirectoryEntry as addContract,
  editDirectoryEntry as editContract,
  endDirectoryEntry as endContract,
  linkDirectoryEntry as linkContract,
  listDirectory as listContract,
  readDirectoryEntry as readContract,
} from '#contract/directory/directory-entries.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { answered, notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import { changeOnce, presentFound } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeSeen, demand } from './change-entry.ts';
import { presentEntry, presentPage } from './present.ts';
import { entryByCode, entryById, entryPage, type LinkedEntry } from './queries.ts';
import { addEntry, changeEntry, refuseLink } from './write-entry.ts';

export const listDirectory = (ports: Ports) => (call: CallOf<typeof listContract>) => {
  const { cursor = null, limit = 50, ...search } = call.query;
  const found = entryPage(ports.db, { ...search, after: cursor, limit, today: dayOf(call.now) });
  return answered(presentPage(found, limit, ({ row }) => row.code, presentEntry));
};

export const readDirectoryEntry = (ports: Ports) => (call: CallOf<typeof readContract>) => {
  const found = entryById(ports.db, call.params.entryId);
  return found ? answered(presentEntry(found)) : notFound;
};

const again = presentFound(entryById, presentEntry);

const codeTaken = (code: string) => refuse('directory_code_taken', { code }, ['/code']);

/** Enters a line of the province's published decision (行政处罚法 24). */
export const addDirectoryEntry = (ports: Ports) => (call: CallOf<typeof addContract>) =>
  changeOnce(ports, call, again, (act) => {
    if (entryByCode(act.tx, call.body.code)) return codeTaken(call.body.code);
    const refusal = refuseLink(act.tx, call.body.powerId);
    if (refusal) return refusal;
    const id = addEntry(act, { ...call.body, endedOn: null });
    return { kind: 'done', value: presentEntry(demand(entryById(act.tx, id))) };
  });

const present = (found: LinkedEntry | undefined) => presentEntry(demand(found));

export const editDirectoryEntry = (ports: Ports) => (call: CallOf<typeof editContract>) =>
  changeOnce(ports, call, again, (act) =>
    changeSeen(act, call, {
      load: ({ tx }) => entryById(tx, call.params.entryId),
      refuse: ({ tx }, { row }) => (row.code !== call.body.code && entryByCode(tx, call.body.code) ? codeTaken(call.body.code) : null),
      write: (act, { row }) => changeEntry(act, row, call.body),
      present,
    }),
  );

/** Which power of the county the province speaks of: the gate for penalties looks at nothing else but this and the code. */
export const linkDirectoryEntry = (ports: Ports) => (call: CallOf<typeof linkContract>) =>
  changeOnce(ports, call, again, (act) =>
    changeSeen(act, call, {
      load: ({ tx }) => entryById(tx, call.params.entryId),
      refuse: ({ tx }) => refuseLink(tx, call.body.powerId),
      write: (act, { row }) => changeEntry(act, row, { powerId: call.body.powerId }, 'directory_entry_linked'),
      present,
    }),
  );

/** An entry is never deleted: what was passed down under it was lawful then. */
export const endDirectoryEntry = (ports: Ports) => (call: CallOf<typeof endContract>) =>
  changeOnce(ports, call, again, (act) =>
    changeSeen(act, call, {
      load: ({ tx }) => entryById(tx, call.params.entryId),
      refuse: (_act, { row }) =>
        call.body.endedOn !== null && call.body.endedOn < row.decidedOn ? refuse('date_invalid', {}, ['/endedOn']) : null,
      write: (act, { row }) => changeEntry(act, row, { endedOn: call.body.endedOn }, 'directory_entry_ended'),
      present,
    }),
  );
