import type { listLawFlags as flagsContract, readItemBases as contract } from '#contract/catalogue/menu-items.ts';
import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { covers } from '#server/domain/people/scope.ts';
import { editionScope } from '#server/domain/people/visibility.ts';
import { effectiveBases } from '#server/domain/law/statutes.ts';
import type { LegalBasis } from '#server/domain/menu/terms.ts';
import { lawFlags, presentBases, reviewsOf } from '#server/features/statutes/index.ts';
import type { Act } from '#server/records/change.ts';
import { answered, type CallOf, notFound } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { demandItem, recordItem } from './draft.ts';
import { editionById, itemRow, type ItemRow } from './queries.ts';
import { updateItem } from './store.ts';

/** Which items of a page rest on a statute that has ended; beside the ready pages, as badges are, for reviews change and editions do not. */
export const listLawFlags = (ports: Ports) => (call: CallOf<typeof flagsContract>) => {
  const flags = lawFlags(ports.db, 'menu_item', [...new Set(call.query.itemIds?.split(',') ?? [])], call.now);
  const items = [...flags]
    .filter(([itemId]) => visibleItem(ports.db, call.actor, itemId))
    .map(([itemId, lawFlag]) => ({ itemId, lawFlag }));
  return answered({ items });
};

/** An item of an edition that the reader may look at. */
function visibleItem(db: Db, actor: Actor, itemId: string): ItemRow | null {
  const item = itemRow(db, itemId);
  return item && covers(editionScope(actor), { state: item.editionState }) ? item : null;
}

export const readItemBases = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const item = visibleItem(ports.db, call.actor, call.params.itemId);
  if (!item) return notFound;
  const subject = { kind: 'menu_item', id: item.id } as const;
  return answered(presentBases(ports.db, subject, basesNow(ports.db, item), call.now));
};

/** Published terms stay as they were decided; a rebase lies over them. A draft is simply changed. */
export function basesNow(db: Db, item: Pick<ItemRow, 'id' | 'editionId' | 'editionState' | 'terms'>): readonly LegalBasis[] {
  if (item.editionState === 'draft') return item.terms.legalBases;
  const publishedAt = editionById(db, item.editionId)?.publishedAt ?? 0;
  const since = reviewsOf(db, { kind: 'menu_item', id: item.id }).filter(({ at }) => at >= publishedAt);
  return effectiveBases(item.terms.legalBases, since);
}

/** An item on the draft is rebased by changing its terms. */
export function rebaseDraftItem(act: Act, itemId: string, legalBases: readonly LegalBasis[]): void {
  const item = demandItem(act.tx, itemId);
  const terms = { ...item.terms, legalBases };
  if (!updateItem(act.tx, itemId, item.version, terms)) throw new Error(`menu item ${itemId} changed inside its own transaction`);
  recordItem(act, { action: 'item_changed', editionId: item.editionId, itemId, code: item.code, before: item.terms, after: terms });
}
