import type { Side } from '../law/carriers.ts';
import { pendingCasesWithoutOwner } from '../grants/grant-cases.ts';
import { type DomainRefusal, type Outcome, done, isBlank, refusal } from '../values/outcome.ts';
import type { PendingCase } from '../menu/terms.ts';

/** What passes from hand to hand with a power; texts say "none" where there is nothing (RULES.md 5.25). */
export interface HandOverList {
  readonly pendingCases: readonly PendingCase[];
  readonly seals: string;
  readonly files: string;
  readonly accounts: string;
  readonly contact: string;
}

/** The list with the accounts that signed it, per side. */
export interface HandOver {
  readonly list: HandOverList | null;
  readonly signedBy: Readonly<Record<Side, readonly string[] | null>>;
}

export const emptyHandOver: HandOver = { list: null, signedBy: { department: null, township: null } };

const texts = ['seals', 'files', 'accounts', 'contact'] as const;

/** What the list leaves unsaid, as JSON pointers: silence is not "none" (RULES.md 5.25). */
export function openFieldsOf(list: HandOverList | null): string[] {
  if (!list) return ['/pendingCases', ...texts.map((field) => `/${field}`)];
  return [...pendingCasesWithoutOwner(list.pendingCases), ...texts.filter((field) => isBlank(list[field])).map((field) => `/${field}`)];
}

/** Whether both sides have signed what now stands (RULES.md 5.26). */
export function isSigned(handOver: HandOver): boolean {
  return handOver.signedBy.department !== null && handOver.signedBy.township !== null;
}

/** Writes the list; a signature under the former words does not hold for these (RULES.md 5.26). */
export function editHandOver(list: HandOverList): HandOver {
  return { ...emptyHandOver, list };
}

/** Why a side cannot sign: it has signed, the list is incomplete, or the same person signed for the other side (RULES.md 5.26). */
function guardSigning(handOver: HandOver, side: Side, people: readonly string[]): DomainRefusal | null {
  const other = handOver.signedBy[side === 'township' ? 'department' : 'township'];
  if (handOver.signedBy[side]) return refusal('already_signed');
  const fields = openFieldsOf(handOver.list);
  if (fields.length > 0) return refusal('hand_over_incomplete', undefined, fields);
  return other?.some((accountId) => people.includes(accountId)) ? refusal('interested_party') : null;
}

/** Signs for one side; with the second signature the list is complete (RULES.md 5.26). */
export function signHandOver(handOver: HandOver, side: Side, people: readonly string[]): Outcome<HandOver> {
  const refusal = guardSigning(handOver, side, people);
  if (refusal) return { kind: 'refused', refusal };
  return done({ ...handOver, signedBy: { ...handOver.signedBy, [side]: people } });
}
