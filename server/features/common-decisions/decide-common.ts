import type { CommonDecision, decideCommon as contract } from '#contract/common-decisions.ts';
import type { Answered, CallOf, Refused } from '#server/platform/binding.ts';
import { createWritingThread, type WritingThread } from '#server/platform/writing-thread.ts';
import { townshipsFor } from './judge-common.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { takeCommonDecision, type CommonCall } from './take-common-decision.ts';

/** Decisions too long for the main thread. */
export type CommonThread = WritingThread<CommonCall, Answered<CommonDecision> | Refused>;

export const createCommonThread = (ports: Pick<RequestsPorts, 'db' | 'unitOfWork'>): CommonThread =>
  createWritingThread(ports, new URL('./common-decision.worker.ts', import.meta.url));

/** Townships that one decision may reach while everybody else waits: some 30 ms. */
const few = 30;

/** Grants a common item to every township of its kinds by one decision: here where that takes a moment, beside the main thread where it takes longer. */
export const decideCommon =
  (ports: RequestsPorts, thread: CommonThread) =>
  (call: CallOf<typeof contract>): Promise<Answered<CommonDecision> | Refused> => {
    const { operationId, body, actor, now, requestId, sessionId, idempotency } = call;
    const asked = { operationId, body, actor, now, requestId, sessionId, idempotency };
    // A database in memory cannot be reached from beside.
    const isBrief = ports.db.$client.memory || reachOf(ports, body.itemId) <= few;
    return isBrief ? takeCommonDecision(ports, asked) : thread.run(asked);
  };

function reachOf({ db, catalogue }: RequestsPorts, itemId: string): number {
  const item = catalogue.itemById(itemId);
  return item ? townshipsFor(db, item).length : 0;
}
