export { decideRequest } from './decide-request.ts';
export { giveOpinion } from './give-opinion.ts';
export { readConsequences } from './read-consequences.ts';
export { requestReconsideration } from './request-reconsideration.ts';
export { resubmitRequest } from './resubmit-request.ts';
export { reviewLegally } from './review-legally.ts';
export { sendBack } from './send-back.ts';
export { withdrawRequest } from './withdraw-request.ts';
