import type { z } from 'zod';
import { accountActs } from './acts/accounts.ts';
import { grantAuditActs } from './acts/grants.ts';
import { importActs } from './acts/imports.ts';
import { lawActs } from './acts/law.ts';
import { menuActs } from './acts/menu.ts';
import { peopleActs } from './acts/people.ts';
import { requestAuditActs } from './acts/requests.ts';
import type { GrantEventKind, GrantFacts } from '../grants/grant-facts.ts';
import type { RequestAct, SaidFacts } from '../requests/request-facts.ts';
import type { RequestState, Stage } from '../words.ts';

/** Every act of the audit trail. One without words in both languages does not compile (client/i18n), nor does a record that is not of its shape. */
export const auditActs = {
  ...accountActs,
  ...lawActs,
  ...menuActs,
  ...peopleActs,
  ...requestAuditActs,
  ...grantAuditActs,
  ...importActs,
} as const;

/** Acts that only former versions wrote down: they are read and shown, and no writer can record them. */
export const formerActs = { demo_filled: auditActs.demo_begun } as const;

type Acts = typeof auditActs;
export type AuditAction = keyof Acts;
/** Every act that can stand in the trail of a county. */
export type RecordedAction = AuditAction | keyof typeof formerActs;
export type AuditSubjectKind = Acts[AuditAction]['subjectKind'];

/** What a writer may hand in: the same, however deep its lists are read-only. */
type Written<T> = T extends readonly (infer One)[]
  ? readonly Written<One>[]
  : T extends object
    ? { readonly [K in keyof T]: Written<T[K]> }
    : T;
type Detail<D> = [D] extends [Readonly<Record<string, never>>] ? { readonly detail?: D } : { readonly detail: D };
type Recorded<A extends AuditAction> = {
  readonly action: A;
  readonly subjectKind: Acts[A]['subjectKind'];
  readonly subjectId: string;
} & Detail<Written<z.output<Acts[A]['detail']>>>;

/** Acts on requests and grants say what their events say; there the type of the event keeps act and facts together. */
type OnRequest = {
  readonly action: RequestAct;
  readonly subjectKind: 'request';
  readonly subjectId: string;
  readonly detail: { readonly state: z.output<typeof RequestState>; readonly stage: z.output<typeof Stage> | null } & SaidFacts;
};
export type GrantAct = Extract<GrantEventKind, AuditAction>;
type OnGrant = {
  readonly action: GrantAct;
  readonly subjectKind: 'grant';
  readonly subjectId: string;
  readonly detail: GrantFacts[GrantAct];
};

/** One line of the audit trail, with exactly what its act says. */
export type AuditRecorded =
  { [A in Exclude<AuditAction, RequestAct | GrantAct>]: Recorded<A> }[Exclude<AuditAction, RequestAct | GrantAct>] | OnRequest | OnGrant;
