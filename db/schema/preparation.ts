import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { requests } from './requests.ts';

export const waivers = sqliteTable(
  'waivers',
  {
    requestId: text('request_id')
      .notNull()
      .references(() => requests.id, { onDelete: 'restrict' }),
    subject: text('subject', { enum: ['prerequisite', 'commitment'] }).notNull(),
    key: text('key').notNull(),
    reason: text('reason').notNull(),
    untilAt: integer('until_at').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  // What was waived until a day may be waived again after it.
  (t) => [primaryKey({ columns: [t.requestId, t.subject, t.key, t.createdAt] })],
);

export const attestations = sqliteTable(
  'attestations',
  {
    requestId: text('request_id')
      .notNull()
      .references(() => requests.id, { onDelete: 'restrict' }),
    key: text('key').notNull(),
    text: text('text').notNull(),
    attestedAt: integer('attested_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.key] })],
);
