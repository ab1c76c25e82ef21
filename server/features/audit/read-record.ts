import { auditActs, formerActs } from '#contract/audit/audit-trail.ts';
import { requestActs } from '#contract/requests/request-facts.ts';
import { presentAuditDetail } from '#server/domain/history/former-facts.ts';

const acts: Readonly<
  Record<string, { readonly subjectKind: string; readonly detail: { safeParse: (value: unknown) => { success: boolean } } }>
> = {
  ...auditActs,
  ...formerActs,
};

export interface WrittenRecord {
  readonly action: string;
  readonly subjectKind: string;
  /** JSON, as it was hashed. */
  readonly detail: string;
}

/** Whether a record is one that this version can read: a known act, on the kind of subject that it is done to, with a detail of its shape. */
export function isReadable({ action, subjectKind, detail }: WrittenRecord): boolean {
  const known = Object.hasOwn(acts, action) ? acts[action] : undefined;
  if (!known || known.subjectKind !== subjectKind) return false;
  return known.detail.safeParse(presentAuditDetail(action, Object.hasOwn(requestActs, action), JSON.parse(detail))).success;
}
