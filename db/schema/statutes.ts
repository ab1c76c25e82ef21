import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { LegalBasisRow } from './terms.ts';

/** A law, regulation or rule by its title without book marks. */
export const statutes = sqliteTable(
  'statutes',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    kind: text('kind', { enum: ['law', 'administrative_regulation', 'local_regulation', 'rule', 'other'] }).notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('statutes_title').on(t.title),
    check('statutes_kind', sql`kind in ('law','administrative_regulation','local_regulation','rule','other')`),
  ],
);

/** The text of a statute as of a day; what cites it is found by title and day (`legal_citations`). */
export const statuteVersions = sqliteTable(
  'statute_versions',
  {
    id: text('id').primaryKey(),
    statuteId: text('statute_id')
      .notNull()
      .references(() => statutes.id, { onDelete: 'restrict' }),
    versionOn: text('version_on').notNull(),
    /** Since when it is no longer the law in force; null while it is. */
    endedOn: text('ended_on'),
    endKind: text('end_kind', { enum: ['amended', 'repealed'] }),
    /** What took its place, where that is known to the portal. */
    successorId: text('successor_id').references((): AnySQLiteColumn => statuteVersions.id, { onDelete: 'restrict' }),
    /** Where the change is laid down, e.g. 《生态环境法典》第一千二百四十二条. */
    endBasis: text('end_basis').notNull(),
    /** When the end was entered: what was reviewed before, was reviewed for another end. */
    markedAt: integer('marked_at'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('statute_versions_day').on(t.statuteId, t.versionOn),
    index('statute_versions_ended')
      .on(t.endedOn)
      .where(sql`ended_on is not null`),
    check('statute_versions_end', sql`(ended_on is null) = (end_kind is null)`),
  ],
);

/** Which article of which version something rests on now, what was rebased included: triggers keep it in the same transaction. */
export const legalCitations = sqliteTable(
  'legal_citations',
  {
    subjectKind: text('subject_kind', { enum: ['menu_item', 'grant', 'directory_entry', 'township_power'] }).notNull(),
    subjectId: text('subject_id').notNull(),
    position: integer('position').notNull(),
    law: text('law').notNull(),
    versionOn: text('version_on').notNull(),
    article: text('article').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subjectKind, t.subjectId, t.position] }),
    index('legal_citations_law').on(t.law, t.versionOn, t.subjectKind, t.subjectId),
  ],
);

/** What the county made of something whose statute was changed or repealed. Append-only; the newest of a subject and version counts. */
export const basisReviews = sqliteTable(
  'basis_reviews',
  {
    id: text('id').primaryKey(),
    statuteVersionId: text('statute_version_id')
      .notNull()
      .references(() => statuteVersions.id, { onDelete: 'restrict' }),
    subjectKind: text('subject_kind', { enum: ['menu_item', 'grant', 'directory_entry', 'township_power'] }).notNull(),
    subjectId: text('subject_id').notNull(),
    act: text('act', { enum: ['reconfirmed', 'rebased', 'recalled'] }).notNull(),
    /** The bases after a rebase; null otherwise. */
    newBases: text('new_bases', { mode: 'json' }).$type<readonly LegalBasisRow[]>(),
    reason: text('reason').notNull(),
    accountId: text('account_id').notNull(),
    actorName: text('actor_name').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [
    index('basis_reviews_subject').on(t.subjectKind, t.subjectId, t.statuteVersionId, t.id),
    index('basis_reviews_version').on(t.statuteVersionId, t.subjectKind, t.subjectId),
    check('basis_reviews_act', sql`act in ('reconfirmed','rebased','recalled')`),
    check('basis_reviews_rebased', sql`(act = 'rebased') = (new_bases is not null)`),
  ],
);
