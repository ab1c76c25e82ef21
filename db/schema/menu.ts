import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { TermsRow } from './terms.ts';
import { organisations } from './accounts.ts';

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
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('powers_code').on(t.code), index('powers_department').on(t.departmentId, t.code)],
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
    terms: text('terms', { mode: 'json' }).notNull().$type<TermsRow>(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('menu_items_power').on(t.editionId, t.powerId), index('menu_items_by_power').on(t.powerId)],
);
