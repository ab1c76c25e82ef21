import type { fileReturn } from '#contract/grants/grants.ts';
import type { BodyOf } from '#contract/operation.ts';

export type Body = BodyOf<typeof fileReturn>;

/** The body of a return while it is being written. */
export interface Draft {
  readonly reasonCode: Body['reasonCode'] | null;
  readonly text: string;
  readonly wishedOn: string | null;
  readonly pendingCases: Body['pendingCases'];
}

export const blank: Draft = { reasonCode: null, text: '', wishedOn: null, pendingCases: [] };
