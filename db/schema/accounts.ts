import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { organisations } from './organisations.ts';

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
    /** When the last of them was; after a day without one, counting begins anew. */
    failedSignInAt: integer('failed_sign_in_at'),
    lockedUntilAt: integer('locked_until_at'),
    lastSignInAt: integer('last_sign_in_at'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('accounts_username').on(t.username), check('accounts_username_lower', sql`username = lower(username)`)],
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
