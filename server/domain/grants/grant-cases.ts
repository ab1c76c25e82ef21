import type { End } from '../ledger/ledger.ts';
import type { PendingCase } from '../menu/terms.ts';
import type { RecallOutcome, RecallReason, RecallState, ReturnReason, ReturnState } from '../values/words.ts';

/** A township giving a power back (RULES.md 6.12). Every filed return has an instant at which it takes effect by itself. */
export interface ReturnCase {
  readonly id: string;
  readonly grantId: string;
  /** As stored; 'ended' is computed by `returnStateOf`. */
  readonly state: Exclude<ReturnState, 'ended'>;
  readonly reasonCode: ReturnReason;
  readonly text: string;
  readonly wishedOn: string;
  readonly effectiveAt: number;
  readonly answerDueAt: number;
  readonly pendingCases: readonly PendingCase[];
  /** Accounts behind the filing: who pressed and for whom. */
  readonly filedBy: readonly string[];
  readonly filedAt: number;
  readonly answeredAt: number | null;
  readonly supportPlan: string | null;
}

/** The county taking a power back (RULES.md 6.19). */
export interface RecallCase {
  readonly id: string;
  readonly grantId: string;
  readonly state: RecallState;
  readonly reasonCode: RecallReason;
  readonly basis: string;
  readonly notice: string;
  readonly isUrgent: boolean;
  /** Accounts behind the opening: who pressed and for whom. */
  readonly openedBy: readonly string[];
  readonly openedAt: number;
  readonly hearingUntilAt: number;
  readonly statement: string | null;
  readonly statedAt: number | null;
  readonly outcome: RecallOutcome | null;
  readonly decidedAt: number | null;
  readonly effectiveAt: number | null;
  readonly pendingCases: readonly PendingCase[];
  /** The suspension that an urgent recall began with. */
  readonly suspensionId: string | null;
}

/** What is under way about a grant. */
export interface OpenCases {
  readonly openReturn: ReturnCase | null;
  readonly openRecall: RecallCase | null;
  /** A request in review or preparation that is to replace the grant. */
  readonly swapRequestId: string | null;
}

/** A return is over once its instant has passed, whoever was silent (RULES.md 6.12). */
export function returnStateOf(file: ReturnCase, now: number): ReturnState {
  return file.state !== 'cancelled' && now >= file.effectiveAt ? 'ended' : file.state;
}

/** Pending cases that lack a description or an owner, as JSON pointers (RULES.md 5.29). */
export function pendingCasesWithoutOwner(cases: readonly PendingCase[]): string[] {
  const owners: readonly string[] = ['department', 'township'];
  return cases.flatMap((one, index) => {
    if (one.description.trim() === '') return [`/pendingCases/${index}/description`];
    return owners.includes(one.owner) ? [] : [`/pendingCases/${index}/owner`];
  });
}

/** The end that a grant has of its own: what a case of its own has brought, a swap that still stands, else the agreed term (RULES.md 6.18, 6.24). */
export function ownEndOf({ termEndsAt, openReturn, recalledAt, swappedAt }: OwnCases): End {
  if (openReturn) return { endsAt: openReturn.effectiveAt, endKind: 'returned' };
  if (recalledAt !== null) return { endsAt: recalledAt, endKind: 'recalled' };
  if (swappedAt !== null) return { endsAt: swappedAt, endKind: 'swapped' };
  return { endsAt: termEndsAt, endKind: null };
}

interface OwnCases {
  readonly termEndsAt: number;
  readonly openReturn: Pick<ReturnCase, 'effectiveAt'> | null;
  readonly recalledAt: number | null;
  /** When the grant that was given in exchange begins. */
  readonly swappedAt: number | null;
}
