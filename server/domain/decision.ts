import type { Actor } from './actor.ts';
import { type Outcome, done, isBlank, refused } from './outcome.ts';
import type { Circumstances, PowerRequest } from './request.ts';
import { type Decided, act, acted, eventOf, rested } from './review.ts';
import type { ApprovalConditions } from './terms.ts';
import { addMonths, dayOf, isDay } from './time.ts';
import type { RejectionReason } from './words.ts';

export type Decision =
  | { readonly outcome: 'approve' }
  | { readonly outcome: 'approve_with_conditions'; readonly conditions: ApprovalConditions | null }
  | {
      readonly outcome: 'reject';
      readonly reasonCode: RejectionReason | null;
      readonly text: string;
      readonly wouldBePossibleIf: string;
      readonly alternativeItemId: string | null;
    };

/** A start farther ahead is a slip of the pen, which nobody would notice before the hand-over is signed. */
const FARTHEST_START_MONTHS = 60;

function refuseConditions(conditions: ApprovalConditions | null, now: number): Outcome<never> | null {
  const isEmpty =
    !conditions ||
    (conditions.extraPrerequisites.length === 0 &&
      conditions.termMonths === null &&
      conditions.notBeforeOn === null &&
      isBlank(conditions.text));
  if (isEmpty) return refused('conditions_required', undefined, ['/conditions']);
  const { notBeforeOn } = conditions;
  const latestOn = addMonths(dayOf(now), FARTHEST_START_MONTHS);
  if (notBeforeOn === null || (isDay(notBeforeOn) && notBeforeOn >= dayOf(now) && notBeforeOn <= latestOn)) return null;
  return refused('date_invalid', { latestOn }, ['/conditions/notBeforeOn']);
}

function refuseDecision(file: PowerRequest, decision: Decision, now: number): Outcome<never> | null {
  if (decision.outcome !== 'reject') {
    if (file.legalFinding === 'unlawful') return refused('legal_review_unlawful');
    return decision.outcome === 'approve' ? null : refuseConditions(decision.conditions, now);
  }
  if (decision.reasonCode === null) return refused('reason_required', undefined, ['/reasonCode']);
  if (isBlank(decision.text)) return refused('reason_required', undefined, ['/text']);
  const isHelpful = !isBlank(decision.wouldBePossibleIf) || decision.alternativeItemId !== null;
  return isHelpful ? null : refused('alternative_required', undefined, ['/wouldBePossibleIf', '/alternativeItemId']);
}

/** The county's decision; a refusal costs a coded reason, a text, and what would make it possible or an alternative item (domain.md sections 1 and 5). */
export function decideRequest(request: PowerRequest, actor: Actor, decision: Decision, circumstances: Circumstances): Outcome<Decided> {
  return act('decide', request, actor, circumstances, (file) => {
    const no = refuseDecision(file, decision, circumstances.now);
    if (no) return no;
    const decided = rested(acted(file, actor, 'decision'), decision.outcome === 'reject' ? 'rejected' : 'approved');
    return done({ request: decided, events: [eventOf('decision', file, circumstances.now)] });
  });
}
