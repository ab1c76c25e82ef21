export { carryReviews, recordRecall, registerCited } from './follow-reviews.ts';
export { citationsOf, reviewsOf } from './queries.ts';
export { lawFlags } from './resting-queries.ts';
export type { GrantReview } from './review-bases.ts';
export { sweepStatutes } from './settle-law-tasks.ts';
export { presentBases, standingsAt } from './standings.ts';
