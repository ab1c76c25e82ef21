export { defaultSettings } from './default-settings.ts';
export { demandOrganisation, presentName } from './present.ts';
export {
  countyOrganisation,
  countySettings,
  hasSettings,
  nameIn,
  nameOf,
  namesOf,
  organisationById,
  organisationName,
  organisationsOfKind,
  workCalendar,
  type NameRow,
  type OrganisationRow,
} from './queries.ts';
export { insertOrganisation, insertSettings } from './store.ts';
