import type { AttestationSubject, CaseOwner, Exclusion, ResourceKind, ResourceUnit, TownshipKind } from '../values/words.ts';

/** Law and article that a menu item or an act rests on, in the version of a day (RULES.md 2.19). */
export interface LegalBasis {
  readonly law: string;
  readonly article: string;
  readonly versionOn: string;
}

/** A part of a power that stays with the department (RULES.md 3.30). */
export interface CarveOut {
  readonly part: string;
  readonly reason: string;
}

/** Who may order an item; empty lists stand for everybody (RULES.md 3.27). Figures are persons, villages, square metres, yuan a year. */
export interface Eligibility {
  readonly kinds: readonly TownshipKind[];
  readonly tags: readonly string[];
  readonly minimum: {
    readonly residents?: number | undefined;
    readonly areaSquareMetres?: number | undefined;
    readonly communities?: number | undefined;
    readonly staffQuota?: number | undefined;
    readonly staffPresent?: number | undefined;
    readonly certifiedOfficers?: number | undefined;
    readonly budgetYuanPerYear?: number | undefined;
  };
}

/** What a township must have before and while it holds a power (RULES.md 5.19); counts are persons. */
export type Prerequisite =
  | { readonly key: string; readonly kind: 'certified_officers'; readonly certificateKind: string; readonly count: number }
  | { readonly key: string; readonly kind: 'staffing'; readonly count: number }
  | { readonly key: string; readonly kind: 'attestation'; readonly subject: AttestationSubject; readonly text: string };

/** What the county owes for a power (RULES.md 5.21); the term is in working days. */
export interface ResourceItem {
  readonly key: string;
  readonly kind: ResourceKind;
  readonly organisationId: string;
  readonly amount: number;
  readonly unit: ResourceUnit;
  readonly description: string;
  readonly withinWorkingDays: number;
}

/** Who answers for what, on both sides (RULES.md 1.3). */
export interface Responsibilities {
  readonly department: string;
  readonly township: string;
}

/** The four tests and three exclusions of a menu item (RULES.md 3.22). */
export interface Suitability {
  readonly isFrequent: boolean;
  readonly isEasyToSpot: boolean;
  readonly canBeTakenOn: boolean;
  readonly canBeManaged: boolean;
  readonly exclusions: readonly Exclusion[];
  readonly exclusionReason: string | null;
}

/** When a grant begins: one of three forms (RULES.md 5.28); days are calendar days. */
export type StartRule =
  | { readonly kind: 'on_signing' }
  | { readonly kind: 'on_day'; readonly on: string }
  | { readonly kind: 'days_after_issue'; readonly days: number };

/** What an approval with conditions adds to the terms of the item (RULES.md 5.11). */
export interface ApprovalConditions {
  readonly extraPrerequisites: readonly Prerequisite[];
  readonly termMonths: number | null;
  readonly notBeforeOn: string | null;
  readonly text: string;
}

/** A case under way when a power changes hands, with the side that finishes it (RULES.md 5.29). */
export interface PendingCase {
  readonly description: string;
  readonly owner: CaseOwner;
}
