import type { giveOpinion as contract } from '#contract/reviews.ts';
import { giveOpinion as decide } from '#server/domain/requests/review.ts';
import type { CallOf } from '#server/platform/binding.ts';
import { actOnRequest, type RequestsPorts } from '#server/features/requests/index.ts';

/** The department's opinion; whatever it says, the file moves on (RULES.md 5.6). */
export const giveOpinion = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  actOnRequest(ports, call, 'opinion_given', ({ file, actor, view }) => {
    const outcome = decide(file.request, actor, call.body, view);
    return outcome.kind === 'refused' ? outcome : { kind: 'done', value: { decided: outcome.value, facts: { opinion: call.body } } };
  });
