import type { Category, Exclusion, StatutoryType, TownshipKind } from '#server/domain/values/words.ts';
import type { ItemTerms } from '../queries.ts';
import type { PowerRow } from '#server/features/powers/index.ts';

/** The words of a sheet for each word of the portal: the first is what is written, all are read. */
export type SheetWords<T extends string> = Readonly<Record<T, readonly [string, ...string[]]>>;

export const typeWords: SheetWords<StatutoryType> = {
  licensing: ['行政许可', '许可', '审批', '行政审批'],
  penalty: ['行政处罚', '处罚'],
  compulsion: ['行政强制', '强制', '行政强制措施', '强制措施'],
  levy: ['行政征收', '征收'],
  benefit: ['行政给付', '给付'],
  inspection: ['行政检查', '检查', '监督检查'],
  confirmation: ['行政确认', '确认'],
  reward: ['行政奖励', '奖励'],
  adjudication: ['行政裁决', '裁决'],
  other: ['其他行政权力', '其他', '其它', '其他权力', '其它行政权力', '其他类'],
};

export const categoryWords: SheetWords<Category> = {
  approval_service: ['审批服务', '审批服务类', '服务'],
  enforcement: ['综合执法', '执法', '综合执法类', '行政执法'],
  public_management: ['公共管理', '管理', '公共管理类'],
};

/** What a mode of passing down means for the menu: a carrier, or that the power stays where it is. */
export type Mode = ItemTerms['carrier'] | 'with_penalty' | 'by_law' | 'stays' | 'not_listed';
export const modeWords: SheetWords<Mode> = {
  transfer: ['直接下放', '下放', '赋权', '直接赋权', '下放赋权', '承接', '直接承接'],
  entrustment: ['委托', '委托下放', '委托行使', '委托实施', '委托赋权', '行政委托'],
  substantive_review: ['下放实质性审核权', '实质性审核', '下放审核权', '下放实质性审核', '审核权下放'],
  service_window: ['服务窗口前移', '窗口前移', '服务前移', '服务下沉', '窗口下沉', '代办'],
  with_penalty: ['随处罚权一并行使', '随处罚权行使', '随处罚权', '一并行使', '随行政处罚权一并行使'],
  by_law: ['法定职权', '法定', '乡镇法定职权', '法定职责'],
  stays: ['不得下放', '不下放', '不可下放', '禁止下放', '保留'],
  not_listed: ['不列入菜单', '不列入', '暂不下放', '无'],
};

export const releaseWords: SheetWords<ItemTerms['release']> = {
  optional: ['自选', '自选事项', '可选'],
  common: ['通用', '通用事项', '统一', '普遍'],
};
export const difficultyWords: SheetWords<ItemTerms['difficulty']> = {
  easy: ['易', '容易', '简单', '低'],
  medium: ['中', '中等', '一般', '较难'],
  hard: ['难', '困难', '复杂', '高'],
};
export const liabilityWords: SheetWords<ItemTerms['liability']> = {
  low: ['低', '低风险', '小'],
  medium: ['中', '中风险', '一般'],
  high: ['高', '高风险', '大'],
};
export const kindWords: SheetWords<TownshipKind> = {
  township: ['乡'],
  ethnic_township: ['民族乡'],
  town: ['镇', '建制镇'],
  subdistrict: ['街道', '街道办事处', '街道办'],
};
export const exclusionWords: SheetWords<Exclusion> = {
  too_specialised: ['过于专业', '专业性强', '专业性过强'],
  rarely_used: ['不常用', '不常发生', '很少使用'],
  unfit_for_concentration: ['不便集中行使', '不宜集中行使', '不便集中'],
};
export const returnableWords: SheetWords<'yes' | 'no'> = {
  yes: ['可退', '可以', '可退回', '是', '能'],
  no: ['不可退', '不可以', '不可退回', '否', '不能'],
};
export const originWords: SheetWords<NonNullable<PowerRow['cameDownFrom']>> = {
  province: ['省级下放', '省', '省级', '省下放'],
  city: ['市级下放', '市', '市级', '市下放'],
};
export const subjectWords: SheetWords<'premises' | 'equipment' | 'procedure'> = {
  premises: ['场所', '场地', '办公场所'],
  equipment: ['装备', '设备'],
  procedure: ['制度流程', '制度', '流程'],
};
export const resourceWords: SheetWords<ItemTerms['resources'][number]['kind']> = {
  posts: ['编制岗位', '编制', '岗位', '人员编制'],
  funds: ['经费', '资金'],
  equipment: ['装备', '设备'],
  accounts: ['系统账号', '账号', '系统权限'],
  support: ['业务支持', '业务指导', '支持'],
};
export const unitWords: SheetWords<ItemTerms['resources'][number]['unit']> = {
  persons: ['人', '名'],
  yuan_per_year: ['元/年', '元每年', '元／年'],
  yuan: ['元'],
  pieces: ['件', '台', '套', '辆', '个'],
  accounts: ['个账号', '账号'],
  days_per_year: ['天/年', '天每年', '天／年', '日/年'],
};

export const written = <T extends string>(words: SheetWords<T>, word: T): string => words[word][0];

/** RULES.md 2.22: licences, benefits and confirmations are services; penalties, compulsion and inspections enforcement. */
export const categoryOf = (type: StatutoryType): Category =>
  ['licensing', 'benefit', 'confirmation'].includes(type)
    ? 'approval_service'
    : ['penalty', 'compulsion', 'inspection'].includes(type)
      ? 'enforcement'
      : 'public_management';
