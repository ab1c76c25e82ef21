export { defaultSettings } from './default-settings.ts';
export { demandOrganisation, presentName } from './present.ts';
export {
  countyOrganisation,
  countySettings,
  hasSettings,
  organisationById,
  organisationName,
  organisationsOfKind,
  workCalendar,
  type OrganisationRow,
} from './queries.ts';
export { insertOrganisation, insertSettings } from './store.ts';
