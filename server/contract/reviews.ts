import { z } from 'zod';
import { prose } from './common.ts';
import { only, operation } from './operation.ts';
import { LineInput } from './orders.ts';
import { Decision, LegalReview, Opinion } from './requests/request-decisions.ts';
import { requestAct } from './requests/request-file.ts';
import { SendBackReason } from './words.ts';

export const giveOpinion = operation({
  ...requestAct,
  id: 'giveOpinion',
  method: 'POST',
  path: '/requests/{requestId}/opinion',
  summary: "The department's opinion; an objection is not a veto",
  access: only('reviewer'),
  body: Opinion,
  refusals: ['wrong_state', 'wrong_stage', 'acted_on_other_stage', 'interested_party', 'reason_required'],
});
export const reviewLegally = operation({
  ...requestAct,
  id: 'reviewLegally',
  method: 'POST',
  path: '/requests/{requestId}/legal-review',
  summary: 'Legal review; "unlawful" cites an article and blocks',
  access: only('legal_reviewer'),
  body: LegalReview,
  refusals: ['wrong_state', 'wrong_stage', 'acted_on_other_stage', 'interested_party', 'citation_required', 'reason_required'],
});
export const decide = operation({
  ...requestAct,
  id: 'decide',
  method: 'POST',
  path: '/requests/{requestId}/decision',
  summary: "The county's decision",
  access: only('decider'),
  body: Decision,
  refusals: [
    'wrong_state',
    'wrong_stage',
    'acted_on_other_stage',
    'interested_party',
    'legal_review_unlawful',
    'reason_required',
    'alternative_required',
    'conditions_required',
    'same_people',
    'replaced_grant_unavailable',
    'already_held',
    'compulsion_without_penalty',
    'date_invalid',
    'certificate_kind_unknown',
    'condition_takes_away',
    'power_barred',
  ],
});
export const sendBack = operation({
  ...requestAct,
  id: 'sendBack',
  method: 'POST',
  path: '/requests/{requestId}/send-back',
  summary: 'Send back for supplement; the clock stops',
  access: only('reviewer', 'legal_reviewer', 'decider'),
  body: z.strictObject({ reasonCode: SendBackReason, missing: prose(2000) }),
  refusals: ['wrong_state', 'wrong_stage', 'interested_party', 'acted_on_other_stage', 'same_people'],
});
export const resubmit = operation({
  ...requestAct,
  id: 'resubmit',
  method: 'POST',
  path: '/requests/{requestId}/resubmission',
  summary: 'Answer a send-back with the same request',
  access: only('lead'),
  body: z.strictObject({ ...LineInput.omit({ itemId: true, replacesGrantId: true }).shape, answer: prose(2000) }),
  refusals: ['wrong_state', 'line_incomplete', 'officer_unknown'],
});
export const withdraw = operation({
  ...requestAct,
  id: 'withdraw',
  method: 'POST',
  path: '/requests/{requestId}/withdrawal',
  summary: 'Withdraw a request',
  access: only('lead'),
  body: z.strictObject({ text: prose(1000) }),
  refusals: ['wrong_state'],
});
export const requestReconsideration = operation({
  ...requestAct,
  id: 'requestReconsideration',
  method: 'POST',
  path: '/requests/{requestId}/reconsideration',
  summary: 'Ask, once, that other people look at a rejection again',
  access: only('lead'),
  body: z.strictObject({ grounds: prose(2000) }),
  refusals: ['wrong_state', 'reconsideration_used', 'already_requested', 'already_held', 'replaced_grant_unavailable'],
});
