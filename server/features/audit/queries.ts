import { prepared, type Db } from '#db/connection.ts';

export interface AuditRow {
  readonly sequence: number;
  readonly at: number;
  readonly actorName: string;
  readonly onBehalfOf: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: string;
  readonly hash: string;
}

const records = (condition: string): string => `
  SELECT seq AS sequence, at, actor_name AS actorName, on_behalf_of AS onBehalfOf, action, subject_kind AS subjectKind, subject_id AS subjectId, detail, hash
  FROM audit_records WHERE ${condition} AND seq < :before ORDER BY seq DESC LIMIT :limit`;

/** The text of every statement, so that a test can ask for their plans. */
export const auditStatements = {
  all: records('true'),
  ofSubject: records('subject_id = :subjectId AND (:action IS NULL OR action = :action)'),
  ofAction: records('action = :action'),
} as const;

const statements = prepared((db: Db) => ({
  all: db.$client.prepare(auditStatements.all),
  ofSubject: db.$client.prepare(auditStatements.ofSubject),
  ofAction: db.$client.prepare(auditStatements.ofAction),
  each: db.$client.prepare('SELECT seq AS sequence, action, subject_kind AS subjectKind, detail FROM audit_records ORDER BY seq'),
}));

export interface AuditFilter {
  readonly subjectId: string | undefined;
  readonly action: string | undefined;
  readonly before: number;
  readonly limit: number;
}

/** Records older than `before`, newest first. What one subject has seen is little, so its actions need no index of their own. */
export function auditPage(db: Db, { subjectId, action, before, limit }: AuditFilter): AuditRow[] {
  const { all, ofSubject, ofAction } = statements(db);
  if (subjectId !== undefined) return ofSubject.all({ subjectId, action: action ?? null, before, limit }) as AuditRow[];
  if (action !== undefined) return ofAction.all({ action, before, limit }) as AuditRow[];
  return all.all({ before, limit }) as AuditRow[];
}

/** The whole trail from its beginning, one record at a time. */
export const eachRecord = (db: Db): IterableIterator<Pick<AuditRow, 'sequence' | 'action' | 'subjectKind' | 'detail'>> =>
  statements(db).each.iterate() as IterableIterator<AuditRow>;
