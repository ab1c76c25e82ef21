import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connection.ts';
import { auditRecords } from '#db/schema/platform.ts';
import type { Refused } from './binding.ts';

/**
 * The refusal of a write on an old version, with what happened since: every version of a file has one audit record, so the
 * records after the version seen are what the other person did.
 */
export function staleVersion(db: Db, subjectId: string, currentVersion: number, seenVersion: number): Refused {
  const missed = Math.min(20, Math.max(1, currentVersion - seenVersion));
  const changes = db
    .select({ at: auditRecords.at, actor: auditRecords.actorName, action: auditRecords.action })
    .from(auditRecords)
    .where(eq(auditRecords.subjectId, subjectId))
    .orderBy(sql`${auditRecords.seq} desc`)
    .limit(missed)
    .all()
    .reverse();
  return { kind: 'refused', refusal: { code: 'version_stale' }, currentVersion, changes };
}
