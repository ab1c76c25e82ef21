import type { z } from 'zod';
import type { PublicBases } from '#contract/statutes.ts';
import type { Db } from '#db/connection.ts';
import { effectiveBases } from '#server/domain/law/statutes.ts';
import type { LegalBasis } from '#server/domain/menu/terms.ts';
import { lawFlags, presentBases, reviewsOf } from '#server/features/statutes/index.ts';
import type { Flags } from './present.ts';
import type { HeldRow, PublishedTerms } from './queries.ts';

export const flagsOf = (db: Db, rows: readonly HeldRow[], at: number): Flags =>
  lawFlags(
    db,
    'grant',
    rows.map(({ grantId }) => grantId),
    at,
  );

/** On what a power rested at an instant: its published terms, or what the county had rebased them on by then. */
export function basesAt(db: Db, { itemId, publishedAt, terms }: PublishedTerms, at: number): readonly LegalBasis[] {
  const since = reviewsOf(db, { kind: 'menu_item', id: itemId }).filter((review) => review.at >= publishedAt && review.at <= at);
  return effectiveBases(terms.legalBases, since);
}

/** What the county decided is public; who decided it is not. */
export function publicBases(db: Db, itemId: string, bases: readonly LegalBasis[], at: number): z.infer<typeof PublicBases> {
  const { reviews, ...standing } = presentBases(db, { kind: 'menu_item', id: itemId }, bases, at);
  return {
    ...standing,
    reviews: reviews.map(({ act, law, versionOn, reason, at: reviewedAt }) => ({ act, law, versionOn, reason, at: reviewedAt })),
  };
}
