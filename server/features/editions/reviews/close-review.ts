import type { callBackEdition as callBackContract, reviewEdition as reviewContract } from '#contract/editions/editions.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { callBackReview, reviewEdition as review, type EditionReview } from '#server/domain/menu/edition-review.ts';
import type { Outcome } from '#server/domain/values/outcome.ts';
import type { LegalFinding } from '#server/domain/values/words.ts';
import { signatoryOf } from '#server/features/accounts/index.ts';
import { notFound, type CallOf } from '#server/platform/binding.ts';
import { changeOnce, type Act } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { closeReviewTasks, handBackDraft, presentReview, reviewAgain, reviewOf } from './edition-reviews.ts';
import { editionById, type EditionRow } from '../queries.ts';
import { reviewById } from './review-queries.ts';
import { closeReview, type Closing } from './review-store.ts';

interface Closed {
  readonly told:
    | { readonly action: 'edition_reviewed'; readonly outcome: LegalFinding }
    | { readonly action: 'edition_review_called_back'; readonly outcome: 'called_back' };
  readonly closing: Closing;
}
interface Call {
  readonly params: { readonly editionId: string; readonly reviewId: string };
  readonly expectedVersion: number;
  readonly actor: Actor;
}

/** What the legal office says of the version that it was sent. Lawful, it may be published; otherwise it is mended and sent again. */
export const reviewEdition = (ports: Ports) => (call: CallOf<typeof reviewContract>) =>
  changeOnce(ports, call, reviewAgain(call.actor), (act) =>
    close(
      act,
      call,
      (open, edition) => review(open, call.actor, call.body, edition.version),
      () => ({
        told: { action: 'edition_reviewed', outcome: call.body.outcome },
        closing: { ...call.body, reviewedBy: signatoryOf(act.tx, call.actor, 'legal_reviewer'), reviewedAt: call.now },
      }),
    ),
  );

/** Takes the draft back before the office has answered; nothing was said of it then. */
export const callBackEdition = (ports: Ports) => (call: CallOf<typeof callBackContract>) =>
  changeOnce(ports, call, reviewAgain(call.actor), (act) =>
    close(
      act,
      call,
      (open, edition) => callBackReview(open, call.actor, edition.version),
      () => ({
        told: { action: 'edition_review_called_back', outcome: 'called_back' },
        closing: {
          outcome: 'called_back',
          text: '',
          citation: '',
          reviewedBy: signatoryOf(act.tx, call.actor, 'admin'),
          reviewedAt: call.now,
        },
      }),
    ),
  );

function close(
  act: Act,
  { params, expectedVersion, actor }: Call,
  decide: (review: EditionReview, edition: EditionRow) => Outcome<EditionReview>,
  closed: () => Closed,
) {
  const edition = editionById(act.tx, params.editionId);
  const row = reviewById(act.tx, params.reviewId);
  if (!edition || row?.editionId !== edition.id) return notFound;
  const stale = refuseStale(act.tx, row, expectedVersion);
  if (stale) return stale;
  const decided = decide(reviewOf(row), edition);
  if (decided.kind === 'refused') return decided;
  const { told, closing } = closed();
  const { action, outcome } = told;
  if (!closeReview(act.tx, row.id, expectedVersion, closing)) return staleVersion(act.tx, row, expectedVersion);
  closeReviewTasks(act, edition.id, action);
  if (closing.outcome !== 'called_back') handBackDraft(act, edition.id);
  const { text, citation } = closing;
  const said = { editionId: edition.id, editionVersion: row.editionVersion, text, citation };
  const fact =
    told.action === 'edition_reviewed'
      ? { action: told.action, detail: { ...said, outcome: told.outcome } }
      : { action: told.action, detail: { ...said, outcome: told.outcome } };
  const outbox = { kind: action, payload: { editionId: edition.id, outcome } };
  act.record({ ...fact, subjectKind: 'edition_review', subjectId: row.id, outbox });
  return { kind: 'done', value: presentReview({ ...row, ...closing, version: row.version + 1 }, edition, actor) } as const;
}
