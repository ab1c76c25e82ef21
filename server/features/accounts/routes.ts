import * as signInContract from '#contract/sign-in.ts';
import * as organisationsContract from '#contract/organisations/organisations.ts';
import * as accountsContract from '#contract/accounts/accounts.ts';
import * as substitutionsContract from '#contract/accounts/substitutions.ts';
import * as settingsContract from '#contract/organisations/settings.ts';
import { answered, bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { editSettings, readSettings } from '#server/features/organisations/index.ts';
import { createAccount, editAccount, endAccountSessions, listAccounts, readAccount, resetSecret } from './manage-accounts.ts';
import { createOrganisation, editOrganisation, listOrganisations, type OrganisationHooks } from '#server/features/organisations/index.ts';
import { changePassword, endMySession, listMySessions, signOut } from '#server/features/sign-in/index.ts';
import { presentMe } from './present.ts';
import { signIn } from '#server/features/sign-in/index.ts';
import { endSubstitution, listSubstitutions, nameSubstitute } from './substitutes.ts';

export const accountsRoutes = (ports: Ports, hooks: OrganisationHooks): Binding[] => [
  bind(signInContract.signIn, signIn(ports)),
  bind(signInContract.signOut, signOut(ports)),
  bind(signInContract.readMe, (call) => answered(presentMe(ports.db, call.actor, call.now))),
  bind(signInContract.changePassword, changePassword(ports)),
  bind(signInContract.listMySessions, listMySessions(ports)),
  bind(signInContract.endMySession, endMySession(ports)),
  bind(organisationsContract.listOrganisations, listOrganisations(ports)),
  bind(organisationsContract.createOrganisation, createOrganisation(ports, hooks)),
  bind(organisationsContract.editOrganisation, editOrganisation(ports, hooks)),
  bind(accountsContract.listAccounts, listAccounts(ports)),
  bind(accountsContract.readAccount, readAccount(ports)),
  bind(accountsContract.createAccount, createAccount(ports)),
  bind(accountsContract.editAccount, editAccount(ports)),
  bind(accountsContract.resetSecret, resetSecret(ports)),
  bind(accountsContract.endAccountSessions, endAccountSessions(ports)),
  bind(substitutionsContract.listSubstitutions, listSubstitutions(ports)),
  bind(substitutionsContract.nameSubstitute, nameSubstitute(ports)),
  bind(substitutionsContract.endSubstitution, endSubstitution(ports)),
  bind(settingsContract.readSettings, readSettings(ports)),
  bind(settingsContract.editSettings, editSettings(ports)),
];
