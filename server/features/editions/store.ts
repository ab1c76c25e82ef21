import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/connection.ts';
import { menuEditions, menuItems } from '#db/schema/editions.ts';
import type { ItemTerms } from './queries.ts';

export interface NewEdition {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly createdAt: number;
}

export function insertDraftEdition(tx: Tx, row: NewEdition): void {
  tx.insert(menuEditions)
    .values({ ...row, state: 'draft', version: 1 })
    .run();
}

/** The items of one edition copied into another, in one statement; the order of their ids stays the order of their making. */
export function copyItems(tx: Tx, fromEditionId: string, toEditionId: string, createdAt: number): number {
  return tx.run(sql`
    insert into menu_items (id, edition_id, power_id, terms, version, created_at)
    select ${toEditionId} || '-' || printf('%05d', row_number() over (order by id)), ${toEditionId}, power_id, terms, 1, ${createdAt}
    from menu_items where edition_id = ${fromEditionId}`).changes;
}

/** Any change of its items is a new version of the draft: the publisher says which one they looked at. */
export function touchEdition(tx: Tx, editionId: string): void {
  tx.update(menuEditions)
    .set({ version: sql`${menuEditions.version} + 1` })
    .where(eq(menuEditions.id, editionId))
    .run();
}

/** A copy that has not been shown yet is corrected in place: it stays the first version of its item. */
export function updateCopiedTerms(tx: Tx, itemId: string, terms: ItemTerms): void {
  tx.update(menuItems).set({ terms }).where(eq(menuItems.id, itemId)).run();
}

export interface NewItem {
  readonly id: string;
  readonly editionId: string;
  readonly powerId: string;
  readonly terms: ItemTerms;
  readonly createdAt: number;
}

export function insertItem(tx: Tx, row: NewItem): void {
  tx.insert(menuItems)
    .values({ ...row, version: 1 })
    .run();
}

/** Writes the next version; false when somebody else wrote first. */
export function updateItem(tx: Tx, itemId: string, expected: number, terms: ItemTerms): boolean {
  const where = and(eq(menuItems.id, itemId), eq(menuItems.version, expected));
  return (
    tx
      .update(menuItems)
      .set({ terms, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}

export function deleteItem(tx: Tx, itemId: string, expected: number): boolean {
  return (
    tx
      .delete(menuItems)
      .where(and(eq(menuItems.id, itemId), eq(menuItems.version, expected)))
      .run().changes === 1
  );
}

/** Only drafts can be deleted; the database refuses all others. */
export function deleteEdition(tx: Tx, editionId: string, expected: number): boolean {
  tx.delete(menuItems).where(eq(menuItems.editionId, editionId)).run();
  return (
    tx
      .delete(menuEditions)
      .where(and(eq(menuEditions.id, editionId), eq(menuEditions.version, expected)))
      .run().changes === 1
  );
}

/** The edition in force steps back. First this, then the next: there is never more than one. */
export function supersedePublished(tx: Tx, now: number): void {
  tx.update(menuEditions)
    .set({ state: 'superseded', supersededAt: now, version: sql`${menuEditions.version} + 1` })
    .where(eq(menuEditions.state, 'published'))
    .run();
}

export interface Publication {
  readonly documentNumber: string;
  readonly decidedOn: string;
  readonly publishedAt: number;
}

export function publishDraft(tx: Tx, editionId: string, expected: number, publication: Publication): boolean {
  const where = and(eq(menuEditions.id, editionId), eq(menuEditions.version, expected), eq(menuEditions.state, 'draft'));
  return (
    tx
      .update(menuEditions)
      .set({ ...publication, state: 'published', version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}
