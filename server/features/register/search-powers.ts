import type { searchPowers as contract } from '#contract/register.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { powerCount, powerPage } from './queries.ts';

const countedUpTo = 1000;

/** Powers of the published edition, with how many townships exercise each now. */
export const searchPowers = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { q, departmentId, cursor = '', limit = 50 } = call.query;
  const rows = powerPage(ports.db, { q, departmentId }, { at: call.now, after: cursor, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const count = powerCount(ports.db, { q, departmentId }, countedUpTo + 1);
  const nextCursor = rows.length > limit ? (items.at(-1)?.code ?? null) : null;
  return answered({ items, nextCursor, total: Math.min(count, countedUpTo), isTotalExact: count <= countedUpTo });
};
