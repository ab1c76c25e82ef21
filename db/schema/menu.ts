import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core';
import { accounts, organisations } from './accounts.ts';
import { readTerms, type SignatoryRow, type TermsRow } from './terms.ts';

/** Terms of whatever edition, whole: what older ones do not know is filled in where they are read, and nowhere else. */
const termsColumn = customType<{ data: TermsRow; driverData: string }>({
  dataType: () => 'text',
  toDriver: (terms) => JSON.stringify(terms),
  fromDriver: readTerms,
});

export const powers = sqliteTable(
  'powers',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    statutoryType: text('statutory_type', {
      enum: ['licensing', 'penalty', 'compulsion', 'levy', 'benefit', 'inspection', 'confirmation', 'reward', 'adjudication', 'other'],
    }).notNull(),
    category: text('category', { enum: ['approval_service', 'enforcement', 'public_management'] }).notNull(),
    field: text('field').notNull(),
    departmentId: text('department_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'restrict' }),
    /** Limits on personal freedom never enter a menu (行政处罚法 18). */
    limitsPersonalFreedom: integer('limits_personal_freedom', { mode: 'boolean' }).notNull().default(false),
    /** Who passed the power down to the county; null when it is the county's own. */
    cameDownFrom: text('came_down_from', { enum: ['province', 'city'] }),
    /** The decision by which it came down, in its own words; empty when it is the county's own. */
    cameDownBasis: text('came_down_basis').notNull().default(''),
    /** Retired in favour of the power that this one was found to be the same as; never listed or ordered again. */
    mergedIntoId: text('merged_into_id').references((): AnySQLiteColumn => powers.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('powers_code').on(t.code),
    index('powers_department').on(t.departmentId, t.code),
    index('powers_limited')
      .on(t.id)
      .where(sql`came_down_from is not null or limits_personal_freedom = 1`),
  ],
);

/** How the name of a power is spelt in pinyin, for searching; written in the same transaction as the power. */
export const powerWords = sqliteTable('power_words', {
  powerId: text('power_id')
    .primaryKey()
    .references(() => powers.id, { onDelete: 'restrict' }),
  words: text('words').notNull(),
});

/** What somebody marked on the menu, by power: it stays when the edition changes. */
export const favourites = sqliteTable(
  'favourites',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'restrict' }),
    powerId: text('power_id')
      .notNull()
      .references(() => powers.id, { onDelete: 'restrict' }),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.powerId] })],
);

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
    sentBy: text('sent_by', { mode: 'json' }).notNull().$type<SignatoryRow>(),
    sentAt: integer('sent_at').notNull(),
    dueAt: integer('due_at').notNull(),
    /** What the sender wants the office to know, e.g. how the conditions of the last review were met. */
    note: text('note').notNull().default(''),
    /** 'voided': the draft was changed before the office had answered. */
    outcome: text('outcome', { enum: ['lawful', 'lawful_with_conditions', 'unlawful', 'called_back', 'voided'] }),
    text: text('text').notNull(),
    /** What an unlawful draft offends against. */
    citation: text('citation').notNull(),
    reviewedBy: text('reviewed_by', { mode: 'json' }).$type<SignatoryRow>(),
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
