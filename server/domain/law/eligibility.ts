import type { PowerStanding } from './power-standing.ts';
import type { Eligibility } from '../menu/terms.ts';
import type { Carrier, OrganisationSystem, StatutoryType, TownshipKind } from '../values/words.ts';

/** What is known of a township; a figure that was not entered is null and meets no minimum. Persons, villages, square metres, yuan a year. */
export interface TownshipProfile {
  readonly kind: TownshipKind;
  readonly tags: readonly string[];
  readonly residents: number | null;
  readonly areaSquareMetres: number | null;
  readonly communities: number | null;
  readonly staffQuota: number | null;
  readonly staffPresent: number | null;
  readonly certifiedOfficers: number | null;
  readonly budgetYuanPerYear: number | null;
}

/** One reason why a township may not order an item; shown, not hidden. */
export type EligibilityReason =
  | { readonly kind: 'kind'; readonly need: readonly TownshipKind[]; readonly have: TownshipKind }
  | { readonly kind: 'tags'; readonly need: readonly string[]; readonly have: readonly string[] }
  | { readonly kind: 'subdistrict_licence'; readonly need: 'township'; readonly have: 'subdistrict' }
  | { readonly kind: 'department_locked'; readonly need: 'county'; readonly have: OrganisationSystem }
  | { readonly kind: 'by_law'; readonly need: ''; readonly have: TownshipKind }
  | { readonly kind: 'taken_back' | 'personal_freedom'; readonly need: ''; readonly have: '' }
  | { readonly kind: 'passed_on'; readonly need: ''; readonly have: 'province' | 'city' }
  | { readonly kind: 'directory_ended'; readonly need: ''; readonly have: string }
  | { readonly kind: FigureReason; readonly need: number; readonly have: number | null };
type FigureReason = (typeof figures)[number]['kind'];

/** What of an item and of the county's readings the law makes a township's right to order depend on. */
export interface OrderingTerms {
  readonly eligibility: Eligibility;
  readonly statutoryType: StatutoryType;
  readonly carrier: Carrier;
  readonly department: { readonly system: OrganisationSystem; readonly systemBasis: string | null };
  readonly mayEntrustLicencesToSubdistricts: boolean;
}

/** What directory, duty lists and statutes say of a power to one township today (RULES.md 3.28). */
export interface TownshipStanding extends Omit<PowerStanding, 'takenBack'> {
  readonly isTakenBack: boolean;
}

const figures = [
  { figure: 'residents', kind: 'residents' },
  { figure: 'areaSquareMetres', kind: 'area' },
  { figure: 'communities', kind: 'communities' },
  { figure: 'staffQuota', kind: 'staff_quota' },
  { figure: 'staffPresent', kind: 'staff_present' },
  { figure: 'certifiedOfficers', kind: 'certified_officers' },
  { figure: 'budgetYuanPerYear', kind: 'budget' },
] as const;

/** The rules of the legal gates that look at vehicle and department, asked of one township (RULES.md 3.9, 3.14; 行政许可法 24). */
export function reasonsOfLaw(item: Omit<OrderingTerms, 'eligibility'>, kind: TownshipKind): EligibilityReason[] {
  const { system, systemBasis } = item.department;
  const isEntrustedLicence = item.statutoryType === 'licensing' && item.carrier === 'entrustment';
  const reasons: EligibilityReason[] = [];
  if (kind === 'subdistrict' && isEntrustedLicence && !item.mayEntrustLicencesToSubdistricts)
    reasons.push({ kind: 'subdistrict_licence', need: 'township', have: kind });
  if (system !== 'county' && (systemBasis ?? '').trim() === '') reasons.push({ kind: 'department_locked', need: 'county', have: system });
  return reasons;
}

/** What directory, duty lists and statutes have against a township's order, whatever the menu said when it was published (RULES.md 3.28). */
export function reasonsOfStanding(
  { byLawKinds, isTakenBack, limitsPersonalFreedom, cameDownFrom, directory }: TownshipStanding,
  statutoryType: StatutoryType,
  kind: TownshipKind,
): EligibilityReason[] {
  const reasons: EligibilityReason[] = [];
  if (byLawKinds.includes(kind)) reasons.push({ kind: 'by_law', need: '', have: kind });
  if (isTakenBack) reasons.push({ kind: 'taken_back', need: '', have: '' });
  if (limitsPersonalFreedom) reasons.push({ kind: 'personal_freedom', need: '', have: '' });
  if (cameDownFrom !== null) reasons.push({ kind: 'passed_on', need: '', have: cameDownFrom });
  // An entry that ended was struck out by the province; one that is missing may not have been entered yet, and only keeps a menu from being published.
  if (statutoryType === 'penalty' && directory?.isListed === false && directory.endedOn !== null)
    reasons.push({ kind: 'directory_ended', need: '', have: directory.endedOn });
  return reasons;
}

/** Every reason why the township is not eligible, not only the first; none means that it may order (RULES.md 3.27). */
export function evaluateEligibility(item: OrderingTerms, township: TownshipProfile): EligibilityReason[] {
  const { kinds, tags, minimum } = item.eligibility;
  const reasons: EligibilityReason[] = [];
  if (kinds.length > 0 && !kinds.includes(township.kind)) reasons.push({ kind: 'kind', need: kinds, have: township.kind });
  if (tags.length > 0 && !tags.some((tag) => township.tags.includes(tag))) reasons.push({ kind: 'tags', need: tags, have: township.tags });
  for (const { figure, kind } of figures) {
    const need = minimum[figure];
    const have = township[figure];
    if (need !== undefined && need > 0 && (have === null || have < need)) reasons.push({ kind, need, have });
  }
  return [...reasons, ...reasonsOfLaw(item, township.kind)];
}
