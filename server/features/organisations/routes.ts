import * as contract from '#contract/organisations/organisations.ts';
import * as settings from '#contract/organisations/settings.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { editSettings, readSettings } from './edit-settings.ts';
import { createOrganisation, editOrganisation, listOrganisations, type OrganisationHooks } from './organisations.ts';

export const organisationsRoutes = (ports: Ports, hooks: OrganisationHooks): Binding[] => [
  bind(contract.listOrganisations, listOrganisations(ports)),
  bind(contract.createOrganisation, createOrganisation(ports, hooks)),
  bind(contract.editOrganisation, editOrganisation(ports, hooks)),
  bind(settings.readSettings, readSettings(ports)),
  bind(settings.editSettings, editSettings(ports)),
];
