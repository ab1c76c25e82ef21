import { writeCitation } from '#server/domain/law/legal-citations.ts';
import type { ItemTerms } from '../queries.ts';
import type { PowerRow } from '#server/features/powers/index.ts';
import { writeCarveOuts, writePrerequisites, writeResources, writeStartRule, type SheetNames } from './sheet-lists.ts';
import {
  categoryWords,
  difficultyWords,
  exclusionWords,
  kindWords,
  liabilityWords,
  modeWords,
  originWords,
  releaseWords,
  returnableWords,
  typeWords,
  written,
} from './sheet-words.ts';

/** What of a power a sheet says. */
export type SheetPower = Pick<
  PowerRow,
  'code' | 'name' | 'statutoryType' | 'category' | 'field' | 'departmentId' | 'limitsPersonalFreedom' | 'cameDownFrom' | 'cameDownBasis'
>;

const yesNo = (is: boolean | undefined): string => (is === undefined ? '' : is ? '是' : '否');
const number = (value: number | undefined): string => (value === undefined ? '' : String(value));

function powerCells(power: SheetPower, names: SheetNames): Record<string, string> {
  return {
    code: power.code,
    name: power.name,
    statutoryType: written(typeWords, power.statutoryType),
    department: names.organisationName(power.departmentId),
    category: written(categoryWords, power.category),
    field: power.field,
    limitsPersonalFreedom: yesNo(power.limitsPersonalFreedom),
    cameDownFrom: power.cameDownFrom === null ? '' : written(originWords, power.cameDownFrom),
    cameDownBasis: power.cameDownBasis,
  };
}

function termsCells(terms: ItemTerms, names: SheetNames): Record<string, string> {
  const { eligibility, responsibilities, suitability } = terms;
  const { minimum } = eligibility;
  return {
    carrier: written(modeWords, terms.carrier),
    release: written(releaseWords, terms.release),
    bases: terms.legalBases.map(writeCitation).join('；'),
    scopeNote: terms.scopeNote,
    carveOuts: writeCarveOuts(terms.carveOuts),
    difficulty: written(difficultyWords, terms.difficulty),
    liability: written(liabilityWords, terms.liability),
    kinds: eligibility.kinds.map((kind) => written(kindWords, kind)).join('、'),
    tags: eligibility.tags.join('、'),
    residents: number(minimum.residents),
    areaSquareMetres: number(minimum.areaSquareMetres),
    communities: number(minimum.communities),
    staffQuota: number(minimum.staffQuota),
    staffPresent: number(minimum.staffPresent),
    certifiedOfficers: number(minimum.certifiedOfficers),
    budgetYuanPerYear: number(minimum.budgetYuanPerYear),
    prerequisites: writePrerequisites(terms.prerequisites, terms.isPrerequisiteFree, names),
    resources: writeResources(terms.resources, terms.isResourceFree, names),
    departmentDuty: responsibilities?.department ?? '',
    townshipDuty: responsibilities?.township ?? '',
    isFrequent: yesNo(suitability?.isFrequent),
    isEasyToSpot: yesNo(suitability?.isEasyToSpot),
    canBeTakenOn: yesNo(suitability?.canBeTakenOn),
    canBeManaged: yesNo(suitability?.canBeManaged),
    exclusions: (suitability?.exclusions ?? []).map((one) => written(exclusionWords, one)).join('、'),
    exclusionReason: suitability?.exclusionReason ?? '',
    trialMonths: String(terms.trialMonths),
    termMonths: terms.termMonths === null ? '长期' : String(terms.termMonths),
    startRule: writeStartRule(terms.startRule),
    isReturnable: written(returnableWords, terms.isReturnable ? 'yes' : 'no'),
    notReturnableBasis: terms.notReturnableBasis ?? '',
    companions: terms.companions.join('、'),
    exclusiveWith: terms.exclusiveWith.join('、'),
  };
}

/** A power and its terms as a row of the sheet; without terms, only what the power is. */
export const writeItemRow = (power: SheetPower, terms: ItemTerms | null, names: SheetNames): Record<string, string> => ({
  ...powerCells(power, names),
  ...(terms ? termsCells(terms, names) : {}),
});
