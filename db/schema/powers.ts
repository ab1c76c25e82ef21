import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { organisations } from './organisations.ts';

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

/** The name of a power in pinyin, for searching; written in the same transaction as the power. */
export const powerWords = sqliteTable('power_words', {
  powerId: text('power_id')
    .primaryKey()
    .references(() => powers.id, { onDelete: 'restrict' }),
  words: text('words').notNull(),
});
