import type { Answer } from '#client/lib/call-types.ts';
import { useAnswer } from '#client/lib/use-answer.ts';

export type EditionReviews = Answer<'GET /editions/{editionId}/reviews'>;
export type EditionReview = EditionReviews['items'][number];

export const useEditionReviews = (editionId: string) => useAnswer('GET /editions/{editionId}/reviews', { params: { editionId } });
