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
export { directoryRoutes } from './routes.ts';
export type { DutyFields, EntryFields, TownshipPowerFields } from './store.ts';
export { addDuty, addEntry, addTownshipPower, changeDuty, changeEntry, changeTownshipPower, refuseLink } from './write-entry.ts';
