import type { AuditRecorded, GrantAct } from '#contract/audit/audit-trail.ts';
import type { GrantEventOf } from '#contract/grants/grant-facts.ts';
import type { By } from './signed-by.ts';

type Unnamed<F> = F extends unknown ? Pick<F, keyof F & ('action' | 'detail')> : never;

/** How an act on a grant is told: in its timeline, in the audit trail, in the outbox; each with exactly what it says. */
export interface Told {
  /** Null where only the trail says it. */
  readonly event: GrantEventOf | null;
  readonly record: Unnamed<Extract<AuditRecorded, { readonly subjectKind: 'grant' }>>;
  readonly by: By;
  /** What the outbox says beyond the grant itself. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Timeline and trail say the same of most acts. */
export const toldAs = (event: GrantEventOf<GrantAct>, by: By): Told => ({ event, record: { action: event.kind, detail: event.facts }, by });
