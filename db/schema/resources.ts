import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { organisations } from './organisations.ts';
import { powers } from './powers.ts';

/** What the county owes a township for one power (资源配套). */
export const commitments = sqliteTable(
  'commitments',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id').notNull(),
    key: text('key').notNull(),
    townshipId: text('township_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'restrict' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'restrict' }),
    powerId: text('power_id')
      .notNull()
      .references(() => powers.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: ['posts', 'funds', 'equipment', 'accounts', 'support'] }).notNull(),
    unit: text('unit', { enum: ['persons', 'yuan_per_year', 'yuan', 'pieces', 'accounts', 'days_per_year'] }).notNull(),
    amount: integer('amount').notNull(),
    description: text('description').notNull(),
    dueAt: integer('due_at').notNull(),
    /** 'waived' counts only until `waivedUntilAt`; FOREVER where nothing is owed any more because the request is over. */
    state: text('state', { enum: ['promised', 'delivered', 'disputed', 'confirmed', 'waived'] }).notNull(),
    waivedUntilAt: integer('waived_until_at'),
    evidence: text('evidence'),
    deliveredAt: integer('delivered_at'),
    confirmedAt: integer('confirmed_at'),
    disputeText: text('dispute_text'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('commitments_request').on(t.requestId, t.key),
    index('commitments_organisation').on(t.organisationId, t.id),
    index('commitments_township').on(t.townshipId, t.id),
    index('commitments_organisation_state').on(t.organisationId, t.state, t.id),
    index('commitments_township_state').on(t.townshipId, t.state, t.id),
    index('commitments_state').on(t.state, t.id),
    check('commitments_state', sql`state in ('promised','delivered','disputed','confirmed','waived')`),
    check('commitments_waived', sql`(state = 'waived') = (waived_until_at is not null)`),
    check('commitments_amount', sql`amount > 0`),
  ],
);
