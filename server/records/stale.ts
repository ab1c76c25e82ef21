import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connection.ts';
import { isOneOf } from '#db/statements/id-list.ts';
import { auditRecords } from '#db/schema/records.ts';
import type { Refused } from '#server/platform/binding.ts';

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Null while a file is of the version that the caller saw: looked at before any other rule, so that the loser of a race learns what changed. */
export const refuseStale = (db: Db, file: Versioned, seenVersion: number, actions?: readonly string[]): Refused | null =>
  file.version === seenVersion ? null : staleVersion(db, file, seenVersion, actions);

/**
 * The refusal of a write on an old version, with what happened since: every version of a file has one audit record, so the
 * records after the version seen are what the other person did. Where a subject's trail tells more than that, `actions` are
 * those that make a version.
 */
export function staleVersion(
  db: Db,
  { id: subjectId, version: currentVersion }: Versioned,
  seenVersion: number,
  actions?: readonly string[],
): Refused {
  const missed = Math.min(20, Math.max(1, currentVersion - seenVersion));
  const changes = db
    .select({ at: auditRecords.at, actor: auditRecords.actorName, action: auditRecords.action })
    .from(auditRecords)
    .where(and(eq(auditRecords.subjectId, subjectId), actions && isOneOf(auditRecords.action, actions)))
    .orderBy(sql`${auditRecords.seq} desc`)
    .limit(missed)
    .all()
    .reverse();
  return { kind: 'refused', refusal: { code: 'version_stale' }, currentVersion, changes };
}
