import { z } from 'zod';
import { Day, Id, Instant, Signatory, Version, allowed, prose } from './common.ts';
import { Conditions } from './requests/conditions.ts';
import { only, operation } from './operation.ts';
import { MeasureTie, PrerequisiteHealth, requestAct } from './requests/request-file.ts';
import { Commitment } from './resources.ts';
import { HandOverList, RequestState, requestActions } from './words.ts';

const feature = 'requests';

export const HandOver = z.strictObject({
  list: HandOverList.nullable(),
  signedByDepartment: Signatory.nullable(),
  signedByTownship: Signatory.nullable(),
});
export const Preparation = z.strictObject({
  requestId: Id,
  state: RequestState,
  isReady: z.boolean(),
  prerequisites: z.array(PrerequisiteHealth),
  commitments: z.array(Commitment),
  handOver: HandOver,
  /** Where the request stands in the queue for one of the township's preparation slots; 0 when it has one. */
  queuePosition: z.int(),
  dueAt: Instant.nullable(),
  isExtensionUsed: z.boolean(),
  startsAt: Instant.nullable(),
  conditions: Conditions.nullable(),
  tie: MeasureTie,
  allowedActions: allowed(requestActions),
  version: Version,
});
export const readPreparation = operation({
  id: 'readPreparation',
  feature,
  method: 'GET',
  path: '/requests/{requestId}/preparation',
  summary: 'Prerequisites and commitments live, and the hand-over',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'),
  params: requestAct.params,
  response: Preparation,
  status: 200,
});
export const extendPreparation = operation({
  ...requestAct,
  id: 'extendPreparation',
  method: 'POST',
  path: '/requests/{requestId}/extension',
  summary: 'Extend the preparation, once',
  access: only('decider'),
  body: z.strictObject({ text: prose(1000) }),
  refusals: ['wrong_state', 'extension_used'],
});
export const waive = operation({
  ...requestAct,
  id: 'waive',
  method: 'POST',
  path: '/requests/{requestId}/waivers',
  summary: 'Waive a prerequisite or commitment until a day, with a reason',
  access: only('decider'),
  body: z.strictObject({ subject: z.enum(['prerequisite', 'commitment']), key: Id, reason: prose(1000), untilOn: Day }),
  refusals: ['wrong_state', 'waiver_exists', 'unknown_prerequisite', 'date_invalid', 'interested_party'],
});
export const attest = operation({
  ...requestAct,
  id: 'attest',
  method: 'POST',
  path: '/requests/{requestId}/attestations',
  summary: 'The township attests premises, equipment or procedure',
  access: only('lead'),
  body: z.strictObject({ key: Id, text: prose(1000) }),
  refusals: ['wrong_state', 'unknown_prerequisite'],
});
export const editHandOver = operation({
  ...requestAct,
  id: 'editHandOver',
  method: 'PUT',
  path: '/requests/{requestId}/hand-over',
  summary: 'Write the hand-over list; a change voids signatures',
  access: only('reviewer', 'clerk', 'lead'),
  body: HandOverList,
  refusals: ['wrong_state', 'already_signed', 'interested_party'],
});
export const signHandOver = operation({
  ...requestAct,
  id: 'signHandOver',
  method: 'POST',
  path: '/requests/{requestId}/hand-over/signatures',
  summary: 'Sign the hand-over; with the second signature the document is issued',
  access: only('reviewer', 'lead'),
  refusals: [
    'wrong_state',
    'hand_over_incomplete',
    'already_signed',
    'prerequisites_open',
    'commitments_open',
    'power_barred',
    'power_held_by_other',
    'start_date_past',
    'replaced_grant_unavailable',
    'compulsion_without_penalty',
    'not_returnable',
    'swap_same_power',
    'holding_overlap',
    'date_invalid',
    'interested_party',
  ],
});
