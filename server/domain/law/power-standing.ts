import { townshipKinds, type TownshipKind } from '../values/words.ts';

/** What the province's directory says of a power (RULES.md 2.20; 行政处罚法 24). */
export interface DirectoryStanding {
  readonly isListed: boolean;
  /** Since when the province no longer lists it; null where it does, or never did. */
  readonly endedOn: string | null;
  /** To what the province limits the power; empty where it does not. */
  readonly scopeNote: string;
}

/** What directory, duty lists and statutes say of a power of the county on a day (RULES.md 3.28). */
export interface PowerStanding {
  /** Limits on personal freedom stay with the police (行政处罚法 18). */
  readonly limitsPersonalFreedom: boolean;
  /** Who passed the power down to the county, null when it is the county's own. */
  readonly cameDownFrom: 'province' | 'city' | null;
  /** Null where the county keeps no directory. */
  readonly directory: DirectoryStanding | null;
  /** The kinds of township that have the power by law (法定职权). */
  readonly byLawKinds: readonly TownshipKind[];
  readonly takenBack: TakenBack;
}

/** From whom the taken-back list takes a power (RULES.md 3.16). */
export interface TakenBack {
  readonly isEverywhere: boolean;
  /** By name for the gates, by id for an order: the townships whose own list says so. */
  readonly townships: readonly { readonly id: string; readonly name: string }[];
}

/** The standing of a power of which nothing is said anywhere. */
export const plainStanding: PowerStanding = {
  limitsPersonalFreedom: false,
  cameDownFrom: null,
  directory: null,
  byLawKinds: [],
  takenBack: { isEverywhere: false, townships: [] },
};

/** Kinds as they are kept: an empty list stands for all of them (RULES.md 3.27). */
export function kindsNamed(kinds: readonly TownshipKind[]): readonly TownshipKind[] {
  return kinds.length === 0 ? townshipKinds : kinds;
}

/** Whether the taken-back list speaks to this township, by its own list or by that of the county (RULES.md 3.16). */
export function isTakenBackFrom({ takenBack }: PowerStanding, townshipId: string): boolean {
  return takenBack.isEverywhere || takenBack.townships.some(({ id }) => id === townshipId);
}
