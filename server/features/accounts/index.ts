export { createFirstAdmin } from './create-first-admin.ts';
export { defaultSettings } from './default-settings.ts';
export { hashPassword, newSecret } from './passwords.ts';
export { presentName } from './present.ts';
export {
  countyOrganisation,
  countySettings,
  organisationById,
  organisationsOfKind,
  workCalendar,
  type CountySettings,
  type OrganisationRow,
} from './queries.ts';
export { organisationImporter } from './import-organisations.ts';
export { resolveSession } from './resolve-session.ts';
export { accountsRoutes } from './routes.ts';
export { signatoryOf, type SignatoryRow } from './signatory.ts';
export { insertAccount, insertOrganisation, insertSettings, replaceMemberships } from './store.ts';
