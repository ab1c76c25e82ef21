import type { reviewLegally as contract } from '#contract/reviews.ts';
import { reviewLegally as decide } from '#server/domain/requests/review.ts';
import type { CallOf } from '#server/platform/binding.ts';
import { actOnRequest, type RequestsPorts } from '#server/features/requests/index.ts';

/** The legal review; "unlawful" cites an article and blocks an approval (RULES.md 5.8). */
export const reviewLegally = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  actOnRequest(ports, call, 'legally_reviewed', ({ file, actor, view }) => {
    const outcome = decide(file.request, actor, call.body, view);
    return outcome.kind === 'refused' ? outcome : { kind: 'done', value: { decided: outcome.value, facts: { legal_review: call.body } } };
  });
