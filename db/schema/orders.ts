import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { organisations } from './organisations.ts';
import type { Signatory } from '#server/domain/people/signatory.ts';

/** What a township submits at once: a container only, its status is computed from its lines. */
export const orders = sqliteTable(
  'orders',
  {
    id: text('id').primaryKey(),
    /** Given at submission, gapless within a year. */
    number: text('number'),
    name: text('name').notNull(),
    townshipId: text('township_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'restrict' }),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    submittedBy: text('submitted_by', { mode: 'json' }).$type<Signatory>(),
    submittedAt: integer('submitted_at'),
    updatedAt: integer('updated_at').notNull(),
    version: integer('version').notNull(),
  },
  (t) => [
    uniqueIndex('orders_number')
      .on(t.number)
      .where(sql`number is not null`),
    index('orders_township').on(t.townshipId, t.id),
    index('orders_submitted')
      .on(t.id)
      .where(sql`submitted_at is not null`),
    check('orders_submitted_whole', sql`(submitted_at is null) = (number is null)`),
  ],
);
