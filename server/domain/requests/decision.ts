import type { Actor } from '../people/actor.ts';
import { type Outcome, done, isBlank, refused } from '../values/outcome.ts';
import type { Circumstances, PowerRequest } from './request.ts';
import { type Decided, act, acted, eventOf, rested } from './review.ts';
import type { ApprovalConditions } from '../menu/terms.ts';
import { refuseStart } from './start-day.ts';
import type { RejectionReason } from '../values/words.ts';

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

function refuseConditions(conditions: ApprovalConditions | null, now: number): Outcome<never> | null {
  const isEmpty =
    !conditions ||
    (conditions.extraPrerequisites.length === 0 &&
      conditions.termMonths === null &&
      conditions.notBeforeOn === null &&
      isBlank(conditions.text));
  if (isEmpty) return refused('conditions_required', undefined, ['/conditions']);
  const { notBeforeOn } = conditions;
  const no = notBeforeOn === null ? null : refuseStart(notBeforeOn, now, '/conditions/notBeforeOn');
  return no && { kind: 'refused', refusal: no };
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

/** The county's decision; a refusal costs a coded reason, a text, and what would make it possible or an alternative item (RULES.md 5.10). */
export function decideRequest(request: PowerRequest, actor: Actor, decision: Decision, circumstances: Circumstances): Outcome<Decided> {
  return act('decide', request, actor, circumstances, (file) => {
    const no = refuseDecision(file, decision, circumstances.now);
    if (no) return no;
    const decided = rested(acted(file, actor, 'decision'), decision.outcome === 'reject' ? 'rejected' : 'approved');
    return done({ request: decided, events: [eventOf('decision', file, circumstances.now)] });
  });
}
