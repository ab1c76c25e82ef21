import { areaUnits, moneyUnits, writeAmount } from '#server/spreadsheets/amounts.ts';
import type { TownshipKind } from '#server/domain/values/words.ts';
import type { OrganisationRow } from '../queries.ts';

/** What a sheet can say of an organisation. */
export type OrganisationFields = Omit<OrganisationRow, 'id' | 'version' | 'createdAt'>;

export const townshipKindWords = {
  town: ['镇', '建制镇'],
  township: ['乡', '苏木'],
  ethnic_township: ['民族乡', '民族苏木'],
  subdistrict: ['街道', '街道办事处', '街道办'],
} as const satisfies Record<TownshipKind, readonly string[]>;
export const bodyKindWords = {
  ...townshipKindWords,
  department: ['县级部门', '部门', '县直部门', '区级部门', '县(市、区)级部门', '工作部门', '县直单位'],
  county: ['县级', '县', '市辖区', '县(市、区)', '县级市'],
  other: ['其他', '其它', '类乡级单位'],
} as const;
export const levelWords = {
  county: ['县级', '县'],
  township: ['乡级', '乡', '乡镇级', '乡镇'],
  community: ['村级', '村', '社区'],
} as const;
export const dutyWords = {
  legal: ['法制审核', '法制', '司法行政', '合法性审查'],
  establishment: ['机构编制', '编制', '编办'],
  finance: ['财政', '经费'],
  supervision: ['监督', '督查', '行政监督'],
  training: ['培训', '教育培训'],
  none: ['无', '—', '-', '/'],
} as const;
export const systemWords = {
  county: ['县级', '县属', '县管', '属地管理'],
  vertical: ['垂直', '垂直管理', '垂管', '省垂直管理', '国家垂直管理'],
  city: ['市级派出', '市级派出机构', '市派出', '市垂直管理', '市级分局', '派驻'],
} as const;
export const stateWords = { active: ['在用', '启用', '正常', '存续'], closed: ['停用', '撤销', '已撤销', '已停用', '注销'] } as const;

const amount = (value: number, unit: readonly [bigint, bigint] | undefined): string => (unit ? writeAmount(value, unit) : String(value));
const first = (words: readonly string[] | undefined): string => words?.[0] ?? '';

/** An organisation as its row of the sheet; reading it again gives the same organisation. */
export function cellsOfOrganisation(fields: OrganisationFields): Record<string, string> {
  const { kind, profile, townshipKind, duty } = fields;
  const figures = profile
    ? {
        residents: String(profile.residents),
        area: amount(profile.areaSquareMetres, areaUnits['平方公里']),
        communities: String(profile.communities),
        staffQuota: String(profile.staffQuota),
        staffPresent: String(profile.staffPresent),
        budget: amount(profile.budgetYuanPerYear, moneyUnits['万元']),
        tags: profile.tags.join('、'),
      }
    : { residents: '', area: '', communities: '', staffQuota: '', staffPresent: '', budget: '', tags: '' };
  return {
    kind: kind === 'township' && townshipKind ? first(townshipKindWords[townshipKind]) : first(bodyKindWords.department),
    name: fields.name,
    shortName: fields.shortName,
    divisionCode: fields.divisionCode ?? '',
    ...figures,
    duty: duty === null ? '' : first(dutyWords[duty]),
    system: kind === 'department' ? first(systemWords[fields.system]) : '',
    systemBasis: fields.systemBasis ?? '',
    contactPhone: fields.contactPhone,
    complaintPhone: fields.complaintPhone,
    address: fields.address,
    state: first(fields.isActive ? stateWords.active : stateWords.closed),
  };
}
