import type { publishEdition as contract } from '#contract/editions/edition-drafts.ts';
import type { Db } from '#db/connection.ts';
import { refusePublishing } from '#server/domain/menu/edition-review.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { registerCited } from '#server/features/statutes/index.ts';
import { type CallOf, notFound, refuse, type Refused } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { demandEdition, notDraft } from './draft.ts';
import { findingsOn } from './edition-findings.ts';
import { closeReviewTasks, editionStanding } from './reviews/edition-reviews.ts';
import { editionAgain, presentEditionNow } from './present.ts';
import { checkedRows, editionById, isDocumentNumberTaken, publishedEdition, type CheckedRow, type EditionRow } from './queries.ts';
import { publishDraft, supersedePublished } from './store.ts';

type Call = CallOf<typeof contract>;

/** For those who keep the edition in force in memory. */
export interface EditionHooks {
  /** Called once a publication is committed. */
  readonly editionPublished: () => void;
}

/** Puts an edition in force: from then on it never changes, and the one before it steps back in the same transaction. */
export const publishEdition =
  (ports: Ports, { editionPublished }: EditionHooks) =>
  async (call: Call) => {
    const outcome = await changeOnce(ports, call, editionAgain, (act) => {
      const edition = editionById(act.tx, call.params.editionId);
      if (!edition) return notFound;
      const stale = refuseStale(act.tx, edition, call.expectedVersion);
      if (stale) return stale;
      const rows = checkedRows(act.tx, edition.id);
      const refusal = obstacle(act.tx, call, edition, rows);
      if (refusal) return refusal;
      const former = publishedEdition(act.tx);
      const { documentNumber, decidedOn } = call.body;
      registerCited(
        act,
        rows.flatMap(({ terms }) => terms.legalBases),
      );
      supersedePublished(act.tx, call.now);
      if (!publishDraft(act.tx, edition.id, call.expectedVersion, { documentNumber, decidedOn, publishedAt: call.now })) {
        return staleVersion(act.tx, edition, call.expectedVersion);
      }
      closeReviewTasks(act, edition.id, 'published');
      if (former) act.record({ action: 'edition_superseded', subjectKind: 'edition', subjectId: former.id, detail: { by: edition.id } });
      const detail = { number: edition.number, title: edition.title, documentNumber, decidedOn, items: rows.length };
      act.record({
        action: 'edition_published',
        subjectKind: 'edition',
        subjectId: edition.id,
        detail,
        outbox: { kind: 'edition_published', payload: detail },
      });
      return { kind: 'done', value: presentEditionNow(act.tx, demandEdition(act.tx, edition.id)) };
    });
    // Only now is it on the disk; before that, readers must not see it.
    if (outcome.kind === 'done') editionPublished();
    return outcome;
  };

function obstacle(db: Db, { body, now }: Call, edition: EditionRow, rows: readonly CheckedRow[]): Refused | null {
  const refusal = notDraft(edition);
  if (refusal) return refusal;
  if (rows.length === 0) return refuse('edition_empty');
  const blocking = findingsOn(db, rows, now).filter(({ severity }) => severity === 'blocking').length;
  if (blocking > 0) return refuse('edition_has_findings', { count: blocking });
  const unreviewed = refusePublishing(editionStanding(db, edition));
  if (unreviewed) return { kind: 'refused', refusal: unreviewed };
  // A decision that has not been taken yet is none.
  if (body.decidedOn > dayOf(now)) return refuse('date_invalid', {}, ['/decidedOn']);
  return isDocumentNumberTaken(db, body.documentNumber)
    ? refuse('document_number_taken', { number: body.documentNumber }, ['/documentNumber'])
    : null;
}
