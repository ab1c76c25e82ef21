import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';

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
  (t) => [
    uniqueIndex('sessions_id').on(t.id),
    index('sessions_account').on(t.accountId, t.expiresAt),
    index('sessions_expired').on(t.expiresAt),
  ],
);

export const addressAttempts = sqliteTable(
  'address_attempts',
  {
    address: text('address').primaryKey(),
    failed: integer('failed').notNull(),
    windowStartedAt: integer('window_started_at').notNull(),
  },
  (t) => [index('address_attempts_age').on(t.windowStartedAt)],
);
