import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { commonDecisions } from './common-decisions.ts';
import { menuItems } from './editions.ts';
import { grants } from './grants.ts';
import { orders } from './orders.ts';
import { organisations } from './organisations.ts';
import { powers } from './powers.ts';
import type { ConditionsRow, HandOverListRow } from './terms.ts';
import type { Signatory } from '#server/domain/people/signatory.ts';

export interface RouteStepRow {
  readonly stage: 'department' | 'legal' | 'county';
  readonly organisationId: string;
  readonly workingDays: number;
}

/** One line of an order: one power for one township; the case that is reviewed. */
export const requests = sqliteTable(
  'requests',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'restrict' }),
    townshipId: text('township_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'restrict' }),
    powerId: text('power_id')
      .notNull()
      .references(() => powers.id, { onDelete: 'restrict' }),
    itemId: text('item_id')
      .notNull()
      .references(() => menuItems.id, { onDelete: 'restrict' }),
    departmentId: text('department_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'restrict' }),
    replacesGrantId: text('replaces_grant_id').references(() => grants.id, { onDelete: 'restrict' }),
    /** 'ready' is computed: a preparing request whose prerequisites and commitments all hold. */
    state: text('state', {
      enum: ['draft', 'in_review', 'sent_back', 'approved', 'preparing', 'granted', 'rejected', 'withdrawn', 'lapsed'],
    }).notNull(),
    stage: text('stage', { enum: ['department', 'legal', 'county'] }),
    route: text('route', { mode: 'json' }).notNull().$type<readonly RouteStepRow[]>(),
    need: text('need').notNull(),
    casesPerYear: integer('cases_per_year'),
    approach: text('approach').notNull(),
    officerIds: text('officer_ids', { mode: 'json' }).notNull().$type<readonly string[]>(),
    startWishOn: text('start_wish_on'),
    submittedAt: integer('submitted_at'),
    /** When the file came to where it is now. */
    sinceAt: integer('since_at'),
    dueAt: integer('due_at'),
    isDueProvisional: integer('is_due_provisional', { mode: 'boolean' }).notNull(),
    /** Working days that a stopped clock has left (sent back). */
    remainingWorkingDays: integer('remaining_working_days'),
    isReconsidered: integer('is_reconsidered', { mode: 'boolean' }).notNull(),
    isExtensionUsed: integer('is_extension_used', { mode: 'boolean' }).notNull(),
    conditions: text('conditions', { mode: 'json' }).$type<ConditionsRow>(),
    /** When the county said yes. */
    approvedAt: integer('approved_at'),
    /** The deadline of the present stage was missed, and that has been told; once per stage. */
    escalatedAt: integer('escalated_at'),
    /** Accounts that drafted, edited or submitted it: a person never decides on their own request. */
    writers: text('writers', { mode: 'json' }).notNull().$type<readonly string[]>(),
    handOver: text('hand_over', { mode: 'json' }).$type<HandOverListRow>(),
    departmentSignature: text('department_signature', { mode: 'json' }).$type<Signatory>(),
    townshipSignature: text('township_signature', { mode: 'json' }).$type<Signatory>(),
    grantId: text('grant_id'),
    /** The one decision for all townships of a kind that created this request; null where the township asked. */
    commonDecisionId: text('common_decision_id').references(() => commonDecisions.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('requests_order_item').on(t.orderId, t.itemId),
    index('requests_township').on(t.townshipId, t.id),
    index('requests_department').on(t.departmentId, t.id),
    index('requests_department_state').on(t.departmentId, t.state, t.id),
    index('requests_state').on(t.state, t.id),
    index('requests_power').on(t.powerId, t.id),
    // What the sweep looks for: deadlines that may have passed unnoticed.
    index('requests_due')
      .on(t.dueAt, t.id)
      .where(sql`due_at is not null and escalated_at is null`),
    index('requests_slots')
      .on(t.townshipId, t.state, t.approvedAt)
      .where(sql`state in ('approved','preparing')`),
    index('requests_common_decision')
      .on(t.commonDecisionId, t.id)
      .where(sql`common_decision_id is not null`),
    uniqueIndex('requests_one_running')
      .on(t.townshipId, t.powerId)
      .where(sql`state in ('in_review','sent_back','approved','preparing')`),
    // How many townships want each power now.
    index('requests_wanted')
      .on(t.powerId, t.townshipId)
      .where(sql`state in ('in_review','sent_back','approved','preparing')`),
    uniqueIndex('requests_one_swap')
      .on(t.replacesGrantId)
      .where(sql`replaces_grant_id is not null and state in ('in_review','sent_back','approved','preparing')`),
    check(
      'requests_state',
      sql`state in ('draft','in_review','sent_back','approved','preparing','granted','rejected','withdrawn','lapsed')`,
    ),
    check('requests_stage', sql`(stage is not null) = (state in ('in_review','sent_back'))`),
    check('requests_granted', sql`(state = 'granted') = (grant_id is not null)`),
  ],
);

/** Everything said and decided about a request: opinions, reviews, decisions, acts. Append-only. */
export const requestEvents = sqliteTable(
  'request_events',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id')
      .notNull()
      .references(() => requests.id, { onDelete: 'restrict' }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    stage: text('stage', { enum: ['department', 'legal', 'county'] }),
    accountId: text('account_id'),
    actorName: text('actor_name'),
    actorOrganisation: text('actor_organisation'),
    onBehalfOf: text('on_behalf_of'),
    onBehalfOfAccountId: text('on_behalf_of_account_id'),
    facts: text('facts', { mode: 'json' }).notNull().$type<Record<string, unknown>>(),
  },
  (t) => [index('request_events_request').on(t.requestId, t.id)],
);
