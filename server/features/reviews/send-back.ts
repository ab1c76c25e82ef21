import type { sendBack as contract } from '#contract/reviews.ts';
import { sendBack as decide } from '#server/domain/requests/review.ts';
import type { CallOf } from '#server/platform/binding.ts';
import { actOnRequest, type RequestsPorts } from '#server/features/requests/index.ts';

/** Back to the township for supplement; the clock of the stage stands until it comes again (RULES.md 5.13). */
export const sendBack = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  actOnRequest(ports, call, 'sent_back', ({ file, actor, view }) => {
    const outcome = decide(file.request, actor, call.body, view);
    if (outcome.kind === 'refused') return outcome;
    const { remainingWorkingDays } = outcome.value.request;
    return { kind: 'done', value: { decided: outcome.value, facts: { sent_back: { ...call.body, remainingWorkingDays } } } };
  });
