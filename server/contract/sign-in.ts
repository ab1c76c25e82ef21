import { z } from 'zod';
import { Id, Instant, Nothing, Role } from './common.ts';
import { everyone, operation, signedIn } from './operation.ts';
import { OrganisationName } from './organisations/organisations.ts';

const feature = 'accounts';

export const Me = z.strictObject({
  accountId: Id,
  username: z.string(),
  name: z.string(),
  memberships: z.array(z.strictObject({ organisation: OrganisationName, role: Role })),
  /** Whose substitute I am now; the header Acting-For with that account lets me act in their place. */
  standsInFor: z.array(z.strictObject({ accountId: Id, name: z.string() })),
  actingFor: z.strictObject({ accountId: Id, name: z.string() }).nullable(),
  mustChangePassword: z.boolean(),
  county: z.strictObject({ name: z.string(), isDemo: z.boolean() }),
});
export type Me = z.infer<typeof Me>;
export const SessionView = z.strictObject({
  id: Id,
  createdAt: Instant,
  lastSeenAt: Instant,
  address: z.string(),
  userAgent: z.string(),
  isCurrent: z.boolean(),
});
const Password = z.string().min(1).max(200);

export const signIn = operation({
  id: 'signIn',
  feature,
  method: 'POST',
  path: '/session',
  summary: 'Sign in with username and password',
  access: everyone,
  body: z.strictObject({ username: z.string().min(1).max(80), password: Password }),
  response: Me,
  status: 200,
  refusals: ['wrong_credentials', 'locked_out', 'too_many_attempts'],
});
export const signOut = operation({
  id: 'signOut',
  feature,
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out',
  access: signedIn,
  response: Nothing,
  status: 204,
});
export const readMe = operation({
  id: 'readMe',
  feature,
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in',
  access: signedIn,
  response: Me,
  status: 200,
});
export const changePassword = operation({
  id: 'changePassword',
  feature,
  method: 'POST',
  path: '/me/password',
  summary: 'Change the own password; ends all other sessions',
  access: signedIn,
  body: z.strictObject({ current: Password, next: Password }),
  response: Nothing,
  status: 204,
  refusals: ['wrong_credentials', 'weak_password', 'password_used_before', 'locked_out'],
});
export const listMySessions = operation({
  id: 'listMySessions',
  feature,
  method: 'GET',
  path: '/me/sessions',
  summary: 'The own sessions',
  access: signedIn,
  response: z.strictObject({ items: z.array(SessionView) }),
  status: 200,
});
export const endMySession = operation({
  id: 'endMySession',
  feature,
  method: 'DELETE',
  path: '/me/sessions/{sessionId}',
  summary: 'End one of the own sessions',
  access: signedIn,
  params: z.strictObject({ sessionId: Id }),
  response: Nothing,
  status: 204,
});
