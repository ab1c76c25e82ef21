import type { Role } from '#server/domain/values/words.ts';
import { departmentKeys, townshipKeys, type BodyKey, type DepartmentKey, type TownshipKey } from './organisations.ts';

/** One password for all of them; the demo says so on the terminal. It meets the policy (length, three classes, no username in it). */
export const demoPassword = 'Demo-2026-Qinghe';

export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly body: BodyKey;
}

const surnames = '周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻';
const givenNames = [
  '明远',
  '静宜',
  '建国',
  '秋实',
  '文博',
  '晓岚',
  '志强',
  '雨桐',
  '立新',
  '春燕',
  '思远',
  '桂芳',
  '国栋',
  '若溪',
  '海峰',
  '丽华',
  '永康',
  '佳宁',
  '学文',
  '红梅',
  '云飞',
];

/** The n-th invented name; the two lists have no common divisor, so hundreds pass before one comes again. */
export function inventedName(n: number): string {
  return `${surnames.charAt(n % surnames.length)}${givenNames[(n * 5 + 2) % givenNames.length] ?? '平'}`;
}

/** Departments that own menu items or owe resources have a reviewer; the busiest have two, so that somebody can stand in. */
const withoutReviewer: readonly DepartmentKey[] = ['dangxiao', 'sifa', 'huanjing', 'qixiang', 'gongan'];
const withTwo: readonly DepartmentKey[] = ['zhifa', 'nongye', 'ziran', 'shuili', 'linye'];

const county: readonly DemoPerson[] = [
  { username: 'xian-jueding1', name: '梁启文', role: 'decider', body: 'county' },
  { username: 'xian-jueding2', name: '罗敏', role: 'decider', body: 'county' },
  { username: 'xian-jueding3', name: '高志远', role: 'decider', body: 'county' },
  { username: 'sifa-fazhi1', name: '唐静', role: 'legal_reviewer', body: 'sifa' },
  { username: 'sifa-fazhi2', name: '宋怀瑾', role: 'legal_reviewer', body: 'sifa' },
  { username: 'peixun', name: '彭丽', role: 'training_officer', body: 'dangxiao' },
  { username: 'guanliyuan', name: '丁晓东', role: 'admin', body: 'county' },
  { username: 'shenji', name: '范文清', role: 'auditor', body: 'county' },
];

const inTownships = townshipKeys.flatMap((key, index): DemoPerson[] => [
  { username: `${key}-jingban`, name: inventedName(index * 2), role: 'clerk', body: key },
  { username: `${key}-fuze`, name: inventedName(index * 2 + 1), role: 'lead', body: key },
]);

const inDepartments = departmentKeys
  .filter((key) => !withoutReviewer.includes(key))
  .flatMap((key, index): DemoPerson[] => {
    const first: DemoPerson = { username: `${key}-shenhe`, name: inventedName(40 + index * 2), role: 'reviewer', body: key };
    return withTwo.includes(key) ? [first, { ...first, username: `${key}-shenhe2`, name: inventedName(41 + index * 2) }] : [first];
  });

export const people: readonly DemoPerson[] = [...inTownships, ...inDepartments, ...county];

export const clerkOf = (township: TownshipKey): string => `${township}-jingban`;
export const leadOf = (township: TownshipKey): string => `${township}-fuze`;
export const reviewerOf = (department: DepartmentKey): string => `${department}-shenhe`;
