import type { requestReconsideration as contract } from '#contract/reviews.ts';
import { requestReconsideration as decide } from '#server/domain/requests/review.ts';
import { refuse, type CallOf } from '#server/platform/binding.ts';
import { actOnRequest, type RequestsPorts } from '#server/features/requests/index.ts';
import { refuseHolding, refuseSwap } from './decide-request.ts';
import { runningOf } from '#server/features/orders/index.ts';

/** Asks, once, that other people look at a rejection again (RULES.md 5.15). */
export const requestReconsideration = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  actOnRequest(ports, call, 'reconsideration_requested', ({ act, file, actor, view }) => {
    const outcome = decide(file.request, actor, call.body, view);
    if (outcome.kind === 'refused') return outcome;
    const { powerId, townshipId, replacesGrantId } = file.row;
    // Since the rejection the township may have asked again, or given the same grant in exchange for something else.
    const running = runningOf(act.tx, townshipId, [powerId], replacesGrantId === null ? [] : [replacesGrantId]);
    if (running.some((one) => one.powerId === powerId)) return refuse('already_requested', { with: file.code });
    if (replacesGrantId !== null && running.some((one) => one.replacesGrantId === replacesGrantId))
      return refuse('replaced_grant_unavailable', { grantId: replacesGrantId });
    const refusal = refuseHolding(act.tx, powerId, townshipId, call.now) ?? refuseSwap(act.tx, file.row, call.now);
    return refusal ?? { kind: 'done', value: { decided: outcome.value, facts: { reconsideration_requested: call.body } } };
  });
