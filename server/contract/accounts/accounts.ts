import { z } from 'zod';
import { Id, Instant, Nothing, Role, Version, line, page, paging } from '../common.ts';
import { only, operation } from '../operation.ts';
import { OrganisationName } from '../organisations/organisations.ts';

const feature = 'accounts';

export const Membership = z.strictObject({ organisationId: Id, role: Role });
export const Account = z.strictObject({
  id: Id,
  username: z.string(),
  name: z.string(),
  memberships: z.array(z.strictObject({ organisation: OrganisationName, role: Role })),
  isDisabled: z.boolean(),
  isLocked: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSignInAt: Instant.nullable(),
  version: Version,
});

const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/);

export const listAccounts = operation({
  id: 'listAccounts',
  feature,
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts',
  access: only('admin', 'auditor'),
  query: z.strictObject({ q: z.string().max(80).optional(), ...paging }),
  response: page(Account),
  status: 200,
  isPersonal: true,
});
export const readAccount = operation({
  id: 'readAccount',
  feature,
  method: 'GET',
  path: '/accounts/{accountId}',
  summary: 'One account',
  access: only('admin', 'auditor'),
  params: z.strictObject({ accountId: Id }),
  response: Account,
  status: 200,
});
export const createAccount = operation({
  id: 'createAccount',
  feature,
  method: 'POST',
  path: '/accounts',
  summary: 'Open an account; the first answer holds its initial secret, a repeated one does not',
  access: only('admin'),
  body: z.strictObject({ username: Username, name: line(40), memberships: z.array(Membership).min(1).max(10) }),
  response: z.strictObject({ account: Account, initialSecret: z.string().nullable() }),
  status: 201,
  idempotent: true,
  refusals: ['username_taken', 'membership_mismatch'],
});
export const editAccount = operation({
  id: 'editAccount',
  feature,
  method: 'PUT',
  path: '/accounts/{accountId}',
  summary: 'Change name, roles or disable; ends its sessions when rights shrink',
  access: only('admin'),
  params: z.strictObject({ accountId: Id }),
  body: z.strictObject({ name: line(40), memberships: z.array(Membership).min(1).max(10), isDisabled: z.boolean() }),
  response: Account,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['membership_mismatch', 'last_admin', 'own_account'],
});
export const resetSecret = operation({
  id: 'resetSecret',
  feature,
  method: 'POST',
  path: '/accounts/{accountId}/secret',
  summary: 'Give a new initial secret; ends sessions and lockout',
  access: only('admin'),
  params: z.strictObject({ accountId: Id }),
  response: z.strictObject({ account: Account, initialSecret: z.string().nullable() }),
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['own_account'],
});
export const endAccountSessions = operation({
  id: 'endAccountSessions',
  feature,
  method: 'DELETE',
  path: '/accounts/{accountId}/sessions',
  summary: 'End every session of an account',
  access: only('admin'),
  params: z.strictObject({ accountId: Id }),
  response: Nothing,
  status: 204,
});
