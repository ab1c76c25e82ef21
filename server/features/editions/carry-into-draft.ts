import { effectiveBases } from '#server/domain/law/statutes.ts';
import { carryReviews, reviewsOf } from '#server/features/statutes/index.ts';
import type { Act } from '#server/records/change.ts';
import { demandItem } from './draft.ts';
import { reviewedCopies, type EditionRow } from './queries.ts';
import { updateCopiedTerms } from './store.ts';

/** What was rebased stands in the terms of the next edition, and what was reconfirmed stays so: the same change is not reviewed twice. */
export function carryIntoDraft(act: Act, published: EditionRow, draftId: string): void {
  const publishedAt = published.publishedAt ?? 0;
  for (const { itemId, copyId } of reviewedCopies(act.tx, published.id, draftId)) {
    const from = { kind: 'menu_item', id: itemId } as const;
    const { terms } = demandItem(act.tx, copyId);
    const since = reviewsOf(act.tx, from).filter(({ at }) => at >= publishedAt);
    const legalBases = effectiveBases(terms.legalBases, since);
    carryReviews(act, from, { kind: 'menu_item', id: copyId }, publishedAt);
    // Last, so that the terms are what the copy rests on.
    if (legalBases !== terms.legalBases) updateCopiedTerms(act.tx, copyId, { ...terms, legalBases });
  }
}
