import type { discardEdition as contract } from '#contract/editions/edition-drafts.ts';
import { type CallOf, notFound } from '#server/platform/binding.ts';
import { changeOnce, presentNothing } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { notDraft } from './draft.ts';
import { dropReviews } from './reviews/edition-reviews.ts';
import { editionById, itemCount } from './queries.ts';
import { deleteEdition } from './store.ts';

/** Throws a draft away. Nothing cites it yet; the audit trail keeps every change that was made to it. */
export const discardEdition = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeOnce(ports, call, presentNothing, (act) => {
    const edition = editionById(act.tx, call.params.editionId);
    if (!edition) return notFound;
    const stale = refuseStale(act.tx, edition, call.expectedVersion);
    if (stale) return stale;
    const refusal = notDraft(edition);
    if (refusal) return refusal;
    const items = itemCount(act.tx, edition.id);
    dropReviews(act, edition.id);
    if (!deleteEdition(act.tx, edition.id, call.expectedVersion)) return staleVersion(act.tx, edition, call.expectedVersion);
    act.record({
      action: 'edition_discarded',
      subjectKind: 'edition',
      subjectId: edition.id,
      detail: { number: edition.number, title: edition.title, items },
    });
    return { kind: 'done', value: undefined };
  });
