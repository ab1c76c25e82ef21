import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { menuItems } from './editions.ts';
import type { Signatory } from '#server/domain/people/signatory.ts';

/** One county decision that grants a common item (通用) to every township of its kinds at once. Append-only. */
export const commonDecisions = sqliteTable(
  'common_decisions',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => menuItems.id, { onDelete: 'restrict' }),
    documentNumber: text('document_number').notNull(),
    text: text('text').notNull(),
    startsAt: integer('starts_at').notNull(),
    decidedBy: text('decided_by', { mode: 'json' }).notNull().$type<Signatory>(),
    decidedAt: integer('decided_at').notNull(),
    /** Townships of its kinds that did not get it, each with the reasons by code. */
    leftOut: text('left_out', { mode: 'json' })
      .notNull()
      .$type<readonly { readonly townshipId: string; readonly reasons: readonly string[] }[]>(),
  },
  (t) => [index('common_decisions_item').on(t.itemId, t.id)],
);
