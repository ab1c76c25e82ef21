import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { organisations } from './organisations.ts';
import { powers } from './powers.ts';
import type { LegalBasisRow } from './terms.ts';

/** The province's list of powers that may be passed down (RULES.md 2.20). */
export const directoryEntries = sqliteTable(
  'directory_entries',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    statutoryType: text('statutory_type', {
      enum: ['licensing', 'penalty', 'compulsion', 'levy', 'benefit', 'inspection', 'confirmation', 'reward', 'adjudication', 'other'],
    }).notNull(),
    field: text('field').notNull(),
    bases: text('bases', { mode: 'json' }).notNull().$type<readonly LegalBasisRow[]>(),
    scopeNote: text('scope_note').notNull(),
    /** The province's published decision (行政处罚法 24), and its day. */
    decision: text('decision').notNull(),
    decidedOn: text('decided_on').notNull(),
    /** The power of the county that the entry speaks of; null until it is linked. */
    powerId: text('power_id').references(() => powers.id, { onDelete: 'restrict' }),
    /** Since when the province no longer lists it; null while it does. */
    endedOn: text('ended_on'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('directory_entries_code').on(t.code),
    index('directory_entries_power').on(t.powerId),
    index('directory_entries_ended')
      .on(t.endedOn)
      .where(sql`ended_on is not null`),
  ],
);

/** The three lists that every township has had since 2025 (RULES.md 2.21); without a township, for all of the county. */
export const dutyEntries = sqliteTable(
  'duty_entries',
  {
    id: text('id').primaryKey(),
    list: text('list', { enum: ['basic', 'supporting', 'taken_back'] }).notNull(),
    townshipId: text('township_id').references(() => organisations.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    field: text('field').notNull(),
    /** Which department leads (supporting) or took the matter back, in the list's own words. */
    department: text('department').notNull(),
    note: text('note').notNull(),
    powerId: text('power_id').references(() => powers.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('duty_entries_once_in_county')
      .on(t.list, t.name)
      .where(sql`township_id is null`),
    uniqueIndex('duty_entries_once_in_township')
      .on(t.townshipId, t.list, t.name)
      .where(sql`township_id is not null`),
    index('duty_entries_township').on(t.townshipId, t.list, t.id),
    index('duty_entries_power').on(t.powerId, t.list),
    check('duty_entries_list', sql`list in ('basic','supporting','taken_back')`),
  ],
);

/** What townships may do by law (法定职权): no order is needed for it. */
export const townshipPowers = sqliteTable(
  'township_powers',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Which kinds of township the law names; empty stands for all. */
    kinds: text('kinds', { mode: 'json' }).notNull().$type<readonly ('township' | 'ethnic_township' | 'town' | 'subdistrict')[]>(),
    bases: text('bases', { mode: 'json' }).notNull().$type<readonly LegalBasisRow[]>(),
    powerId: text('power_id').references(() => powers.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('township_powers_name').on(t.name), index('township_powers_power').on(t.powerId)],
);

/** What somebody said of two names that look alike: the pair is not shown again. Append-only. */
export const alikeVerdicts = sqliteTable(
  'alike_verdicts',
  {
    /** The kind of the left one; the right one is always a power of the county. */
    leftKind: text('left_kind', { enum: ['power', 'directory_entry', 'duty_entry', 'township_power'] }).notNull(),
    leftId: text('left_id').notNull(),
    powerId: text('power_id')
      .notNull()
      .references(() => powers.id, { onDelete: 'restrict' }),
    verdict: text('verdict', { enum: ['same', 'different'] }).notNull(),
    accountId: text('account_id').notNull(),
    actorName: text('actor_name').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.leftKind, t.leftId, t.powerId] }),
    check('alike_verdicts_verdict', sql`verdict in ('same','different')`),
  ],
);
