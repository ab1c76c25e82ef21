import { readConsequences as readConsequencesContract } from '#contract/requests/request-file.ts';
import * as contract from '#contract/reviews.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { decideRequest } from './decide-request.ts';
import { giveOpinion } from './give-opinion.ts';
import { readConsequences } from './read-consequences.ts';
import { requestReconsideration } from './request-reconsideration.ts';
import { resubmitRequest } from './resubmit-request.ts';
import { reviewLegally } from './review-legally.ts';
import { sendBack } from './send-back.ts';
import { withdrawRequest } from './withdraw-request.ts';

export const reviewsRoutes = (ports: RequestsPorts): Binding[] => [
  bind(readConsequencesContract, readConsequences(ports)),
  bind(contract.giveOpinion, giveOpinion(ports)),
  bind(contract.reviewLegally, reviewLegally(ports)),
  bind(contract.decide, decideRequest(ports)),
  bind(contract.sendBack, sendBack(ports)),
  bind(contract.resubmit, resubmitRequest(ports)),
  bind(contract.withdraw, withdrawRequest(ports)),
  bind(contract.requestReconsideration, requestReconsideration(ports)),
];
