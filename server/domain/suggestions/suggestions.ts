import type { Prerequisite, Suitability } from '../menu/terms.ts';
import type { Carrier, Category, Liability, Release, StatutoryType, Tier } from '../values/words.ts';

/** An item of the menu as suggestions see it; companions and exclusions are codes of powers. */
export interface Candidate {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly statutoryType: StatutoryType;
  readonly category: Category;
  readonly carrier: Carrier;
  readonly difficulty: Tier;
  readonly liability: Liability;
  readonly release: Release;
  /** Nothing in the item's eligibility stands against the township. */
  readonly isEligible: boolean;
  readonly suitability: Suitability | null;
  readonly prerequisites: readonly Prerequisite[];
  readonly companions: readonly string[];
  readonly exclusiveWith: readonly string[];
}

/** What may be suggested to a township, and what has to come with it. */
export interface Offer {
  readonly open: ReadonlyMap<string, Candidate>;
  /** Codes of powers that the township holds or has asked for. */
  readonly taken: ReadonlySet<string>;
}

/** What a suggestion may be made of: by order, eligible, neither held nor under request, excluded by nothing of that (RULES.md 4.10). */
export function offerOf(candidates: readonly Candidate[], taken: ReadonlySet<string>): Offer {
  const open = candidates.filter(
    ({ code, release, isEligible, exclusiveWith }) =>
      release === 'optional' && isEligible && !taken.has(code) && !exclusiveWith.some((one) => taken.has(one)),
  );
  return { open: new Map(open.map((candidate) => [candidate.code, candidate])), taken };
}

const excludes = (one: Candidate, other: Candidate): boolean =>
  one.exclusiveWith.includes(other.code) || other.exclusiveWith.includes(one.code);

/**
 * A candidate with all that it is useless without and that the township lacks, itself first; null where some of it cannot be had, does
 * not please, or excludes what is chosen already (RULES.md 4.10).
 */
export function bundleOf(
  candidate: Candidate,
  { open, taken }: Offer,
  chosen: readonly Candidate[] = [],
  pleases: (one: Candidate) => boolean = () => true,
): readonly Candidate[] | null {
  const bundle: Candidate[] = [];
  const waiting = [candidate];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const one = next;
    if ([...chosen, ...bundle].some(({ code }) => code === one.code)) continue;
    if (!pleases(one) || [...chosen, ...bundle].some((other) => excludes(one, other))) return null;
    bundle.push(one);
    for (const code of one.companions) {
      if (taken.has(code)) continue;
      const companion = open.get(code);
      if (companion === undefined) return null;
      waiting.push(companion);
    }
  }
  return bundle;
}

/** Services come to people; they need a window and not a patrol. */
export const isService = ({ category, carrier }: Pick<Candidate, 'category' | 'carrier'>): boolean =>
  category === 'approval_service' || carrier === 'service_window';
