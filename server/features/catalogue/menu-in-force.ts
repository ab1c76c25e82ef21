import type { Db } from '#db/connection.ts';
import type { Finding } from '#server/domain/law/item-findings.ts';
import { publishedItem, type Catalogue, type CatalogueItem } from './catalogue.ts';
import { findingsOnItem, itemRow } from '#server/features/editions/index.ts';

/** Whether an item stands on the edition in force, read from the database: for what must not go by memory. */
export const isInForce = (db: Db, itemId: string): boolean => itemRow(db, itemId)?.editionState === 'published';

/** What keeps an item from being published today: what the gates let pass then, the law may have taken since (RULES.md 3.25). */
export const gatesAgainst = (db: Db, { id, editionId }: Pick<CatalogueItem, 'id' | 'editionId'>, now: number): Finding[] =>
  findingsOnItem(db, editionId, id, now).filter(({ severity }) => severity === 'blocking');

/** Published items, each read once: for one piece of work beside the main thread, which has no catalogue. */
export function itemsReadOnce(db: Db): Pick<Catalogue, 'itemById'> {
  const known = new Map<string, CatalogueItem | null>();
  return {
    itemById(itemId) {
      const item = known.get(itemId) ?? publishedItem(db, itemId);
      known.set(itemId, item);
      return item;
    },
  };
}
