import type { PowerStanding } from './power-standing.ts';
import type { BasisStanding } from './statutes.ts';
import type { CarveOut, Eligibility, LegalBasis, Prerequisite, ResourceItem, Responsibilities, Suitability } from '../menu/terms.ts';
import type { Carrier, OrganisationSystem, Release, StatutoryType } from '../values/words.ts';

/** The terms of a menu item as a draft has them: still to be completed. */
export interface ItemTerms {
  readonly carrier: Carrier;
  readonly release: Release;
  readonly legalBases: readonly LegalBasis[];
  readonly scopeNote: string;
  readonly carveOuts: readonly CarveOut[];
  readonly eligibility: Eligibility;
  readonly prerequisites: readonly Prerequisite[];
  readonly resources: readonly ResourceItem[];
  /** Declared on purpose, since an empty list may as well be forgotten. */
  readonly isPrerequisiteFree: boolean;
  readonly isResourceFree: boolean;
  readonly responsibilities: Responsibilities | null;
  readonly suitability: Suitability | null;
  readonly isReturnable: boolean;
  readonly notReturnableBasis: string | null;
  readonly companions: readonly string[];
  readonly exclusiveWith: readonly string[];
}

/** What the gates look at: a power, its department and its terms. */
export interface GatedItem {
  readonly itemId: string;
  readonly powerId: string;
  readonly code: string;
  readonly name: string;
  readonly statutoryType: StatutoryType;
  readonly department: { readonly id: string; readonly system: OrganisationSystem; readonly systemBasis: string | null };
  /** What directory, duty lists and statutes say of the power. */
  readonly standing: PowerStanding;
  /** Statutory powers and taken-back entries of another name that looks the same, on which there is no verdict yet. */
  readonly alikes: readonly { readonly kind: 'township_power' | 'duty_entry'; readonly name: string }[];
  /** How each of its bases stands in the register of statutes today, in their order. */
  readonly bases: readonly BasisStanding[];
  readonly terms: ItemTerms;
}

/** What a gate needs to know beyond the item: the powers on the edition by code, and the county's readings of the law. */
export interface GateContext {
  readonly typeByCode: ReadonlyMap<string, StatutoryType>;
  readonly mayEntrustLicencesToSubdistricts: boolean;
  /** How often the county evaluates transferred penalties; null while it has not said. */
  readonly penaltyEvaluationMonths: number | null;
}

export type GateName =
  | 'incomplete'
  | 'contradiction'
  | 'duplicate_key'
  | 'exclusion_without_reason'
  | 'not_returnable_without_basis'
  | 'penalty_not_transferred'
  | 'penalty_outside_directory'
  | 'scope_wider_than_directory'
  | 'penalty_without_evaluation'
  | 'licence_transferred'
  | 'licence_for_subdistrict'
  | 'compulsion_not_transferred'
  | 'compulsion_alone'
  | 'limits_personal_freedom'
  | 'department_locked'
  | 'passed_on'
  | 'township_power_by_law'
  | 'taken_back'
  | 'name_alike'
  | 'transfer_of_other_power'
  | 'fewer_than_two_officers'
  | 'companion_not_on_menu'
  | 'statute_ended'
  | 'statute_ending'
  | 'statute_unknown';

/** One thing against an item: law and article are empty where the rule is the house's own. */
export interface Finding {
  readonly gate: GateName;
  readonly severity: 'blocking' | 'warning';
  readonly law: string;
  readonly article: string;
  readonly itemId: string;
  /** JSON pointer into the terms, or the power's own field. */
  readonly field: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A finding of a gate on an item, naming its statute (RULES.md 3.21). */
export function finding(
  item: Pick<GatedItem, 'itemId'>,
  gate: GateName,
  severity: Finding['severity'],
  law: string,
  article: string,
  field: string,
  params: Finding['params'],
): Finding {
  return { gate, severity, law, article, itemId: item.itemId, field, params };
}
