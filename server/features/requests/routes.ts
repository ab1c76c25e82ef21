import * as common from '#contract/common-decisions.ts';
import * as contract from '#contract/requests.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import { attest } from './attest.ts';
import { checkOrder } from './check-order.ts';
import { createOrder } from './create-order.ts';
import { decideCommon, type CommonThread } from './decide-common.ts';
import { decideRequest } from './decide-request.ts';
import { discardOrder, dropLine, putLine, renameOrder } from './edit-order.ts';
import { extendPreparation } from './extend-preparation.ts';
import { giveOpinion } from './give-opinion.ts';
import { editHandOver, signHandOver } from './hand-over.ts';
import { listBadges } from './list-badges.ts';
import { listCommonDecisions, readCommonDecision } from './list-common.ts';
import { listOrders, readOrder } from './list-orders.ts';
import { listRequests } from './list-requests.ts';
import type { RequestsPorts } from './ports.ts';
import { previewCommon } from './preview-common.ts';
import { readConsequences } from './read-consequences.ts';
import { readPreparation } from './read-preparation.ts';
import { readRequest } from './read-request.ts';
import { requestReconsideration } from './request-reconsideration.ts';
import { resubmitRequest } from './resubmit-request.ts';
import { reviewLegally } from './review-legally.ts';
import { sendBack } from './send-back.ts';
import { submitOrder } from './submit-order.ts';
import { waive } from './waive.ts';
import { withdrawRequest } from './withdraw-request.ts';

export const requestsRoutes = (ports: RequestsPorts, thread: CommonThread): Binding[] => [
  bind(contract.listOrders, listOrders(ports)),
  bind(contract.createOrder, createOrder(ports)),
  bind(contract.readOrder, readOrder(ports)),
  bind(contract.renameOrder, renameOrder(ports)),
  bind(contract.putLine, putLine(ports)),
  bind(contract.dropLine, dropLine(ports)),
  bind(contract.discardOrder, discardOrder(ports)),
  bind(contract.checkOrder, checkOrder(ports)),
  bind(contract.submitOrder, submitOrder(ports)),
  bind(common.previewCommon, previewCommon(ports)),
  bind(common.decideCommon, decideCommon(ports, thread)),
  bind(common.listCommonDecisions, listCommonDecisions(ports)),
  bind(common.readCommonDecision, readCommonDecision(ports)),
  bind(contract.listRequests, listRequests(ports)),
  bind(contract.readRequest, readRequest(ports)),
  bind(contract.readConsequences, readConsequences(ports)),
  bind(contract.readPreparation, readPreparation(ports)),
  bind(contract.giveOpinion, giveOpinion(ports)),
  bind(contract.reviewLegally, reviewLegally(ports)),
  bind(contract.decide, decideRequest(ports)),
  bind(contract.sendBack, sendBack(ports)),
  bind(contract.resubmit, resubmitRequest(ports)),
  bind(contract.withdraw, withdrawRequest(ports)),
  bind(contract.requestReconsideration, requestReconsideration(ports)),
  bind(contract.extendPreparation, extendPreparation(ports)),
  bind(contract.waive, waive(ports)),
  bind(contract.attest, attest(ports)),
  bind(contract.editHandOver, editHandOver(ports)),
  bind(contract.signHandOver, signHandOver(ports)),
  bind(contract.listBadges, listBadges(ports)),
];
