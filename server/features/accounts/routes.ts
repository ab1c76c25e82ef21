import * as contract from '#contract/accounts.ts';
import { answered, bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { editSettings, readSettings } from './edit-settings.ts';
import { createAccount, editAccount, endAccountSessions, listAccounts, readAccount, resetSecret } from './manage-accounts.ts';
import { createOrganisation, editOrganisation, listOrganisations, type OrganisationHooks } from './organisations.ts';
import { changePassword, endMySession, listMySessions, signOut } from './own-session.ts';
import { presentMe } from './present.ts';
import { signIn } from './sign-in.ts';
import { endSubstitution, listSubstitutions, nameSubstitute } from './substitutes.ts';

export const accountsRoutes = (ports: Ports, hooks: OrganisationHooks): Binding[] => [
  bind(contract.signIn, signIn(ports)),
  bind(contract.signOut, signOut(ports)),
  bind(contract.readMe, (call) => answered(presentMe(ports.db, call.actor, call.now))),
  bind(contract.changePassword, changePassword(ports)),
  bind(contract.listMySessions, listMySessions(ports)),
  bind(contract.endMySession, endMySession(ports)),
  bind(contract.listOrganisations, listOrganisations(ports)),
  bind(contract.createOrganisation, createOrganisation(ports, hooks)),
  bind(contract.editOrganisation, editOrganisation(ports, hooks)),
  bind(contract.listAccounts, listAccounts(ports)),
  bind(contract.readAccount, readAccount(ports)),
  bind(contract.createAccount, createAccount(ports)),
  bind(contract.editAccount, editAccount(ports)),
  bind(contract.resetSecret, resetSecret(ports)),
  bind(contract.endAccountSessions, endAccountSessions(ports)),
  bind(contract.listSubstitutions, listSubstitutions(ports)),
  bind(contract.nameSubstitute, nameSubstitute(ports)),
  bind(contract.endSubstitution, endSubstitution(ports)),
  bind(contract.readSettings, readSettings(ports)),
  bind(contract.editSettings, editSettings(ports)),
];
