import type { ProfileRow } from '#db/schema/organisations.ts';
import type { OrganisationSystem, TownshipKind } from '#server/domain/values/words.ts';

/** The county is invented: no such division, code, body, person or telephone number exists. */
export const county = { name: '青禾县', fullName: '青禾县人民政府', documentPrefix: '青禾赋权', editionPrefix: '青禾府发' } as const;

interface Department {
  readonly name: string;
  readonly shortName: string;
  readonly duty?: 'legal' | 'establishment' | 'finance' | 'training';
  readonly system?: OrganisationSystem;
  readonly systemBasis?: string;
}

export const departments = {
  ziran: { name: '青禾县自然资源和规划局', shortName: '县自然资源和规划局' },
  nongye: { name: '青禾县农业农村局', shortName: '县农业农村局' },
  linye: { name: '青禾县林业局', shortName: '县林业局' },
  zhifa: { name: '青禾县综合行政执法局', shortName: '县综合行政执法局' },
  shuili: { name: '青禾县水利局', shortName: '县水利局' },
  zhujian: { name: '青禾县住房和城乡建设局', shortName: '县住房和城乡建设局' },
  yingji: { name: '青禾县应急管理局', shortName: '县应急管理局' },
  jiaotong: { name: '青禾县交通运输局', shortName: '县交通运输局' },
  shichang: { name: '青禾县市场监督管理局', shortName: '县市场监管局' },
  minzheng: { name: '青禾县民政局', shortName: '县民政局' },
  // Belongs to a national line: on the menu only because a basis is given (which is invented, as everything here).
  xiaofang: {
    name: '青禾县消防救援大队',
    shortName: '县消防救援大队',
    system: 'vertical',
    systemBasis: '省人民政府关于乡镇街道行使部分消防行政处罚权的决定（演示，虚构）',
  },
  wenlv: { name: '青禾县文化广播电视和旅游局', shortName: '县文广旅局' },
  renshe: { name: '青禾县人力资源和社会保障局', shortName: '县人社局' },
  weijian: { name: '青禾县卫生健康局', shortName: '县卫健局' },
  // Of the city, and without a basis: locked, so none of its powers is on the menu.
  huanjing: { name: '青穗市青禾生态环境分局', shortName: '生态环境分局', system: 'city' },
  jiaoyu: { name: '青禾县教育体育局', shortName: '县教体局' },
  minzong: { name: '青禾县民族宗教事务局', shortName: '县民宗局' },
  tuiyi: { name: '青禾县退役军人事务局', shortName: '县退役军人局' },
  gongan: { name: '青禾县公安局', shortName: '县公安局' },
  yibao: { name: '青禾县医疗保障局', shortName: '县医保局' },
  fagai: { name: '青禾县发展和改革局', shortName: '县发改局' },
  tongji: { name: '青禾县统计局', shortName: '县统计局' },
  shangwu: { name: '青禾县商务局', shortName: '县商务局' },
  qixiang: { name: '青禾县气象局', shortName: '县气象局', system: 'vertical' },
  sifa: { name: '青禾县司法局', shortName: '县司法局', duty: 'legal' },
  bianban: { name: '中共青禾县委机构编制委员会办公室', shortName: '县委编办', duty: 'establishment' },
  caizheng: { name: '青禾县财政局', shortName: '县财政局', duty: 'finance' },
  dangxiao: { name: '中共青禾县委党校（行政学校）', shortName: '县委党校', duty: 'training' },
} as const satisfies Record<string, Department>;
export type DepartmentKey = keyof typeof departments;

interface Township {
  readonly name: string;
  readonly shortName: string;
  readonly kind: TownshipKind;
  readonly divisionCode: string;
  readonly profile: ProfileRow;
}

const profile = (
  residents: number,
  squareKilometres: number,
  communities: number,
  staff: readonly [quota: number, present: number],
  budget: number,
  tags: readonly string[],
): ProfileRow => ({
  residents,
  areaSquareMetres: squareKilometres * 1_000_000,
  communities,
  staffQuota: staff[0],
  staffPresent: staff[1],
  budgetYuanPerYear: budget,
  tags,
});

/** Eight townships of all four kinds; 990101 is no code of any real county. */
export const townships = {
  heyang: {
    name: '禾阳街道办事处',
    shortName: '禾阳街道',
    kind: 'subdistrict',
    divisionCode: '990101001',
    profile: profile(68_400, 18, 14, [92, 88], 21_600_000, ['城区']),
  },
  xinqiao: {
    name: '新桥街道办事处',
    shortName: '新桥街道',
    kind: 'subdistrict',
    divisionCode: '990101002',
    profile: profile(37_900, 31, 11, [74, 69], 14_300_000, ['城区', '城郊']),
  },
  qingshi: {
    name: '青石镇人民政府',
    shortName: '青石镇',
    kind: 'town',
    divisionCode: '990101101',
    profile: profile(45_200, 96, 17, [78, 71], 15_800_000, ['城郊', '中心镇']),
  },
  liuhe: {
    name: '柳河镇人民政府',
    shortName: '柳河镇',
    kind: 'town',
    divisionCode: '990101102',
    profile: profile(31_600, 84, 13, [66, 61], 13_900_000, ['园区', '沿江']),
  },
  baitang: {
    name: '白塘镇人民政府',
    shortName: '白塘镇',
    kind: 'town',
    divisionCode: '990101103',
    profile: profile(22_700, 121, 12, [58, 49], 9_700_000, ['农业大镇']),
  },
  sanxi: {
    name: '三溪乡人民政府',
    shortName: '三溪乡',
    kind: 'township',
    divisionCode: '990101201',
    profile: profile(11_800, 138, 9, [44, 36], 6_200_000, ['山区']),
  },
  yunling: {
    name: '云岭乡人民政府',
    shortName: '云岭乡',
    kind: 'township',
    divisionCode: '990101202',
    profile: profile(7_300, 212, 8, [40, 31], 5_400_000, ['边远', '山区', '林区']),
  },
  cangyan: {
    name: '苍岩彝族乡人民政府',
    shortName: '苍岩彝族乡',
    kind: 'ethnic_township',
    divisionCode: '990101203',
    profile: profile(9_600, 187, 7, [42, 33], 5_900_000, ['边远', '山区', '林区']),
  },
} as const satisfies Record<string, Township>;
export type TownshipKey = keyof typeof townships;

export const townshipKeys = Object.keys(townships) as TownshipKey[];
export const departmentKeys = Object.keys(departments) as DepartmentKey[];
export type BodyKey = 'county' | DepartmentKey | TownshipKey;
