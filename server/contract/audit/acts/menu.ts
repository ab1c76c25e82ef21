import { z } from 'zod';
import { LegalFinding } from '../../words.ts';
import { act, at, changed, count, day, id, nothing, Row, text } from './act.ts';

const item = z.strictObject({ itemId: id, code: text });
const version = { editionId: id, editionVersion: count } as const;
const alike = z.strictObject({ leftKind: text, leftId: id, name: text, power: text, entries: count });
const itemOf = { editionId: id, code: text } as const;

export const menuActs = {
  power_created: act('power', Row),
  power_changed: act('power', z.union([changed, z.strictObject({ code: text, before: Row, after: Row })])),
  power_retired: act('power', z.strictObject({ into: text })),
  powers_spelt: act('power', z.strictObject({ count })),
  alike_same: act('power', alike),
  alike_different: act('power', alike),
  favourite_marked: act('power', nothing),
  favourite_unmarked: act('power', nothing),
  item_added: act('menu_item', z.strictObject({ ...itemOf, before: z.null(), after: Row })),
  item_changed: act('menu_item', z.strictObject({ ...itemOf, before: Row, after: Row })),
  item_dropped: act('menu_item', z.strictObject({ ...itemOf, before: Row, after: z.null() })),
  edition_opened: act('edition', z.strictObject({ number: count, title: text, copiedFrom: id.nullable(), items: count })),
  edition_item_added: act('edition', item),
  edition_item_changed: act('edition', item),
  edition_item_dropped: act('edition', item),
  edition_items_imported: act('edition', z.strictObject({ rows: count, added: count, changed: count })),
  edition_sent_for_review: act('edition_review', z.strictObject({ ...version, dueAt: at, note: text })),
  edition_review_called_back: act(
    'edition_review',
    z.strictObject({ ...version, outcome: z.literal('called_back'), text, citation: text }),
  ),
  edition_review_voided: act('edition_review', z.strictObject(version)),
  edition_reviewed: act('edition_review', z.strictObject({ ...version, outcome: LegalFinding, text, citation: text })),
  edition_published: act('edition', z.strictObject({ number: count, title: text, documentNumber: text, decidedOn: day, items: count })),
  edition_superseded: act('edition', z.strictObject({ by: id })),
  edition_discarded: act('edition', z.strictObject({ number: count, title: text, items: count })),
} as const;
