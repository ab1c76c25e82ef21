import { sql } from 'drizzle-orm';
import { check, customType, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { powers } from './powers.ts';
import type { Signatory } from '#server/domain/people/signatory.ts';
import { type TermsRow, readTerms } from './terms.ts';

/** Terms of whatever edition, whole: what older ones do not know is filled in where they are read, and nowhere else. */
const termsColumn = customType<{ data: TermsRow; driverData: string }>({
  dataType: () => 'text',
  toDriver: (terms) => JSON.stringify(terms),
  fromDriver: readTerms,
});

export const menuEditions = sqliteTable(
  'menu_editions',
  {
    id: text('id').primaryKey(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    state: text('state', { enum: ['draft', 'published', 'superseded'] }).notNull(),
    documentNumber: text('document_number'),
    decidedOn: text('decided_on'),
    publishedAt: integer('published_at'),
    supersededAt: integer('superseded_at'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('menu_editions_number').on(t.number),
    uniqueIndex('menu_editions_document')
      .on(t.documentNumber)
      .where(sql`document_number is not null`),
    uniqueIndex('menu_editions_one_draft')
      .on(t.state)
      .where(sql`state = 'draft'`),
    uniqueIndex('menu_editions_one_published')
      .on(t.state)
      .where(sql`state = 'published'`),
    check('menu_editions_state', sql`state in ('draft','published','superseded')`),
    check('menu_editions_published', sql`(state = 'draft') = (published_at is null and document_number is null)`),
  ],
);

export const menuItems = sqliteTable(
  'menu_items',
  {
    id: text('id').primaryKey(),
    editionId: text('edition_id')
      .notNull()
      .references(() => menuEditions.id, { onDelete: 'restrict' }),
    powerId: text('power_id')
      .notNull()
      .references(() => powers.id, { onDelete: 'restrict' }),
    terms: termsColumn('terms').notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('menu_items_power').on(t.editionId, t.powerId), index('menu_items_by_power').on(t.powerId)],
);

/** The legal office's review of a draft edition (重大行政决策程序暂行条例 25, 26): it speaks of one version of the draft and of no other. */
export const editionReviews = sqliteTable(
  'edition_reviews',
  {
    id: text('id').primaryKey(),
    editionId: text('edition_id')
      .notNull()
      .references(() => menuEditions.id, { onDelete: 'restrict' }),
    editionVersion: integer('edition_version').notNull(),
    sentBy: text('sent_by', { mode: 'json' }).notNull().$type<Signatory>(),
    sentAt: integer('sent_at').notNull(),
    dueAt: integer('due_at').notNull(),
    /** What the sender wants the office to know, e.g. how the conditions of the last review were met. */
    note: text('note').notNull().default(''),
    /** 'voided': the draft was changed before the office had answered. */
    outcome: text('outcome', { enum: ['lawful', 'lawful_with_conditions', 'unlawful', 'called_back', 'voided'] }),
    text: text('text').notNull(),
    /** What an unlawful draft offends against. */
    citation: text('citation').notNull(),
    reviewedBy: text('reviewed_by', { mode: 'json' }).$type<Signatory>(),
    reviewedAt: integer('reviewed_at'),
    version: integer('version').notNull(),
  },
  (t) => [
    index('edition_reviews_edition').on(t.editionId, t.id),
    uniqueIndex('edition_reviews_one_open')
      .on(t.editionId)
      .where(sql`outcome is null`),
    check('edition_reviews_done', sql`(outcome is null) = (reviewed_at is null)`),
  ],
);
