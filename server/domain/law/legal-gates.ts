import {
  isNotPassedOn,
  isNotStatutory,
  isNotTakenBack,
  namesAreTold,
  penaltyIsInDirectory,
  scopeFollowsDirectory,
} from './gates-of-standing.ts';
import { findingsOfCompleteness } from './item-completeness.ts';
import { type Finding, type GatedItem, type GateContext, finding } from './item-findings.ts';
import type { Carrier, StatutoryType } from '../values/words.ts';

type Gate = (item: GatedItem, context: GateContext) => Finding[];

/** A power and the vehicle by which it goes down: enough to know whether the law forbids that vehicle. */
export type CarriedPower = Pick<GatedItem, 'itemId' | 'statutoryType'> & { readonly terms: Pick<GatedItem['terms'], 'carrier'> };
type CarrierGate = (item: CarriedPower) => Finding[];

const penaltyLaw = '中华人民共和国行政处罚法';
const licensingLaw = '中华人民共和国行政许可法';
const compulsionLaw = '中华人民共和国行政强制法';

/** 行政处罚法 24: penalties go down whole, by provincial decision; 20 and 21: the entrusted act in the department's name and are not this mechanism. */
const penaltyMustBeTransferred: CarrierGate = (item) => {
  if (item.statutoryType !== 'penalty' || item.terms.carrier === 'transfer') return [];
  const isEntrusted = item.terms.carrier === 'entrustment';
  const article = isEntrusted ? '第二十条、第二十一条、第二十四条' : '第二十四条';
  return [finding(item, 'penalty_not_transferred', 'blocking', penaltyLaw, article, '/carrier', { carrier: item.terms.carrier })];
};

/** 行政处罚法 24: who passes penalties down has their use evaluated regularly; the county says how often. */
const penaltyIsEvaluated: Gate = (item, { penaltyEvaluationMonths }) => {
  if (item.statutoryType !== 'penalty' || item.terms.carrier !== 'transfer' || penaltyEvaluationMonths !== null) return [];
  return [finding(item, 'penalty_without_evaluation', 'warning', penaltyLaw, '第二十四条', '/settings', {})];
};

/** 行政许可法 24: a licence is entrusted; a transfer would need a decision of the province approved by the State Council (25). */
const licenceIsNotTransferred: CarrierGate = (item) => {
  if (item.statutoryType !== 'licensing' || item.terms.carrier !== 'transfer') return [];
  return [finding(item, 'licence_transferred', 'blocking', licensingLaw, '第二十四条、第二十五条', '/carrier', {})];
};

/** 行政许可法 24 entrusts to administrative organs; whether a subdistrict office is one is the county's reading. */
const licenceForSubdistricts: Gate = (item, { mayEntrustLicencesToSubdistricts }) => {
  const { carrier, eligibility } = item.terms;
  if (item.statutoryType !== 'licensing' || carrier !== 'entrustment' || mayEntrustLicencesToSubdistricts) return [];
  const isNamed = eligibility.kinds.includes('subdistrict');
  if (!isNamed && eligibility.kinds.length > 0) return [];
  // An item for everybody stays on the menu; subdistricts see why they cannot order it.
  return [finding(item, 'licence_for_subdistrict', isNamed ? 'blocking' : 'warning', licensingLaw, '第二十四条', '/eligibility/kinds', {})];
};

/** 行政强制法 17: the power to take compulsory measures is not entrusted; it goes with the transferred penalty. */
const compulsionIsNotEntrusted: CarrierGate = (item) => {
  if (item.statutoryType !== 'compulsion' || item.terms.carrier === 'transfer') return [];
  return [finding(item, 'compulsion_not_transferred', 'blocking', compulsionLaw, '第十七条', '/carrier', { carrier: item.terms.carrier })];
};

/** 行政强制法 17: only who exercises the penalty may take the measures that serve it. */
const compulsionFollowsPenalty: Gate = (item, { typeByCode }) => {
  if (item.statutoryType !== 'compulsion') return [];
  const isServing = item.terms.companions.some((code) => typeByCode.get(code) === 'penalty');
  return isServing ? [] : [finding(item, 'compulsion_alone', 'blocking', compulsionLaw, '第十七条', '/companions', {})];
};

const freedomWords = ['限制人身自由', '拘留', '强制隔离戒毒', '强制戒毒', '收容教', '劳动教养', '继续盘问', '留置盘问', '强制传唤'];
const carvedOut = /除外|不含|不包括/;

/** 行政处罚法 18: limits on personal freedom stay with the police; a carve-out or the scope note may keep them out of a wider power. */
const noLimitsOnFreedom: Gate = (item) => {
  const { scopeNote, carveOuts } = item.terms;
  const isExempt = (word: string): boolean =>
    carveOuts.some(({ part }) => part.includes(word)) || (scopeNote.includes(word) && carvedOut.test(scopeNote));
  const words = freedomWords.filter((word) => item.name.includes(word) && !isExempt(word));
  if (words.length === 0 && !item.standing.limitsPersonalFreedom) return [];
  return [
    finding(item, 'limits_personal_freedom', 'blocking', penaltyLaw, '第十八条', '/powerId', {
      word: words[0] ?? '',
      powerId: item.powerId,
    }),
  ];
};

/** RULES.md 3.14: what belongs to the city or to a vertical line is not the county's to give, until a basis says so (行政处罚法 24: 县级人民政府部门). */
const departmentIsTheCountys: Gate = (item) => {
  const { id, system, systemBasis } = item.department;
  if (system === 'county' || (systemBasis ?? '').trim() !== '') return [];
  return [finding(item, 'department_locked', 'blocking', penaltyLaw, '第二十四条', '/departmentId', { system, organisationId: id })];
};

const transferable: readonly StatutoryType[] = ['penalty', 'compulsion', 'inspection', 'licensing'];

/** RULES.md 3.17: a transfer is for penalties and the measures that follow them; elsewhere a special law must allow it, which no table can know. */
const transferNeedsDecision: Gate = (item) => {
  if (item.terms.carrier !== 'transfer' || transferable.includes(item.statutoryType)) return [];
  return [finding(item, 'transfer_of_other_power', 'warning', penaltyLaw, '第二十四条', '/carrier', { type: item.statutoryType })];
};

const wieldsOfficers: readonly Carrier[] = ['transfer'];

/** 行政处罚法 42, 行政强制法 18: at least two officers with a certificate. */
const enforcementNeedsOfficers: Gate = (item) => {
  const isEnforcement = item.statutoryType === 'penalty' || item.statutoryType === 'compulsion';
  if (!isEnforcement || !wieldsOfficers.includes(item.terms.carrier)) return [];
  const isManned = item.terms.prerequisites.some((one) => one.kind === 'certified_officers' && one.count >= 2);
  if (isManned) return [];
  const [law, article] = item.statutoryType === 'penalty' ? [penaltyLaw, '第四十二条'] : [compulsionLaw, '第十八条'];
  return [finding(item, 'fewer_than_two_officers', 'warning', law, article, '/prerequisites', { need: 2 })];
};

/** RULES.md 3.29: a companion that is not on this edition cannot be ordered with the item. */
const companionsOnMenu: Gate = (item, { typeByCode }) =>
  item.terms.companions
    .filter((code) => !typeByCode.has(code))
    .map((code) => finding(item, 'companion_not_on_menu', 'warning', '', '', '/companions', { code }));

const statuteGates = {
  ended: ['statute_ended', 'blocking'],
  ending: ['statute_ending', 'warning'],
  unknown: ['statute_unknown', 'warning'],
} as const;

/** RULES.md 3.42: a statute that has ended supports no item until it is reconfirmed or rebased; what the register does not know may be a slip. */
const basesAreLaw: Gate = (item) =>
  item.bases.flatMap(({ basis, validity, version, needsReview }, index) => {
    if (validity === 'in_force' || (validity === 'ended' && !needsReview)) return [];
    const [gate, severity] = statuteGates[validity];
    const params = { law: basis.law, versionOn: basis.versionOn, endedOn: version?.endedOn ?? '', endKind: version?.endKind ?? '' };
    return [finding(item, gate, severity, '', '', `/legalBases/${String(index)}`, params)];
  });

const gates: readonly Gate[] = [
  findingsOfCompleteness,
  penaltyMustBeTransferred,
  penaltyIsInDirectory,
  scopeFollowsDirectory,
  penaltyIsEvaluated,
  licenceIsNotTransferred,
  licenceForSubdistricts,
  compulsionIsNotEntrusted,
  compulsionFollowsPenalty,
  noLimitsOnFreedom,
  departmentIsTheCountys,
  isNotPassedOn,
  isNotStatutory,
  isNotTakenBack,
  transferNeedsDecision,
  enforcementNeedsOfficers,
  companionsOnMenu,
  namesAreTold,
  basesAreLaw,
];

/** What the law has against the vehicle of a power, whatever else is to be said of it (行政处罚法 24, 行政许可法 24, 行政强制法 17). */
export function checkCarrier(power: CarriedPower): Finding[] {
  return [penaltyMustBeTransferred, licenceIsNotTransferred, compulsionIsNotEntrusted].flatMap((gate) => gate(power));
}

/** Everything that the law and the house rules have against an item, each finding with its statute (RULES.md 3.21). */
export function checkItem(item: GatedItem, context: GateContext): Finding[] {
  return gates.flatMap((gate) => gate(item, context));
}

/** The findings on a whole edition; a blocking one keeps it from being published (RULES.md 3.21). */
export function checkEdition(items: readonly GatedItem[], settings: Omit<GateContext, 'typeByCode'>): Finding[] {
  const typeByCode = new Map(items.map((item) => [item.code, item.statutoryType]));
  return items.flatMap((item) => checkItem(item, { ...settings, typeByCode }));
}

/** Whether an edition with these findings may be published (RULES.md 3.21). */
export function canPublish(findings: readonly Finding[]): boolean {
  return findings.every((one) => one.severity !== 'blocking');
}
