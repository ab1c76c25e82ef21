import { pageOf } from '#server/platform/list-page.ts';
import type { listCommitments as contract } from '#contract/resources.ts';
import { commitmentScope } from '#server/domain/people/visibility.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { presentCommitment } from './present.ts';
import { commitmentCount, commitmentPage } from './queries.ts';

/** What the actor's bodies owe or were promised, newest first; another township's is simply not there. */
export const listCommitments = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { state, townshipId, requestId, commitmentId, cursor, limit = 50 } = call.query;
  const filter = { scope: commitmentScope(call.actor), state, townshipId, requestId, commitmentId, now: call.now };
  const rows = commitmentPage(ports.db, filter, cursor ?? null, limit);
  const { shown, nextCursor } = pageOf(rows, limit, ({ id }) => id);
  return answered({
    items: shown.map((row) => presentCommitment(row, call.actor, call.now)),
    nextCursor,
    ...commitmentCount(ports.db, filter),
  });
};
