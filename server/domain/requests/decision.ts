import type { Actor } from '../people/actor.ts';
import { type Outcome, done, isBlank, refused, unknownCase } from '../values/outcome.ts';
import type { Circumstances, PowerRequest } from './request.ts';
import { type Decided, act, acted, eventOf, rested } from './review.ts';
import type { ApprovalConditions } from '../menu/terms.ts';
import { refuseStart } from './start-day.ts';
import type { RejectionReason } from '../values/words.ts';

/** What the county decides: each outcome with what it needs, and with nothing else (RULES.md 5.9). */
export type Decision =
  | { readonly outcome: 'approve'; readonly text: string }
  | { readonly outcome: 'approve_with_conditions'; readonly conditions: ApprovalConditions; readonly text: string }
  | {
      readonly outcome: 'reject';
      readonly reasonCode: RejectionReason;
      readonly text: string;
      readonly wouldBePossibleIf: string;
      readonly alternativeItemId: string | null;
    };

function refuseConditions(conditions: ApprovalConditions, now: number): Outcome<never> | null {
  const { extraPrerequisites, termMonths, notBeforeOn, text } = conditions;
  const isEmpty = extraPrerequisites.length === 0 && termMonths === null && notBeforeOn === null && isBlank(text);
  if (isEmpty) return refused('conditions_required', undefined, ['/conditions']);
  const refusal = notBeforeOn === null ? null : refuseStart(notBeforeOn, now, '/conditions/notBeforeOn');
  return refusal && { kind: 'refused', refusal };
}

function refuseRejection({ text, wouldBePossibleIf, alternativeItemId }: Decision & { readonly outcome: 'reject' }): Outcome<never> | null {
  if (isBlank(text)) return refused('reason_required', undefined, ['/text']);
  const isHelpful = !isBlank(wouldBePossibleIf) || alternativeItemId !== null;
  return isHelpful ? null : refused('alternative_required', undefined, ['/wouldBePossibleIf', '/alternativeItemId']);
}

function refuseDecision({ legalFinding }: PowerRequest, decision: Decision, now: number): Outcome<never> | null {
  if (decision.outcome !== 'reject' && legalFinding === 'unlawful') return refused('legal_review_unlawful');
  switch (decision.outcome) {
    case 'approve':
      return null;
    case 'approve_with_conditions':
      return refuseConditions(decision.conditions, now);
    case 'reject':
      return refuseRejection(decision);
    default:
      return unknownCase(decision);
  }
}

/** The county's decision; a refusal costs a coded reason, a text, and what would make it possible or an alternative item (RULES.md 5.10). */
export function decideRequest(request: PowerRequest, actor: Actor, decision: Decision, circumstances: Circumstances): Outcome<Decided> {
  return act('decide', request, actor, circumstances, (file) => {
    const refusal = refuseDecision(file, decision, circumstances.now);
    if (refusal) return refusal;
    const decided = rested(acted(file, actor, 'decision'), decision.outcome === 'reject' ? 'rejected' : 'approved');
    return done({ request: decided, events: [eventOf('decision', file, circumstances.now)] });
  });
}
