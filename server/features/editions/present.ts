import type { z } from 'zod';
import type { DraftItem, Finding as FindingView } from '#contract/editions/edition-drafts.ts';
import type { Edition, MenuItem, Terms } from '#contract/catalogue/menu-terms.ts';
import type { Db } from '#db/connection.ts';
import { consequencesOf } from '#server/domain/law/carriers.ts';
import type { Finding } from '#server/domain/law/item-findings.ts';
import { editionById, type EditionRow, itemCount, type ItemRow, namedCodes } from './queries.ts';
import { presentFound } from '#server/records/change.ts';

export function presentEdition(row: EditionRow, items: number): Edition {
  const { id, number, title, state, documentNumber, publishedAt, version } = row;
  return { id, number, title, state, documentNumber, publishedAt, itemCount: items, version };
}

export const presentEditionNow = (db: Db, row: EditionRow): Edition => presentEdition(row, itemCount(db, row.id));
export const editionAgain = presentFound(editionById, (row, db) => presentEditionNow(db, row));

/** An item with its terms and what follows from them; companions with their names, and their items where the edition has them. */
export function presentItem(db: Db, item: Omit<ItemRow, 'editionState'>): MenuItem {
  const { terms, ...row } = item;
  const named = new Map(namedCodes(db, item.editionId, terms.companions).map((power) => [power.code, power]));
  return {
    ...row,
    // The same shape, though kept as read-only.
    terms: terms as Terms,
    consequences: consequencesOf(terms.carrier),
    companionItems: terms.companions.map((code) => ({
      itemId: named.get(code)?.itemId ?? null,
      code,
      name: named.get(code)?.name ?? code,
    })),
  };
}

/** An item as its editors see it, with what the gates have against it now. */
export function presentDraftItem(db: Db, { editionState: _editionState, ...item }: ItemRow, findings: readonly Finding[]): DraftItem {
  return { ...presentItem(db, item), findings: findings.map((one) => presentFinding(one, item)) };
}

export function presentFinding(finding: Finding, item: { readonly code: string; readonly name: string }): z.infer<typeof FindingView> {
  return { ...finding, code: item.code, name: item.name, params: { ...finding.params } };
}
