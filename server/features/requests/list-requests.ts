import { pageOf, totalOf } from '#server/platform/list-page.ts';
import type { listRequests as contract } from '#contract/requests/request-file.ts';
import { requestScope } from '#server/domain/people/visibility.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import { presentRow } from './present.ts';
import type { RequestsPorts } from './ports.ts';
import { requestCount, requestPage } from './request-queries.ts';

/** Requests that the actor may see, newest first; counted up to a bound, so that no list costs more as the county grows. */
export const listRequests = (ports: RequestsPorts) => (call: CallOf<typeof contract>) => {
  const { limit = 50, cursor, state, townshipId, powerId, orderId } = call.query;
  const filter = { scope: requestScope(call.actor), state, townshipId, powerId, orderId };
  const rows = requestPage(ports.db, filter, cursor ?? null, limit + 1);
  const { shown, nextCursor } = pageOf(rows, limit, ({ id }) => id);
  const count = requestCount(ports.db, filter);
  return answered({
    items: shown.map(presentRow),
    nextCursor,
    ...totalOf(count),
  });
};
