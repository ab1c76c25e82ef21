import { type Actor, hasRole } from '../people/actor.ts';
import type { Finding } from '../law/item-findings.ts';
import { type DomainRefusal, firstRefusal, isBlank, refusal } from '../values/outcome.ts';
import { refuseStart } from './start-day.ts';
import type { Release } from '../values/words.ts';

/** What is known of one township when a common item is to be decided for all of them. */
export interface CommonFacts {
  /** Codes of all that stands against the township: eligibility, what it holds or asked for, exclusions, the decider's own ties. */
  readonly against: readonly string[];
  /** Prerequisites that neither hold nor could hold without the township's word. */
  readonly openPrerequisites: number;
  /** Things that the county owes with the item. */
  readonly owed: number;
}

/** What one decision means for one township: it is left out, it prepares first, or it holds the power from the start. */
export type CommonPlace =
  | { readonly kind: 'left_out'; readonly reasons: readonly string[] }
  | { readonly kind: 'preparing'; readonly openPrerequisites: number; readonly owed: number }
  | { readonly kind: 'granted' };

/**
 * Where a township stands in a common decision, in exactly one place: a power moves at once only where nothing is open and nothing owed,
 * otherwise it is prepared like any other (RULES.md 3.26, 7.2).
 */
export function placeTownship({ against, openPrerequisites, owed }: CommonFacts): CommonPlace {
  if (against.length > 0) return { kind: 'left_out', reasons: [...new Set(against)] };
  return openPrerequisites + owed > 0 ? { kind: 'preparing', openPrerequisites, owed } : { kind: 'granted' };
}

/** An item that could not be published today is not given to anybody: what the law has against the item is against it everywhere (RULES.md 3.25). */
function refuseUnlawful(gates: readonly Finding[]): DomainRefusal | null {
  const [first] = gates.filter(({ severity }) => severity === 'blocking');
  return first ? refusal('item_against_law', { gate: first.gate, law: first.law, article: first.article }) : null;
}

/** What stands against one decision for all townships of a kind (RULES.md 3.24, 3.25). */
export function refuseCommon(
  actor: Actor,
  {
    release,
    gates,
    text,
    startsOn,
    places,
  }: {
    readonly release: Release;
    /** What would keep the item from being published today. */
    readonly gates: readonly Finding[];
    readonly text: string;
    readonly startsOn: string;
    readonly places: readonly CommonPlace[];
  },
  now: number,
): DomainRefusal | null {
  return firstRefusal(
    () => (hasRole(actor, 'decider') ? null : refusal('forbidden')),
    () => (release === 'common' ? null : refusal('item_not_common')),
    () => refuseUnlawful(gates),
    () => (isBlank(text) ? refusal('reason_required', undefined, ['/text']) : null),
    () => refuseStart(startsOn, now, '/startsOn'),
    () => (places.some(({ kind }) => kind !== 'left_out') ? null : refusal('common_nobody')),
  );
}
