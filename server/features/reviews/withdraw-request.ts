import type { withdraw as contract } from '#contract/reviews.ts';
import { withdrawRequest as decide } from '#server/domain/requests/review.ts';
import type { CallOf } from '#server/platform/binding.ts';
import { actOnRequest, type RequestsPorts } from '#server/features/requests/index.ts';

/** Withdraws at any time before the grant; a slot that becomes free goes to the township that has waited longest. */
export const withdrawRequest = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  actOnRequest(ports, call, 'withdrawn', ({ file, actor, view }) => {
    const outcome = decide(file.request, actor, view);
    return outcome.kind === 'refused' ? outcome : { kind: 'done', value: { decided: outcome.value, facts: { withdrawn: call.body } } };
  });
