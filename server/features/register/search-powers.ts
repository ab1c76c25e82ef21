import { countedUpTo } from '#db/statements/count-up-to.ts';
import { pageOf, totalOf } from '#server/platform/list-page.ts';
import type { searchPowers as contract } from '#contract/register.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { powerCount, powerPage } from './queries.ts';

/** Powers of the published edition, with how many townships exercise each now. */
export const searchPowers = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { q, departmentId, cursor = '', limit = 50 } = call.query;
  const rows = powerPage(ports.db, { q, departmentId }, { at: call.now, after: cursor, limit: limit + 1 });
  const { shown, nextCursor } = pageOf(rows, limit, ({ code }) => code);
  const count = powerCount(ports.db, { q, departmentId }, countedUpTo + 1);
  return answered({ items: [...shown], nextCursor, ...totalOf(count) });
};
