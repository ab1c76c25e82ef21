import { z } from 'zod';
import { Count, Id, Instant, Nothing, Role, Version, line, page, paging } from './common.ts';
import { everyone, only, operation, signedIn } from './operation.ts';
import { Duty, OrganisationKind, OrganisationSystem, TownshipKind } from './words.ts';

const feature = 'accounts';

export const OrganisationName = z.strictObject({ id: Id, kind: OrganisationKind, name: z.string(), shortName: z.string() });
export const Profile = z.strictObject({
  residents: Count,
  areaSquareMetres: Count.max(1_000_000_000_000),
  communities: Count,
  staffQuota: Count,
  staffPresent: Count,
  budgetYuanPerYear: Count.max(1_000_000_000_000),
  tags: z.array(line(20)).max(20),
});
export const Organisation = z.strictObject({
  id: Id,
  kind: OrganisationKind,
  duty: Duty.nullable(),
  system: OrganisationSystem,
  /** Why a vertical or city body may pass powers down at all; without it its items are locked. */
  systemBasis: z.string().nullable(),
  name: z.string(),
  shortName: z.string(),
  divisionCode: z.string().nullable(),
  townshipKind: TownshipKind.nullable(),
  profile: Profile.nullable(),
  contactPhone: z.string(),
  complaintPhone: z.string(),
  address: z.string(),
  isActive: z.boolean(),
  version: Version,
});
export type Organisation = z.infer<typeof Organisation>;

const organisationFields = {
  duty: Duty.nullable(),
  system: OrganisationSystem,
  systemBasis: line(200).nullable(),
  name: line(60),
  shortName: line(20),
  divisionCode: z
    .string()
    .regex(/^[0-9]{9}$/)
    .nullable(),
  townshipKind: TownshipKind.nullable(),
  profile: Profile.nullable(),
  contactPhone: line(40),
  complaintPhone: line(40),
  address: line(120),
  isActive: z.boolean(),
} as const;

export const Membership = z.strictObject({ organisationId: Id, role: Role });
export const Me = z.strictObject({
  accountId: Id,
  username: z.string(),
  name: z.string(),
  memberships: z.array(z.strictObject({ organisation: OrganisationName, role: Role })),
  /** Whose substitute I am now; the header Acting-For with that account puts on their hat. */
  standsInFor: z.array(z.strictObject({ accountId: Id, name: z.string() })),
  actingFor: z.strictObject({ accountId: Id, name: z.string() }).nullable(),
  mustChangePassword: z.boolean(),
  county: z.strictObject({ name: z.string(), isDemo: z.boolean() }),
});
export type Me = z.infer<typeof Me>;
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
export const SessionView = z.strictObject({
  id: Id,
  createdAt: Instant,
  lastSeenAt: Instant,
  address: z.string(),
  userAgent: z.string(),
  isCurrent: z.boolean(),
});

const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/);
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

export const listOrganisations = operation({
  id: 'listOrganisations',
  feature,
  method: 'GET',
  path: '/organisations',
  summary: 'Organisations of the county',
  access: signedIn,
  query: z.strictObject({ kind: OrganisationKind.optional() }),
  response: z.strictObject({ items: z.array(Organisation) }),
  status: 200,
});
export const createOrganisation = operation({
  id: 'createOrganisation',
  feature,
  method: 'POST',
  path: '/organisations',
  summary: 'Add an organisation',
  access: only('admin'),
  body: z.strictObject({ kind: OrganisationKind, ...organisationFields }),
  response: Organisation,
  status: 201,
  idempotent: true,
  refusals: ['organisation_name_taken', 'division_taken'],
});
export const editOrganisation = operation({
  id: 'editOrganisation',
  feature,
  method: 'PUT',
  path: '/organisations/{organisationId}',
  summary: 'Change an organisation',
  access: only('admin'),
  params: z.strictObject({ organisationId: Id }),
  body: z.strictObject(organisationFields),
  response: Organisation,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['organisation_name_taken', 'division_taken', 'organisation_in_use'],
});

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

export const Substitution = z.strictObject({
  id: Id,
  awayAccountId: Id,
  awayName: z.string(),
  substituteAccountId: Id,
  substituteName: z.string(),
  fromAt: Instant,
  toAt: Instant,
  reason: z.string(),
  isEnded: z.boolean(),
  version: Version,
});
export const listSubstitutions = operation({
  id: 'listSubstitutions',
  feature,
  method: 'GET',
  path: '/me/substitutions',
  summary: 'Substitutes that I named, or whom I stand in for',
  access: signedIn,
  response: z.strictObject({
    items: z.array(Substitution),
    candidates: z.array(z.strictObject({ accountId: Id, name: z.string() })),
  }),
  status: 200,
});
export const nameSubstitute = operation({
  id: 'nameSubstitute',
  feature,
  method: 'POST',
  path: '/me/substitutions',
  summary: 'Name a substitute for days away (AB 角)',
  access: signedIn,
  body: z.strictObject({ substituteAccountId: Id, firstOn: z.iso.date(), lastOn: z.iso.date(), reason: line(100) }),
  response: Substitution,
  status: 201,
  idempotent: true,
  refusals: ['substitute_mismatch', 'substitute_overlap', 'period_reversed'],
});
export const endSubstitution = operation({
  id: 'endSubstitution',
  feature,
  method: 'DELETE',
  path: '/me/substitutions/{substitutionId}',
  summary: 'End a substitution now',
  access: signedIn,
  params: z.strictObject({ substitutionId: Id }),
  response: Nothing,
  status: 204,
});

export const Settings = z.strictObject({
  countyName: line(40),
  documentPrefix: line(20),
  registerContact: line(100),
  /** Working days. */
  departmentOpinionDays: z.int().min(1).max(60),
  legalReviewDays: z.int().min(1).max(60),
  countyDecisionDays: z.int().min(1).max(60),
  supplementDays: z.int().min(1).max(60),
  hearingDays: z.int().min(1).max(60),
  returnAnswerDays: z.int().min(1).max(60),
  /** Working days from approval to the day on which an unfinished preparation lapses; one extension of the same length. */
  preparationDays: z.int().min(5).max(500),
  /** Calendar days between the lapse of a prerequisite and the suspension. */
  lapseGraceDays: z.int().min(0).max(180),
  /** Requests of one township in preparation at a time. */
  preparationSlots: z.int().min(1).max(50),
  /** 行政许可法 24 speaks of administrative organs; counties read it differently for subdistrict offices. */
  mayEntrustLicencesToSubdistricts: z.boolean(),
  /** How often the county has the use of transferred penalties evaluated (行政处罚法 24), in months; absent while it has not said. */
  penaltyEvaluationMonths: z.int().min(1).max(60).optional(),
  /** 重大行政决策程序暂行条例 3: each county says by its own catalogue whether its menu is a major decision. */
  isMenuMajorDecision: z.boolean(),
  /** Working days in which the legal office reviews a draft edition; a major decision gives it at least seven (article 26). */
  menuReviewDays: z.int().min(1).max(60),
});
export type Settings = z.infer<typeof Settings>;
export const readSettings = operation({
  id: 'readSettings',
  feature,
  method: 'GET',
  path: '/settings',
  summary: 'Settings of the county',
  access: only('admin', 'auditor', 'decider'),
  response: z.strictObject({ settings: Settings, version: Version }),
  status: 200,
});
export const editSettings = operation({
  id: 'editSettings',
  feature,
  method: 'PUT',
  path: '/settings',
  summary: 'Change the settings; running deadlines keep theirs',
  access: only('admin'),
  body: Settings,
  response: z.strictObject({ settings: Settings, version: Version }),
  status: 200,
  versioned: true,
  idempotent: true,
});
