import { z } from 'zod';
import { Day, Id, optionalProse, page, paging, prose } from '../common.ts';
import { only, operation } from '../operation.ts';
import { GrantState, PendingCase, RecallReason, ReturnReason } from '../words.ts';
import { RecallDecision, TrialClosing } from './grant-decisions.ts';
import { GrantRow, GrantDetail } from './grant-file.ts';

const feature = 'grants';
const grantId = z.strictObject({ grantId: Id });

export const listGrants = operation({
  id: 'listGrants',
  feature,
  method: 'GET',
  path: '/grants',
  summary: 'Grants that the actor may see: own township, own department, or all',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'),
  query: z.strictObject({ state: GrantState.optional(), townshipId: Id.optional(), powerId: Id.optional(), ...paging }),
  response: page(GrantRow),
  status: 200,
});
export const readGrant = operation({
  id: 'readGrant',
  feature,
  method: 'GET',
  path: '/grants/{grantId}',
  summary: 'A grant: terms, state, health, cases',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'),
  params: grantId,
  response: GrantDetail,
  status: 200,
});
const act = { feature, status: 200, versioned: true, idempotent: true, params: grantId, response: GrantDetail } as const;
const running = ['grant_ended', 'case_open'] as const;
export const fileReturn = operation({
  ...act,
  id: 'fileReturn',
  method: 'POST',
  path: '/grants/{grantId}/return',
  summary: 'Return a power (退权): a right; the county may defer once',
  access: only('lead'),
  body: z.strictObject({ reasonCode: ReturnReason, text: prose(2000), wishedOn: Day, pendingCases: z.array(PendingCase).max(500) }),
  refusals: [
    ...running,
    'not_returnable',
    'return_date_too_early',
    'grant_not_running',
    'date_invalid',
    'pending_case_without_owner',
    'reason_required',
  ],
});
export const cancelReturn = operation({
  ...act,
  id: 'cancelReturn',
  method: 'POST',
  path: '/grants/{grantId}/return/cancellation',
  summary: 'Take a return back before it takes effect',
  access: only('lead'),
  body: z.strictObject({ text: prose(1000) }),
  refusals: ['wrong_state', 'grant_ended', 'date_invalid', 'holding_overlap'],
});
export const acceptReturn = operation({
  ...act,
  id: 'acceptReturn',
  method: 'POST',
  path: '/grants/{grantId}/return/acceptance',
  summary: 'Accept a return from a day',
  access: only('decider'),
  body: z.strictObject({ effectiveOn: Day, text: optionalProse(1000) }),
  refusals: ['wrong_state', 'grant_ended', 'return_date_too_early', 'interested_party', 'date_invalid'],
});
export const deferReturn = operation({
  ...act,
  id: 'deferReturn',
  method: 'POST',
  path: '/grants/{grantId}/return/deferral',
  summary: 'Defer a return once, at most 60 working days, with a support plan',
  access: only('decider'),
  body: z.strictObject({ untilOn: Day, supportPlan: prose(2000) }),
  refusals: [
    'wrong_state',
    'grant_ended',
    'already_deferred',
    'deferral_too_long',
    'return_date_too_early',
    'interested_party',
    'date_invalid',
    'reason_required',
    'holding_overlap',
  ],
});
export const openRecall = operation({
  ...act,
  id: 'openRecall',
  method: 'POST',
  path: '/grants/{grantId}/recall',
  summary: 'Notice of a recall (收回), with the right to be heard; when urgent, a suspension first',
  access: only('decider'),
  body: z.strictObject({ reasonCode: RecallReason, basis: prose(500), notice: prose(2000), isUrgent: z.boolean() }),
  refusals: [...running, 'grant_not_running', 'suspension_overlap', 'interested_party', 'reason_required'],
});
export const stateInHearing = operation({
  ...act,
  id: 'stateInHearing',
  method: 'POST',
  path: '/grants/{grantId}/recall/statement',
  summary: "The township's statement on a recall",
  access: only('lead'),
  body: z.strictObject({ statement: prose(4000) }),
  refusals: ['wrong_state', 'already_heard', 'grant_ended', 'reason_required'],
});
export const decideRecall = operation({
  ...act,
  id: 'decideRecall',
  method: 'POST',
  path: '/grants/{grantId}/recall/decision',
  summary: 'Decide a recall, after the hearing, by another person than opened it',
  access: only('decider'),
  body: RecallDecision,
  refusals: [
    'wrong_state',
    'grant_ended',
    'hearing_not_over',
    'opened_by_self',
    'date_invalid',
    'pending_case_without_owner',
    'interested_party',
    'reason_required',
  ],
});
export const suspendGrant = operation({
  ...act,
  id: 'suspendGrant',
  method: 'POST',
  path: '/grants/{grantId}/suspension',
  summary: 'Suspend by decision: the department holds the power until resumed',
  access: only('decider'),
  body: z.strictObject({ reason: prose(1000) }),
  refusals: ['grant_ended', 'grant_not_running', 'suspension_overlap', 'interested_party', 'reason_required'],
});
export const resumeGrant = operation({
  ...act,
  id: 'resumeGrant',
  method: 'POST',
  path: '/grants/{grantId}/resumption',
  summary: 'End a suspension by decision',
  access: only('decider'),
  body: z.strictObject({ reason: prose(1000) }),
  refusals: ['grant_ended', 'not_suspended', 'interested_party', 'reason_required'],
});
export const closeTrial = operation({
  ...act,
  id: 'closeTrial',
  method: 'POST',
  path: '/grants/{grantId}/trial-closing',
  summary: 'Close the trial: confirm, extend once, or take back',
  access: only('decider'),
  body: TrialClosing,
  refusals: ['grant_ended', 'not_on_trial', 'trial_extended', 'reason_required', 'case_open', 'date_invalid', 'interested_party'],
});
