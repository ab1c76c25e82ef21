import { presentSignatory } from '#server/features/accounts/index.ts';
import type { EditionReview as ReviewView } from '#contract/editions/editions.ts';
import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { peopleBehind } from '#server/domain/people/signatory.ts';
import { dueAt } from '#server/domain/time/deadlines.ts';
import {
  allowedReviewActions,
  reviewTerm,
  standingOf,
  type EditionReview,
  type ReviewStanding,
} from '#server/domain/menu/edition-review.ts';
import {
  countyOrganisation,
  countySettings,
  organisationsOfKind,
  workCalendar,
  type OrganisationRow,
} from '#server/features/organisations/index.ts';
import { presentFound, type Act } from '#server/records/change.ts';
import { editionById, type EditionRow } from '../queries.ts';
import { reviewById, reviewsOf, type ReviewRow } from './review-queries.ts';
import { closeReview, deleteReviews } from './review-store.ts';

export const reviewOf = ({ editionVersion, sentBy, outcome }: ReviewRow): EditionReview => ({
  editionVersion,
  sentBy: peopleBehind(sentBy),
  outcome,
});

/** How the draft as it is now stands with the legal office. */
export const editionStanding = (db: Db, edition: Pick<EditionRow, 'id' | 'version'>): ReviewStanding =>
  standingOf(reviewsOf(db, edition.id).map(reviewOf), edition.version);

export const legalOffice = (db: Db): OrganisationRow | undefined =>
  organisationsOfKind(db).find(({ duty, isActive }) => duty === 'legal' && isActive);

/** When the office would have to answer, by the county's settings and calendar. */
export function reviewDue(db: Db, now: number) {
  const { isMenuMajorDecision, menuReviewDays } = countySettings(db).settings;
  const term = reviewTerm({ isMajorDecision: isMenuMajorDecision, days: menuReviewDays });
  const due = dueAt(workCalendar(db), now, term);
  return { workingDays: term.count, dueAt: due.dueAt, isDueProvisional: due.isProvisional, isMajorDecision: isMenuMajorDecision };
}

const subject = (editionId: string) => ({ subjectKind: 'edition', subjectId: editionId }) as const;

export function openReviewTask(act: Act, editionId: string, officeId: string, due: number): void {
  act.openTask({ kind: 'review_edition', ...subject(editionId), organisationId: officeId, role: 'legal_reviewer', dueAt: due });
}

/** After the office has answered, the draft is the administrators' again: to publish it or to mend it. */
export function handBackDraft(act: Act, editionId: string): void {
  const county = countyOrganisation(act.tx);
  if (county) act.openTask({ kind: 'follow_edition_review', ...subject(editionId), organisationId: county.id, role: 'admin', dueAt: null });
}

export const closeReviewTasks = (act: Act, editionId: string, outcome: string): number => act.closeTasks(subject(editionId), outcome);

/** The office reviews one version: when the draft changes, what it has is no longer what would be published. */
export function voidOpenReview(act: Act, editionId: string): void {
  const open = reviewsOf(act.tx, editionId).find(({ outcome }) => outcome === null);
  if (!open) return;
  const closing = { outcome: 'voided', text: '', citation: '', reviewedBy: null, reviewedAt: act.now } as const;
  if (!closeReview(act.tx, open.id, open.version, closing)) throw new Error(`review ${open.id} changed inside its own transaction`);
  closeReviewTasks(act, editionId, 'voided');
  act.record({
    action: 'edition_review_voided',
    subjectKind: 'edition_review',
    subjectId: open.id,
    detail: { editionId, editionVersion: open.editionVersion },
    outbox: { kind: 'edition_review_voided', payload: { editionId } },
  });
}

export function dropReviews(act: Act, editionId: string): void {
  closeReviewTasks(act, editionId, 'discarded');
  deleteReviews(act.tx, editionId);
}

export const reviewAgain = (actor: Actor) =>
  presentFound(
    (db, id) => {
      const row = reviewById(db, id);
      const edition = row && editionById(db, row.editionId);
      return edition && { row, edition };
    },
    ({ row, edition }) => presentReview(row, edition, actor),
  );

export function presentReview(row: ReviewRow, edition: Pick<EditionRow, 'version'>, actor: Actor): ReviewView {
  const { editionId: _editionId, sentBy, reviewedBy, ...rest } = row;
  return {
    ...rest,
    sentBy: presentSignatory(sentBy),
    reviewedBy: reviewedBy && presentSignatory(reviewedBy),
    allowedActions: allowedReviewActions(reviewOf(row), actor, edition.version),
  };
}
