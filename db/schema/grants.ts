import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { commonDecisions } from './common-decisions.ts';
import { menuItems } from './editions.ts';
import { organisations } from './organisations.ts';
import { powers } from './powers.ts';
import type { PendingCaseRow, PrerequisiteRow } from './terms.ts';
import type { Signatory } from '#server/domain/people/signatory.ts';

const grantColumns = {
  powerId: text('power_id')
    .notNull()
    .references(() => powers.id, { onDelete: 'restrict' }),
  townshipId: text('township_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'restrict' }),
};

/** A power held by a township, on terms. Its state is computed from dates and facts, never stored. */
export const grants = sqliteTable(
  'grants',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id'),
    itemId: text('item_id')
      .notNull()
      .references(() => menuItems.id, { onDelete: 'restrict' }),
    ...grantColumns,
    departmentId: text('department_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'restrict' }),
    carrier: text('carrier', { enum: ['transfer', 'entrustment', 'substantive_review', 'service_window'] }).notNull(),
    /** Prerequisites that keep the grant alive: the item's, the decision's extra ones, less those waived. */
    prerequisites: text('prerequisites', { mode: 'json' }).notNull().$type<readonly GrantPrerequisiteRow[]>(),
    documentNumber: text('document_number').notNull(),
    /** How it came about: by a request, by one decision for all townships of a kind, or registered with an older document (存量). */
    origin: text('origin', { enum: ['request', 'common', 'existing'] })
      .notNull()
      .default('request'),
    commonDecisionId: text('common_decision_id').references(() => commonDecisions.id, { onDelete: 'restrict' }),
    issuedAt: integer('issued_at').notNull(),
    /** The end agreed at the beginning; FOREVER without a term. */
    termEndsAt: integer('term_ends_at').notNull(),
    /** Since when prerequisites are watched: the start, or the import of an existing grant. */
    observedFromAt: integer('observed_from_at').notNull(),
    trialEndsAt: integer('trial_ends_at'),
    trialClosedAt: integer('trial_closed_at'),
    isTrialExtended: integer('is_trial_extended', { mode: 'boolean' }).notNull(),
    /** Why the holding ends where it ends; null while no end is known. */
    endKind: text('end_kind', { enum: ['returned', 'swapped', 'recalled', 'expired'] }),
    /**
     * The penalty with whose end that of a compulsory measure was set (行政强制法 17); null while the measure goes its own way. No foreign key: one
     * into the same table makes SQLite read all of it for each grant that is opened.
     */
    endsWithGrantId: text('ends_with_grant_id'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('grants_request')
      .on(t.requestId)
      .where(sql`request_id is not null`),
    index('grants_township').on(t.townshipId, t.id),
    index('grants_department').on(t.departmentId, t.id),
    index('grants_power').on(t.powerId, t.id),
    index('grants_item').on(t.itemId, t.id),
    index('grants_common_decision')
      .on(t.commonDecisionId)
      .where(sql`common_decision_id is not null`),
    // Older papers have numbers of their own, which anybody may ask for.
    index('grants_existing_document')
      .on(t.documentNumber, t.id)
      .where(sql`origin = 'existing'`),
    index('grants_open_trial')
      .on(t.id)
      .where(sql`trial_ends_at is not null and trial_closed_at is null`),
    check('grants_end_kind', sql`end_kind is null or end_kind in ('returned','swapped','recalled','expired')`),
  ],
);

export interface GrantPrerequisiteRow {
  readonly prerequisite: PrerequisiteRow;
  /** A waiver: until this instant the prerequisite counts as met. */
  readonly waivedUntilAt: number | null;
}

/** The interval [fromAt, toAt) of a grant. Overlap per power and township is refused by triggers; only toAt may change. */
export const holdings = sqliteTable(
  'holdings',
  {
    grantId: text('grant_id')
      .primaryKey()
      .references(() => grants.id, { onDelete: 'restrict' }),
    ...grantColumns,
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at').notNull(),
  },
  (t) => [
    // With both ends in the index, what does not cover the instant asked about is passed over without reading its row.
    index('holdings_power_township').on(t.powerId, t.townshipId, t.fromAt, t.toAt),
    index('holdings_township').on(t.townshipId, t.powerId, t.fromAt, t.toAt),
    index('holdings_start').on(t.fromAt),
    // How many hold each power now: only what has not ended yet is read.
    index('holdings_end').on(t.toAt, t.powerId, t.fromAt),
    check('holdings_period', sql`from_at <= to_at`),
  ],
);

/** Instants at which the department exercises the power for the township's territory although a grant runs. */
export const suspensions = sqliteTable(
  'suspensions',
  {
    id: text('id').primaryKey(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: ['lapse', 'decision'] }).notNull(),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at').notNull(),
    reason: text('reason').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    index('suspensions_grant').on(t.grantId, t.fromAt),
    index('suspensions_start').on(t.kind, t.fromAt),
    index('suspensions_end').on(t.toAt, t.fromAt, t.grantId),
    check('suspensions_period', sql`from_at <= to_at`),
  ],
);

/** Append-only: from these entries alone holdings and suspensions can be rebuilt, and `doctor` does it. */
export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    sequence: integer('sequence').primaryKey(),
    recordedAt: integer('recorded_at').notNull(),
    kind: text('kind', { enum: ['holding_opened', 'end_set', 'end_cleared', 'suspension_set', 'suspension_end_set'] }).notNull(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.id, { onDelete: 'restrict' }),
    ...grantColumns,
    suspensionId: text('suspension_id'),
    /** The instant that the entry is about: start, end, start or end of a suspension. */
    effectiveAt: integer('effective_at').notNull(),
    /** End of what is opened or suspended, where the entry sets one. */
    untilAt: integer('until_at'),
    detail: text('detail', { mode: 'json' }).notNull().$type<Record<string, string | number | null>>(),
  },
  (t) => [index('ledger_entries_grant').on(t.grantId, t.sequence), index('ledger_entries_power').on(t.powerId, t.townshipId, t.sequence)],
);

/** What happened to a grant, in full; the timeline. Append-only. */
export const grantEvents = sqliteTable(
  'grant_events',
  {
    id: text('id').primaryKey(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.id, { onDelete: 'restrict' }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    actorName: text('actor_name'),
    actorOrganisation: text('actor_organisation'),
    onBehalfOf: text('on_behalf_of'),
    accountId: text('account_id'),
    facts: text('facts', { mode: 'json' }).notNull().$type<Record<string, unknown>>(),
  },
  (t) => [index('grant_events_grant').on(t.grantId, t.id)],
);

export const returnCases = sqliteTable(
  'return_cases',
  {
    id: text('id').primaryKey(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.id, { onDelete: 'restrict' }),
    /** 'ended' is computed: accepted, and the effective instant has passed. */
    state: text('state', { enum: ['filed', 'accepted', 'deferred', 'cancelled'] }).notNull(),
    reasonCode: text('reason_code', {
      enum: ['too_few_people', 'lack_of_skill', 'too_few_cases', 'law_changed', 'resources_not_delivered', 'other'],
    }).notNull(),
    text: text('text').notNull(),
    wishedOn: text('wished_on').notNull(),
    effectiveAt: integer('effective_at'),
    pendingCases: text('pending_cases', { mode: 'json' }).notNull().$type<readonly PendingCaseRow[]>(),
    filedBy: text('filed_by', { mode: 'json' }).notNull().$type<Signatory>(),
    filedAt: integer('filed_at').notNull(),
    answerDueAt: integer('answer_due_at'),
    answeredBy: text('answered_by', { mode: 'json' }).$type<Signatory>(),
    answeredAt: integer('answered_at'),
    supportPlan: text('support_plan'),
    documentNumber: text('document_number'),
    version: integer('version').notNull(),
  },
  (t) => [
    index('return_cases_grant').on(t.grantId, t.id),
    uniqueIndex('return_cases_one_open')
      .on(t.grantId)
      .where(sql`state in ('filed','accepted','deferred')`),
  ],
);

export const recallCases = sqliteTable(
  'recall_cases',
  {
    id: text('id').primaryKey(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.id, { onDelete: 'restrict' }),
    state: text('state', { enum: ['noticed', 'heard', 'decided'] }).notNull(),
    reasonCode: text('reason_code', {
      enum: [
        'law_changed',
        'not_used',
        'serious_errors',
        'taken_back_by_province',
        'prerequisites_lost',
        'reorganisation',
        'urgent_risk',
        'other',
      ],
    }).notNull(),
    basis: text('basis').notNull(),
    notice: text('notice').notNull(),
    isUrgent: integer('is_urgent', { mode: 'boolean' }).notNull(),
    openedBy: text('opened_by', { mode: 'json' }).notNull().$type<Signatory>(),
    openedAt: integer('opened_at').notNull(),
    hearingUntilAt: integer('hearing_until_at').notNull(),
    statement: text('statement'),
    statedBy: text('stated_by', { mode: 'json' }).$type<Signatory>(),
    statedAt: integer('stated_at'),
    outcome: text('outcome', { enum: ['recall', 'keep'] }),
    decisionText: text('decision_text'),
    decidedBy: text('decided_by', { mode: 'json' }).$type<Signatory>(),
    decidedAt: integer('decided_at'),
    effectiveAt: integer('effective_at'),
    pendingCases: text('pending_cases', { mode: 'json' }).notNull().$type<readonly PendingCaseRow[]>(),
    suspensionId: text('suspension_id'),
    documentNumber: text('document_number'),
    version: integer('version').notNull(),
  },
  (t) => [
    index('recall_cases_grant').on(t.grantId, t.id),
    uniqueIndex('recall_cases_one_open')
      .on(t.grantId)
      .where(sql`state in ('noticed','heard')`),
  ],
);
