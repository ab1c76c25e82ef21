// The shapes of JSON columns. They equal the contract's on purpose, but the database may not depend on the wire.

export interface LegalBasisRow {
  readonly law: string;
  readonly article: string;
  readonly versionOn: string;
}
export type PrerequisiteRow =
  | { readonly key: string; readonly kind: 'certified_officers'; readonly certificateKind: string; readonly count: number }
  | { readonly key: string; readonly kind: 'staffing'; readonly count: number }
  | { readonly key: string; readonly kind: 'attestation'; readonly subject: 'premises' | 'equipment' | 'procedure'; readonly text: string };
export interface ResourceItemRow {
  readonly key: string;
  readonly kind: 'posts' | 'funds' | 'equipment' | 'accounts' | 'support';
  readonly organisationId: string;
  readonly amount: number;
  readonly unit: 'persons' | 'yuan_per_year' | 'yuan' | 'pieces' | 'accounts' | 'days_per_year';
  readonly description: string;
  readonly withinWorkingDays: number;
}
/** A part that does not go down with the power; without it the county keeps nothing back. */
export interface CarveOutRow {
  readonly part: string;
  readonly reason: string;
}
export interface TermsRow {
  readonly carrier: 'transfer' | 'entrustment' | 'substantive_review' | 'service_window';
  readonly release: 'optional' | 'common';
  readonly legalBases: readonly LegalBasisRow[];
  readonly scopeNote: string;
  readonly carveOuts: readonly CarveOutRow[];
  readonly difficulty: 'easy' | 'medium' | 'hard';
  readonly liability: 'low' | 'medium' | 'high';
  readonly eligibility: {
    readonly kinds: readonly ('township' | 'ethnic_township' | 'town' | 'subdistrict')[];
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
  };
  readonly prerequisites: readonly PrerequisiteRow[];
  readonly resources: readonly ResourceItemRow[];
  readonly isPrerequisiteFree: boolean;
  readonly isResourceFree: boolean;
  readonly responsibilities: { readonly department: string; readonly township: string } | null;
  readonly suitability: {
    readonly isFrequent: boolean;
    readonly isEasyToSpot: boolean;
    readonly canBeTakenOn: boolean;
    readonly canBeManaged: boolean;
    readonly exclusions: readonly ('too_specialised' | 'rarely_used' | 'unfit_for_concentration')[];
    readonly exclusionReason: string | null;
  } | null;
  readonly trialMonths: number;
  readonly termMonths: number | null;
  readonly startRule:
    | { readonly kind: 'on_signing' }
    | { readonly kind: 'on_day'; readonly on: string }
    | { readonly kind: 'days_after_issue'; readonly days: number };
  readonly isReturnable: boolean;
  readonly notReturnableBasis: string | null;
  readonly companions: readonly string[];
  readonly exclusiveWith: readonly string[];
}

/** Terms as they were written once, with what later editions say beside them: an edition older than carve-outs has none. */
export function readTerms(text: string): TermsRow {
  const written = JSON.parse(text) as Omit<TermsRow, 'carveOuts'> & Partial<Pick<TermsRow, 'carveOuts'>>;
  return { ...written, carveOuts: written.carveOuts ?? [] };
}

export interface ConditionsRow {
  readonly extraPrerequisites: readonly PrerequisiteRow[];
  readonly termMonths: number | null;
  readonly notBeforeOn: string | null;
  readonly text: string;
}
export interface PendingCaseRow {
  readonly description: string;
  readonly owner: 'department' | 'township';
}
export interface HandOverListRow {
  readonly pendingCases: readonly PendingCaseRow[];
  readonly seals: string;
  readonly files: string;
  readonly accounts: string;
  readonly contact: string;
}
