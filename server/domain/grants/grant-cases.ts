import type { End } from '../ledger/ledger.ts';
import type { PendingCase } from '../menu/terms.ts';
import type { RecallReason, ReturnReason, ReturnState } from '../values/words.ts';

/** What a township said when it gave a power back (RULES.md 6.12). Every filed return has an instant at which it takes effect by itself. */
interface ReturnFiling {
  readonly id: string;
  readonly grantId: string;
  readonly reasonCode: ReturnReason;
  readonly text: string;
  readonly wishedOn: string;
  readonly effectiveAt: number;
  readonly answerDueAt: number;
  readonly pendingCases: readonly PendingCase[];
  /** Accounts behind the filing: who pressed and for whom. */
  readonly filedBy: readonly string[];
  readonly filedAt: number;
}

/** A return as stored; 'ended' is computed by `returnStateOf`. One that was taken back keeps what the county had answered until then. */
export type ReturnCase = ReturnFiling &
  (
    | { readonly state: 'filed' }
    | { readonly state: 'accepted'; readonly answeredAt: number }
    | { readonly state: 'deferred'; readonly answeredAt: number; readonly supportPlan: string }
    | { readonly state: 'cancelled'; readonly answeredAt: number | null; readonly supportPlan: string | null }
  );

/** The notice with which the county begins to take a power back (RULES.md 6.19). */
interface RecallNotice {
  readonly id: string;
  readonly grantId: string;
  readonly reasonCode: RecallReason;
  readonly basis: string;
  readonly notice: string;
  readonly isUrgent: boolean;
  /** Accounts behind the opening: who pressed and for whom. */
  readonly openedBy: readonly string[];
  readonly openedAt: number;
  readonly hearingUntilAt: number;
  /** The suspension that an urgent recall began with. */
  readonly suspensionId: string | null;
}

/** A township need not be heard: its time may have run out. */
interface RecallDecided {
  readonly state: 'decided';
  readonly statement: string | null;
  readonly statedAt: number | null;
  readonly decidedAt: number;
}
export type RecallCase = RecallNotice &
  (
    | { readonly state: 'noticed' }
    | { readonly state: 'heard'; readonly statement: string; readonly statedAt: number }
    | (RecallDecided & { readonly outcome: 'keep' })
    | (RecallDecided & { readonly outcome: 'recall'; readonly effectiveAt: number; readonly pendingCases: readonly PendingCase[] })
  );
/** A recall on which the county has still to decide. */
export type OpenRecall = Extract<RecallCase, { readonly state: 'noticed' | 'heard' }>;

/** What is under way about a grant. */
export interface OpenCases {
  readonly openReturn: ReturnCase | null;
  readonly openRecall: RecallCase | null;
  /** A request in review or preparation that is to replace the grant. */
  readonly swapRequestId: string | null;
}

/** A return is over once its instant has passed, also where one side was silent (RULES.md 6.12). */
export function returnStateOf(file: Pick<ReturnCase, 'state' | 'effectiveAt'>, now: number): ReturnState {
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
