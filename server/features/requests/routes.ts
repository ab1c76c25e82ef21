import * as common from '#contract/common-decisions.ts';
import * as ordersContract from '#contract/orders.ts';
import * as requestFileContract from '#contract/requests/request-file.ts';
import * as preparationContract from '#contract/preparation.ts';
import * as reviewsContract from '#contract/reviews.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import { attest } from '#server/features/preparation/index.ts';
import { checkOrder } from '#server/features/orders/index.ts';
import { createOrder } from '#server/features/orders/index.ts';
import { decideCommon, type CommonThread } from '#server/features/common-decisions/index.ts';
import { decideRequest } from '#server/features/reviews/index.ts';
import { discardOrder, dropLine, putLine, renameOrder } from '#server/features/orders/index.ts';
import { extendPreparation } from '#server/features/preparation/index.ts';
import { giveOpinion } from '#server/features/reviews/index.ts';
import { editHandOver, signHandOver } from '#server/features/preparation/index.ts';
import { listBadges } from '#server/features/orders/index.ts';
import { listCommonDecisions, readCommonDecision } from '#server/features/common-decisions/index.ts';
import { listOrders, readOrder } from '#server/features/orders/index.ts';
import { listRequests } from './list-requests.ts';
import type { RequestsPorts } from './ports.ts';
import { previewCommon } from '#server/features/common-decisions/index.ts';
import { readConsequences } from '#server/features/reviews/index.ts';
import { readPreparation } from '#server/features/preparation/index.ts';
import { readRequest } from './read-request.ts';
import { requestReconsideration } from '#server/features/reviews/index.ts';
import { resubmitRequest } from '#server/features/reviews/index.ts';
import { reviewLegally } from '#server/features/reviews/index.ts';
import { sendBack } from '#server/features/reviews/index.ts';
import { submitOrder } from '#server/features/orders/index.ts';
import { waive } from '#server/features/preparation/index.ts';
import { withdrawRequest } from '#server/features/reviews/index.ts';

export const requestsRoutes = (ports: RequestsPorts, thread: CommonThread): Binding[] => [
  bind(ordersContract.listOrders, listOrders(ports)),
  bind(ordersContract.createOrder, createOrder(ports)),
  bind(ordersContract.readOrder, readOrder(ports)),
  bind(ordersContract.renameOrder, renameOrder(ports)),
  bind(ordersContract.putLine, putLine(ports)),
  bind(ordersContract.dropLine, dropLine(ports)),
  bind(ordersContract.discardOrder, discardOrder(ports)),
  bind(ordersContract.checkOrder, checkOrder(ports)),
  bind(ordersContract.submitOrder, submitOrder(ports)),
  bind(common.previewCommon, previewCommon(ports)),
  bind(common.decideCommon, decideCommon(ports, thread)),
  bind(common.listCommonDecisions, listCommonDecisions(ports)),
  bind(common.readCommonDecision, readCommonDecision(ports)),
  bind(requestFileContract.listRequests, listRequests(ports)),
  bind(requestFileContract.readRequest, readRequest(ports)),
  bind(requestFileContract.readConsequences, readConsequences(ports)),
  bind(preparationContract.readPreparation, readPreparation(ports)),
  bind(reviewsContract.giveOpinion, giveOpinion(ports)),
  bind(reviewsContract.reviewLegally, reviewLegally(ports)),
  bind(reviewsContract.decide, decideRequest(ports)),
  bind(reviewsContract.sendBack, sendBack(ports)),
  bind(reviewsContract.resubmit, resubmitRequest(ports)),
  bind(reviewsContract.withdraw, withdrawRequest(ports)),
  bind(reviewsContract.requestReconsideration, requestReconsideration(ports)),
  bind(preparationContract.extendPreparation, extendPreparation(ports)),
  bind(preparationContract.waive, waive(ports)),
  bind(preparationContract.attest, attest(ports)),
  bind(preparationContract.editHandOver, editHandOver(ports)),
  bind(preparationContract.signHandOver, signHandOver(ports)),
  bind(ordersContract.listBadges, listBadges(ports)),
];
