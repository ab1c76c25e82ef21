import { type Actor, hasRole, isAmong } from '../people/actor.ts';
import type { Term } from '../time/deadlines.ts';
import { type DomainRefusal, type Outcome, done, isBlank, refusal, refused } from '../values/outcome.ts';
import type { LegalFinding } from '../values/words.ts';

/** One sending of a draft edition to the legal office: it speaks of one version of the draft and of no other. */
export interface EditionReview {
  readonly editionVersion: number;
  /** Accounts behind the sending: who pressed and for whom. */
  readonly sentBy: readonly string[];
  /** Null while the office has it; 'voided' when the draft was changed before it had answered. */
  readonly outcome: LegalFinding | 'called_back' | 'voided' | null;
}

/** How a draft stands with the legal office; 'outdated' when what the office said is of an older version. */
export type ReviewStanding = 'none' | 'open' | 'outdated' | LegalFinding;

/** What the office says of a draft. */
export interface EditionOpinion {
  readonly outcome: LegalFinding;
  readonly text: string;
  readonly citation: string;
}

/** Working days that a major decision leaves the office at least (重大行政决策程序暂行条例 26). */
export const majorDecisionReviewDays = 7;

/** How long the office is given, in working days; it may answer sooner (重大行政决策程序暂行条例 26). */
export function reviewTerm({ isMajorDecision, days }: { readonly isMajorDecision: boolean; readonly days: number }): Term {
  return { count: isMajorDecision ? Math.max(majorDecisionReviewDays, days) : days, unit: 'working_days' };
}

/** How the version of a draft stands, from its reviews, the newest first; what was called back was never said (重大行政决策程序暂行条例 25). */
export function standingOf(reviews: readonly EditionReview[], editionVersion: number): ReviewStanding {
  const last = reviews.find(({ outcome }) => outcome !== 'called_back');
  if (!last) return 'none';
  if (last.editionVersion !== editionVersion || last.outcome === 'voided' || last.outcome === 'called_back') return 'outdated';
  return last.outcome ?? 'open';
}

/** What stands against sending a draft: it is empty, blocked by the gates, with the office already, or found lawful as it is (RULES.md 3.38). */
export function refuseSending(
  standing: ReviewStanding,
  { items, blocking }: { readonly items: number; readonly blocking: number },
): DomainRefusal | null {
  if (items === 0) return refusal('edition_empty');
  if (blocking > 0) return refusal('edition_has_findings', { count: blocking });
  if (standing === 'open') return refusal('review_open');
  return standing === 'lawful' ? refusal('review_not_needed') : null;
}

export const reviewActions = ['review', 'call_back'] as const;
export type ReviewAction = (typeof reviewActions)[number];

/** Why the actor may not do this to the review now, or null: the office judges the version that it was sent, and no one what they sent themselves (RULES.md 3.36, 3.39). */
export function guardReview(action: ReviewAction, review: EditionReview, actor: Actor, editionVersion: number): DomainRefusal | null {
  if (!hasRole(actor, action === 'review' ? 'legal_reviewer' : 'admin')) return refusal('forbidden');
  if (review.outcome !== null) return refusal('review_closed');
  if (action === 'call_back') return null;
  if (review.editionVersion !== editionVersion) return refusal('review_outdated');
  return isAmong(actor, review.sentBy) ? refusal('sent_by_self') : null;
}

/** What the actor may do to the review now; travels with the data. */
export const allowedReviewActions = (review: EditionReview, actor: Actor, editionVersion: number): ReviewAction[] =>
  reviewActions.filter((action) => guardReview(action, review, actor, editionVersion) === null);

/** Judges a draft; "unlawful" names an article, conditions are written out (RULES.md 3.39). */
export function reviewEdition(
  review: EditionReview,
  actor: Actor,
  opinion: EditionOpinion,
  editionVersion: number,
): Outcome<EditionReview> {
  const refusal = guardReview('review', review, actor, editionVersion);
  if (refusal) return { kind: 'refused', refusal };
  if (opinion.outcome === 'unlawful' && isBlank(opinion.citation)) return refused('citation_required', undefined, ['/citation']);
  if (opinion.outcome !== 'lawful' && isBlank(opinion.text)) return refused('reason_required', undefined, ['/text']);
  return done({ ...review, outcome: opinion.outcome });
}

/** Takes a draft back from the office before it has answered (RULES.md 3.38). */
export function callBackReview(review: EditionReview, actor: Actor, editionVersion: number): Outcome<EditionReview> {
  const refusal = guardReview('call_back', review, actor, editionVersion);
  return refusal ? { kind: 'refused', refusal } : done({ ...review, outcome: 'called_back' });
}

/** A draft is published only as the office found it lawful; conditions are met first and shown to it again (重大行政决策程序暂行条例 25). */
export function refusePublishing(standing: ReviewStanding): DomainRefusal | null {
  return standing === 'lawful' ? null : refusal('edition_not_reviewed', { standing });
}
