import type { FindingWords, ImportKind } from '#contract/imports.ts';
import type { SecondWriter } from '#db/second-writer.ts';
import type { ChangeActor } from '#server/platform/change.ts';
import type { ImportScope } from '#server/platform/importing.ts';

/** Who a job works for: its writing stands in the audit trail under this name. */
export interface JobContext {
  readonly actor: ChangeActor;
  readonly now: number;
  readonly requestId: string;
}

/** What the worker is asked to do. Plain data: it crosses to another thread. */
export type Job =
  | { readonly kind: 'check'; readonly importId: string; readonly context: JobContext }
  | { readonly kind: 'apply'; readonly importId: string; readonly leaveOutFaulty: boolean; readonly context: JobContext }
  | { readonly kind: 'template'; readonly of: ImportKind }
  | { readonly kind: 'export'; readonly of: ImportKind; readonly scope: ImportScope; readonly format: 'xlsx' | 'csv' }
  | { readonly kind: 'findings'; readonly importId: string; readonly importKind: ImportKind; readonly words: FindingWords };

export interface WorkerSetup {
  readonly path: string;
}

export type ToWorker = { readonly kind: 'job'; readonly id: number; readonly job: Job } | { readonly kind: 'go'; readonly id: number };

/** `write`: may I write now? The main thread answers `go` once its own writing is held back. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'write'; readonly id: number }
  | { readonly kind: 'done'; readonly id: number; readonly bytes: Uint8Array | null }
  | { readonly kind: 'fault'; readonly id: number; readonly isStorage: boolean; readonly message: string };

/** What a job has around it in the worker. */
export interface WorkAround {
  readonly writer: SecondWriter;
  readonly progress: (done: number, total: number) => void;
  /** Resolves once nobody else writes. */
  readonly mayWrite: () => Promise<void>;
}
