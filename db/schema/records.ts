import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** One row: which installation this file belongs to. The same id stands in the marker file of the data folder and in every backup. */
export const installation = sqliteTable('installation', {
  id: text('id').primaryKey(),
  createdAt: integer('created_at').notNull(),
});

/** The hash chain. Append-only and gapless; `hash` covers `prevHash` and every other column as stored. */
export const auditRecords = sqliteTable(
  'audit_records',
  {
    seq: integer('seq').primaryKey(),
    at: integer('at').notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    onBehalfOfId: text('on_behalf_of_id'),
    onBehalfOf: text('on_behalf_of'),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    /** JSON, kept as the very text that was hashed: never parsed and written again. */
    detail: text('detail').notNull(),
    requestId: text('request_id').notNull(),
    algorithm: text('algorithm').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('audit_records_subject').on(t.subjectId, t.seq),
    index('audit_records_action').on(t.action, t.seq),
    check('audit_records_seq', sql`seq > 0`),
    check('audit_records_algorithm', sql`algorithm in ('sm3')`),
  ],
);

/** What others must be told, written with the change itself; the delivery sets deliveredAt. */
export const outbox = sqliteTable(
  'outbox',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    payload: text('payload').notNull(),
    deliveredAt: integer('delivered_at'),
  },
  (t) => [
    index('outbox_undelivered')
      .on(t.seq)
      .where(sql`delivered_at is null`),
  ],
);

/**
 * Acts that a repeated request must not do twice: whose key, of what, with which body, and what came of it. Only a reference is kept, for
 * 72 hours: the result itself stands in its own tables, and texts that were thrown away must not live on here.
 */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    actorId: text('actor_id').notNull(),
    key: text('key').notNull(),
    operation: text('operation').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** The id of what the act made or changed; null where the request itself names it, or nothing is answered. */
    resultId: text('result_id'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.key] }), index('idempotency_keys_age').on(t.createdAt)],
);

/** Numbers are given in the order of issue, gapless within a year. Append-only. */
export const issuedDocuments = sqliteTable(
  'issued_documents',
  {
    number: text('number').primaryKey(),
    year: integer('year').notNull(),
    sequence: integer('sequence').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    issuedOn: text('issued_on').notNull(),
    issuedAt: integer('issued_at').notNull(),
    payload: text('payload').notNull(),
  },
  (t) => [
    uniqueIndex('issued_documents_year_sequence').on(t.year, t.sequence),
    index('issued_documents_subject').on(t.subjectId, t.sequence),
    check('issued_documents_sequence', sql`sequence > 0`),
  ],
);

/** Counters other than documents: the value last given. */
export const sequences = sqliteTable('sequences', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});

/** Open obligations: every deadline has an owner. Closed ones stay, as evidence of what was late. */
export const tasks = sqliteTable(
  'tasks',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    organisationId: text('organisation_id').notNull(),
    role: text('role').notNull(),
    powerId: text('power_id'),
    townshipId: text('township_id'),
    dueAt: integer('due_at'),
    openedAt: integer('opened_at').notNull(),
    closedAt: integer('closed_at'),
    outcome: text('outcome'),
    /** Accounts that may not do it, since they acted on the subject before; null where none is excluded. */
    excluded: text('barred', { mode: 'json' }).$type<readonly string[]>(),
  },
  (t) => [
    index('tasks_open_by_due')
      .on(t.organisationId, t.role, t.dueAt, t.id)
      .where(sql`closed_at is null`),
    index('tasks_open_newest')
      .on(t.organisationId, t.role, t.id)
      .where(sql`closed_at is null`),
    index('tasks_open_by_subject')
      .on(t.subjectKind, t.subjectId, t.kind)
      .where(sql`closed_at is null`),
    check('tasks_closed_whole', sql`(closed_at is null) = (outcome is null)`),
  ],
);
