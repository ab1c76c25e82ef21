import type { waive as contract } from '#contract/preparation.ts';
import { waive as decide } from '#server/domain/requests/preparation.ts';
import { waiveCommitment } from '#server/features/resources/index.ts';
import { refuse, type CallOf } from '#server/platform/binding.ts';
import { actOnRequest, insertWaiver, type RequestsPorts } from '#server/features/requests/index.ts';

const nothing = { prerequisites: [], commitments: [], waivers: [] };

/** Puts a prerequisite or a commitment off until a day: a reason, a decider and an end date (RULES.md 5.20). */
export const waive = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  actOnRequest(ports, call, 'waived', ({ act, file, actor, view }) => {
    const { subject, key, reason } = call.body;
    const outcome = decide(file.request, actor, call.body, view.facts ?? nothing, view);
    if (outcome.kind === 'refused') return outcome;
    const { waiver, ...decided } = outcome.value;
    const requestId = file.row.id;
    if (subject === 'commitment' && !waiveCommitment(act, requestId, key, waiver.untilAt)) return refuse('unknown_prerequisite', { key });
    insertWaiver(act.tx, { requestId, subject, key, reason, untilAt: waiver.untilAt, createdAt: call.now });
    return { kind: 'done', value: { decided, facts: { waived: call.body } } };
  });
