import type { listAudit as contract } from '#contract/audit/audit.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { auditPage } from './queries.ts';

/** The trail, newest first. Ordered by sequence, not by time: a clock that was set back hides nothing (RULES.md R11). */
export const listAudit = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { subjectId, action, cursor, limit = 50 } = call.query;
  const rows = auditPage(ports.db, { subjectId, action, before: placeOf(cursor), limit: limit + 1 });
  const items = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? String(items.at(-1)?.sequence ?? '') : null;
  return answered({ items, nextCursor });
};

function placeOf(cursor: string | undefined): number {
  return cursor !== undefined && /^[0-9]{1,15}$/.test(cursor) ? Number(cursor) : Number.MAX_SAFE_INTEGER;
}
