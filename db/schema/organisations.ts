import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export interface ProfileRow {
  readonly residents: number;
  readonly areaSquareMetres: number;
  readonly communities: number;
  readonly staffQuota: number;
  readonly staffPresent: number;
  readonly budgetYuanPerYear: number;
  readonly tags: readonly string[];
}

export const organisations = sqliteTable(
  'organisations',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['county', 'department', 'township'] }).notNull(),
    duty: text('duty', { enum: ['legal', 'establishment', 'finance', 'supervision', 'training'] }),
    system: text('system', { enum: ['county', 'vertical', 'city'] }).notNull(),
    systemBasis: text('system_basis'),
    name: text('name').notNull(),
    shortName: text('short_name').notNull(),
    divisionCode: text('division_code'),
    townshipKind: text('township_kind', { enum: ['township', 'ethnic_township', 'town', 'subdistrict'] }),
    profile: text('profile', { mode: 'json' }).$type<ProfileRow>(),
    contactPhone: text('contact_phone').notNull(),
    complaintPhone: text('complaint_phone').notNull(),
    address: text('address').notNull(),
    isActive: integer('is_active', { mode: 'boolean' }).notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('organisations_name').on(t.name),
    uniqueIndex('organisations_division')
      .on(t.divisionCode)
      .where(sql`division_code is not null`),
    index('organisations_duty')
      .on(t.duty)
      .where(sql`duty is not null`),
    index('organisations_county')
      .on(t.createdAt)
      .where(sql`kind = 'county'`),
    check('organisations_kind', sql`kind in ('county','department','township')`),
    check('organisations_township', sql`(kind = 'township') = (township_kind is not null and division_code is not null)`),
    check('organisations_division_code', sql`division_code is null or (length(division_code) = 9 and division_code not glob '*[^0-9]*')`),
  ],
);

/** One row: the settings of the county. */
export const settings = sqliteTable(
  'settings',
  {
    id: integer('id').primaryKey(),
    values: text('values', { mode: 'json' }).notNull().$type<Record<string, unknown>>(),
    isDemo: integer('is_demo', { mode: 'boolean' }).notNull(),
    version: integer('version').notNull(),
  },
  () => [check('settings_single', sql`id = 1`)],
);

/** Working days: weekends and the days that the State Council's yearly plan moves (国办 holiday notice). */
export const calendarYears = sqliteTable('calendar_years', {
  year: integer('year').primaryKey(),
  source: text('source').notNull(),
});

export const calendarDays = sqliteTable(
  'calendar_days',
  { day: text('day').primaryKey(), kind: text('kind', { enum: ['holiday', 'make_up_workday'] }).notNull(), name: text('name').notNull() },
  () => [check('calendar_days_kind', sql`kind in ('holiday','make_up_workday')`)],
);
