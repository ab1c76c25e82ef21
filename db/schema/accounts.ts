import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export interface ProfileRow {
  readonly residents: number;
  readonly areaSquareMetres: number;
  readonly communities: number;
  readonly staffQuota: number;
  readonly staffPresent: number;
  readonly budgetYuanPerYear: number;
  readonly tags: readonly string[];
}

export const organisations = sqliteTable(
  'organisations',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['county', 'department', 'township'] }).notNull(),
    duty: text('duty', { enum: ['legal', 'establishment', 'finance', 'supervision', 'training'] }),
    system: text('system', { enum: ['county', 'vertical', 'city'] }).notNull(),
    systemBasis: text('system_basis'),
    name: text('name').notNull(),
    shortName: text('short_name').notNull(),
    divisionCode: text('division_code'),
    townshipKind: text('township_kind', { enum: ['township', 'ethnic_township', 'town', 'subdistrict'] }),
    profile: text('profile', { mode: 'json' }).$type<ProfileRow>(),
    contactPhone: text('contact_phone').notNull(),
    complaintPhone: text('complaint_phone').notNull(),
    address: text('address').notNull(),
    isActive: integer('is_active', { mode: 'boolean' }).notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('organisations_name').on(t.name),
    uniqueIndex('organisations_division')
      .on(t.divisionCode)
      .where(sql`division_code is not null`),
    index('organisations_duty')
      .on(t.duty)
      .where(sql`duty is not null`),
    index('organisations_county')
      .on(t.createdAt)
      .where(sql`kind = 'county'`),
    check('organisations_kind', sql`kind in ('county','department','township')`),
    check('organisations_township', sql`(kind = 'township') = (township_kind is not null and division_code is not null)`),
    check('organisations_division_code', sql`division_code is null or (length(division_code) = 9 and division_code not glob '*[^0-9]*')`),
  ],
);

export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    username: text('username').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    passwordChangedAt: integer('password_changed_at').notNull(),
    /** The initial secret serves for one sign-in: it can only be used to choose a password. */
    mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull(),
    disabledAt: integer('disabled_at'),
    failedSignIns: integer('failed_sign_ins').notNull(),
    lockedUntilAt: integer('locked_until_at'),
    lastSignInAt: integer('last_sign_in_at'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('accounts_username').on(t.username), check('accounts_username_lower', sql`username = lower(username)`)],
);

export const formerPasswords = sqliteTable(
  'former_passwords',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'restrict' }),
    setAt: integer('set_at').notNull(),
    passwordHash: text('password_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.setAt] })],
);

export const memberships = sqliteTable(
  'memberships',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'restrict' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'restrict' }),
    role: text('role', {
      enum: ['clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'training_officer', 'admin', 'auditor'],
    }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.organisationId, t.role] }), index('memberships_organisation').on(t.organisationId, t.role)],
);

export const substitutions = sqliteTable(
  'substitutions',
  {
    id: text('id').primaryKey(),
    awayAccountId: text('away_account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'restrict' }),
    substituteAccountId: text('substitute_account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'restrict' }),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at').notNull(),
    reason: text('reason').notNull(),
    endedAt: integer('ended_at'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    index('substitutions_away').on(t.awayAccountId, t.toAt),
    index('substitutions_substitute').on(t.substituteAccountId, t.toAt),
    check('substitutions_period', sql`from_at < to_at`),
    check('substitutions_other', sql`away_account_id <> substitute_account_id`),
  ],
);

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token: a leaked backup holds no live session. */
    tokenHash: text('token_hash').primaryKey(),
    id: text('id').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'restrict' }),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (t) => [uniqueIndex('sessions_id').on(t.id), index('sessions_account').on(t.accountId, t.expiresAt)],
);

export const addressAttempts = sqliteTable('address_attempts', {
  address: text('address').primaryKey(),
  failed: integer('failed').notNull(),
  windowStartedAt: integer('window_started_at').notNull(),
});

/** One row: the settings of the county. */
export const settings = sqliteTable(
  'settings',
  {
    id: integer('id').primaryKey(),
    values: text('values', { mode: 'json' }).notNull().$type<Record<string, unknown>>(),
    isDemo: integer('is_demo', { mode: 'boolean' }).notNull(),
    version: integer('version').notNull(),
  },
  () => [check('settings_single', sql`id = 1`)],
);

/** Working days: weekends and the days that the State Council's yearly plan moves (国办 holiday notice). */
export const calendarYears = sqliteTable('calendar_years', {
  year: integer('year').primaryKey(),
  source: text('source').notNull(),
});
export const calendarDays = sqliteTable(
  'calendar_days',
  { day: text('day').primaryKey(), kind: text('kind', { enum: ['holiday', 'make_up_workday'] }).notNull(), name: text('name').notNull() },
  () => [check('calendar_days_kind', sql`kind in ('holiday','make_up_workday')`)],
);
