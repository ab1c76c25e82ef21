export { defaultSettings, menuSettings } from './default-settings.ts';
export { editSettings, readSettings } from './edit-settings.ts';
export { createOrganisation, editOrganisation, listOrganisations, type OrganisationHooks } from './organisations.ts';
export { organisationImporter } from './sheets/import-organisations.ts';
