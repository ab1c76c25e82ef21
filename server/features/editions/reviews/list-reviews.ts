import type { listEditionReviews as contract } from '#contract/editions/editions.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { editionStanding, legalOffice, presentReview, reviewDue } from './edition-reviews.ts';
import { presentEditionNow } from '../present.ts';
import { editionById } from '../queries.ts';
import { reviewsOf } from './review-queries.ts';

/** How an edition stands with the legal office, and by when the office would answer if it were sent now. */
export const listEditionReviews = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { db } = ports;
  const edition = editionById(db, call.params.editionId);
  if (!edition) return notFound;
  const office = edition.state === 'draft' ? legalOffice(db) : undefined;
  return answered({
    edition: presentEditionNow(db, edition),
    standing: editionStanding(db, edition),
    items: reviewsOf(db, edition.id).map((row) => presentReview(row, edition, call.actor)),
    ifSent: office ? { officeName: office.name, ...reviewDue(db, call.now) } : null,
  });
};
