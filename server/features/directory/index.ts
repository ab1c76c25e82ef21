export { directoryImporter } from './import-directory.ts';
export { dutyListImporter } from './import-duty-lists.ts';
export {
  dutyByName,
  entryByCode,
  everyDuty,
  everyEntry,
  townshipPowerByName,
  type DutyRow,
  type EntryRow,
  type TownshipPowerRow,
} from './queries.ts';
export { linkEntry, namedEntry, relinkEntries, type EntryKind } from './link-entry.ts';
export { directoryRoutes } from './routes.ts';
export { standingOf } from './standing.ts';
export { limitedPowers, unlinkedLimits, type UnlinkedRow } from './standing-queries.ts';
export type { DutyFields, EntryFields, TownshipPowerFields } from './store.ts';
export { addDuty, addEntry, addTownshipPower, changeDuty, changeEntry, changeTownshipPower, refuseLink } from './write-entry.ts';
export { rebaseEntry } from './rebase-entry.ts';
