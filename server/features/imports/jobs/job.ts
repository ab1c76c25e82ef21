import type { FindingWords } from '#contract/imports/import-findings.ts';
import type { ImportKind } from '#contract/imports/import-kinds.ts';
import type { ChangeActor } from '#server/platform/authority.ts';
import type { ImportScope } from '#server/spreadsheets/importing.ts';

/** Who a job works for: its writing stands in the audit trail under this name. */
export interface JobContext {
  readonly actor: ChangeActor;
  readonly now: number;
  readonly requestId: string;
}

/** What the program does about a job whatever became of the person's posts. */
export const withoutPosts = ({ actor: { accountId, name, onBehalfOf }, ...context }: JobContext): JobContext => ({
  ...context,
  actor: { accountId, name, onBehalfOf },
});

/** What the worker is asked to do. Plain data: it crosses to another thread. */
export type Job =
  | { readonly kind: 'check'; readonly importId: string; readonly context: JobContext }
  | { readonly kind: 'apply'; readonly importId: string; readonly leaveOutFaulty: boolean; readonly context: JobContext }
  | { readonly kind: 'template'; readonly of: ImportKind }
  | { readonly kind: 'export'; readonly of: ImportKind; readonly scope: ImportScope; readonly format: 'xlsx' | 'csv' }
  | {
      readonly kind: 'list';
      readonly name: string;
      readonly columns: readonly { readonly title: string; readonly width: number }[];
      /** Each page as JSON. */
      readonly pages: readonly string[];
    }
  | { readonly kind: 'findings'; readonly importId: string; readonly importKind: ImportKind; readonly words: FindingWords };
