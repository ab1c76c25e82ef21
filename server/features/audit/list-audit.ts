import { pageOf } from '#server/platform/list-page.ts';
import type { listAudit as contract } from '#contract/audit/audit.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { auditPage } from './queries.ts';

/** The trail, newest first. Ordered by sequence, not by time: a clock that was set back hides nothing (RULES.md R11). */
export const listAudit = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { subjectId, action, cursor, limit = 50 } = call.query;
  const rows = auditPage(ports.db, { subjectId, action, before: placeOf(cursor), limit: limit + 1 });
  const { shown, nextCursor } = pageOf(rows, limit, ({ sequence }) => String(sequence));
  return answered({ items: [...shown], nextCursor });
};

function placeOf(cursor: string | undefined): number {
  return cursor !== undefined && /^[0-9]{1,15}$/.test(cursor) ? Number(cursor) : Number.MAX_SAFE_INTEGER;
}
