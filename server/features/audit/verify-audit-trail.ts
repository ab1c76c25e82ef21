import type { Db } from '#db/connection.ts';
import { answered } from '#server/platform/binding.ts';
import { verifyAudit, type AuditVerdict } from '#server/records/audit.ts';
import type { Ports } from '#server/platform/ports.ts';

const running = new WeakMap<Db, Promise<AuditVerdict>>();

/**
 * Recomputes the whole chain. It gives way to others after every few hundred records, and those who ask while it runs share
 * it: a long trail is never read twice at once.
 */
export const verifyAuditTrail = (ports: Ports) => async () => {
  const verdict = running.get(ports.db) ?? begin(ports.db);
  const { isIntact, records, head, brokenAt, algorithm } = await verdict;
  return answered({ isIntact, records, head, brokenAt, algorithm });
};

function begin(db: Db): Promise<AuditVerdict> {
  const verdict = verifyAudit(db).finally(() => running.delete(db));
  running.set(db, verdict);
  return verdict;
}
