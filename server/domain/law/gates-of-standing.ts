import { type Finding, type GatedItem, finding } from './item-findings.ts';
import { isBlank } from '../values/outcome.ts';
import { kindsNamed } from './power-standing.ts';

const penaltyLaw = '中华人民共和国行政处罚法';
const licensingLaw = '中华人民共和国行政许可法';
const organicLaw = '中华人民共和国地方各级人民代表大会和地方各级人民政府组织法';

const isPenalty = ({ statutoryType }: GatedItem): boolean => statutoryType === 'penalty';

/** 行政处罚法 24: a penalty outside the published provincial decision cannot go down; without a directory the county must look itself. */
export function penaltyIsInDirectory(item: GatedItem): Finding[] {
  const { directory } = item.standing;
  if (!isPenalty(item) || directory === null || directory.isListed) return [];
  const { endedOn } = directory;
  const params = { code: item.code, powerId: item.powerId, ...(endedOn === null ? {} : { endedOn }) };
  return [finding(item, 'penalty_outside_directory', 'blocking', penaltyLaw, '第二十四条', '/powerId', params)];
}

/** 行政处罚法 24: 按照规定范围; where the province limits the power, the item says so too. */
export function scopeFollowsDirectory(item: GatedItem): Finding[] {
  const { directory } = item.standing;
  if (!isPenalty(item) || !directory?.isListed || isBlank(directory.scopeNote) || !isBlank(item.terms.scopeNote)) return [];
  const params = { scope: directory.scopeNote };
  return [finding(item, 'scope_wider_than_directory', 'warning', penaltyLaw, '第二十四条', '/scopeNote', params)];
}

/** 行政许可法 24, 行政处罚法 20: what came down from province or city is not passed on. */
export function isNotPassedOn(item: GatedItem): Finding[] {
  const { cameDownFrom } = item.standing;
  if (cameDownFrom === null) return [];
  const [law, article] = isPenalty(item) ? [penaltyLaw, '第二十条'] : [licensingLaw, '第二十四条'];
  return [finding(item, 'passed_on', 'blocking', law, article, '/powerId', { from: cameDownFrom, powerId: item.powerId })];
}

/** RULES.md 3.15: what townships have by law is not ordered (地方组织法 76; for subdistricts 86); kinds that have it see it as such. */
export function isNotStatutory(item: GatedItem): Finding[] {
  const { byLawKinds } = item.standing;
  const offered = kindsNamed(item.terms.eligibility.kinds);
  const having = offered.filter((kind) => byLawKinds.includes(kind));
  if (having.length === 0) return [];
  const severity = having.length === offered.length ? 'blocking' : 'warning';
  const article = having.every((kind) => kind === 'subdistrict') ? '第八十六条' : '第七十六条';
  const params = { kinds: having.join(','), powerId: item.powerId };
  const field = severity === 'blocking' ? '/powerId' : '/eligibility/kinds';
  return [finding(item, 'township_power_by_law', severity, organicLaw, article, field, params)];
}

/** RULES.md 3.16: what stands on the taken-back list cannot be ordered; where only some townships' lists say so, the others still can. */
export function isNotTakenBack(item: GatedItem): Finding[] {
  const { isEverywhere, townships } = item.standing.takenBack;
  if (!isEverywhere && townships.length === 0) return [];
  const params = { townships: isEverywhere ? '' : townships.map(({ name }) => name).join('、'), powerId: item.powerId };
  return [finding(item, 'taken_back', isEverywhere ? 'blocking' : 'warning', organicLaw, '第七十六条', '/powerId', params)];
}

/** RULES.md 3.19: names that look like a statutory power or a taken-back entry are pointed out; a person says what they are. */
export function namesAreTold(item: GatedItem): Finding[] {
  return item.alikes.map(({ kind, name }) =>
    finding(item, 'name_alike', 'warning', '', '', '/powerId', { kind, name, powerId: item.powerId }),
  );
}
