import * as contract from '#contract/accounts/accounts.ts';
import * as substitutions from '#contract/accounts/substitutions.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { createAccount, editAccount, endAccountSessions, listAccounts, readAccount, resetSecret } from './manage-accounts.ts';
import { endSubstitution, listSubstitutions, nameSubstitute } from './substitutes.ts';

export const accountsRoutes = (ports: Ports): Binding[] => [
  bind(contract.listAccounts, listAccounts(ports)),
  bind(contract.readAccount, readAccount(ports)),
  bind(contract.createAccount, createAccount(ports)),
  bind(contract.editAccount, editAccount(ports)),
  bind(contract.resetSecret, resetSecret(ports)),
  bind(contract.endAccountSessions, endAccountSessions(ports)),
  bind(substitutions.listSubstitutions, listSubstitutions(ports)),
  bind(substitutions.nameSubstitute, nameSubstitute(ports)),
  bind(substitutions.endSubstitution, endSubstitution(ports)),
];
