import type { RequestView } from '#client/parts/requests/request-types.ts';

/** What the last legal review found. Only said on the page, so that a form is not filled in in vain; the server decides. */
export function isFoundUnlawful({ timeline }: RequestView): boolean {
  const reviews = timeline.filter((event) => event.kind === 'legal_review');
  return reviews[reviews.length - 1]?.facts.finding === 'unlawful';
}
