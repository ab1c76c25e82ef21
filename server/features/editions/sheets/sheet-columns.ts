import type { ImportColumn } from '#server/spreadsheets/importing.ts';
import {
  categoryWords,
  difficultyWords,
  exclusionWords,
  liabilityWords,
  modeWords,
  originWords,
  releaseWords,
  returnableWords,
  typeWords,
  type SheetWords,
} from './sheet-words.ts';

const firsts = <T extends string>(words: SheetWords<T>, without: readonly T[] = []): string[] =>
  (Object.keys(words) as T[]).filter((word) => !without.includes(word)).map((word) => words[word][0]);

const column = (
  key: string,
  title: string,
  synonyms: readonly string[],
  explanation: string,
  example: string,
  more: Partial<ImportColumn> = {},
): ImportColumn => ({ key, title, synonyms, explanation, example, isRequired: false, ...more });
const flag = (key: string, title: string, explanation: string): ImportColumn =>
  column(key, title, [], explanation, '是', { choices: ['是', '否'], width: 10 });

/** A row is a power with its terms. Keys are also read as headers, so that a file of the portal's own words is understood. */
export const menuColumns: readonly ImportColumn[] = [
  column(
    'code',
    '编码',
    ['事项编码', '权力编码', '职权编码', '权责编码', '基本编码'],
    '事项的固定编号，定下后不再改变：大写字母、数字、短横线，2至40位。',
    'CG-CF-001',
    {
      isRequired: true,
      width: 16,
    },
  ),
  column(
    'name',
    '事项名称',
    ['名称', '权力名称', '权力事项', '职权名称', '行政权力事项', '赋权事项', '赋权事项名称', '权力事项名称'],
    '完整名称，最多300字。',
    '对占用城市道路的行政处罚',
    {
      isRequired: true,
      width: 50,
    },
  ),
  column('statutoryType', '权力类型', ['statutory_type', '类型', '职权类型', '权力类别', '事项类型'], '法定的权力类型。', '行政处罚', {
    isRequired: true,
    choices: firsts(typeWords),
    width: 14,
  }),
  column(
    'department',
    '主管部门',
    ['county_department', '县级主管部门', '实施部门', '实施主体', '原实施主体', '责任部门', '所属部门', '部门'],
    '县里的主管部门，写全称或简称；必须已在“机构”中登记。',
    '县综合行政执法局',
    {
      isRequired: true,
      width: 24,
    },
  ),
  column('category', '类别', ['事项类别'], '不填时按权力类型归类。', '综合执法', { choices: firsts(categoryWords), width: 12 }),
  column('field', '领域', ['domain', '行业领域', '所属领域', '行业'], '例如：城市管理；最多20字。不填时取主管部门的名称。', '城市管理', {
    width: 12,
  }),
  column(
    'carrier',
    '赋权方式',
    ['delegation_mode', '下放方式', '承接方式', '行使方式', '赋权形式', '放权方式'],
    '直接下放、委托、下放实质性审核权、服务窗口前移；“随处罚权一并行使”记为直接下放并与本部门的处罚配套。不填时事项只登记，不列入菜单。',
    '直接下放',
    {
      choices: firsts(modeWords, ['by_law', 'stays', 'not_listed']),
      width: 18,
    },
  ),
  column('release', '事项性质', ['通用或自选'], '自选由乡镇点单；通用由县里一次赋予同类的每个乡镇。', '自选', {
    choices: firsts(releaseWords),
    width: 10,
  }),
  column(
    'bases',
    '法律依据',
    ['legal_basis', '依据', '设定依据', '实施依据', '法定依据', '法律法规依据'],
    '《法律名称》（版本日期）第几条；多条依据用分号或换行分开。没有写版本日期的，取“法律法规”中现行的版本。',
    '《中华人民共和国城乡规划法》（2019-04-23）第六十四条；《城市道路管理条例》（2019-03-24）第四十二条',
    { width: 50 },
  ),
  column('statuteVersion', '依据版本日期', ['statute_version', '版本日期', '法律版本'], '本行各条依据共同的版本日期。', '2019-04-23', {
    isForeign: true,
  }),
  column('statuteStatus', '依据现状', ['statute_status', '依据状态', '法律现状'], '依据是否已被修改或取代。', '', { isForeign: true }),
  column(
    'scopeNote',
    '赋权范围',
    ['scope_note', '权限范围', '范围', '赋权范围说明', '备注', '说明'],
    '只下放一部分时写明范围；最多500字。',
    '限建成区以外的道路',
    { width: 40 },
  ),
  column('carveOuts', '不下放的部分', ['除外', '除外部分'], '一行一项，理由写在破折号后。', '吊销许可证件——由颁发许可证件的部门决定', {
    width: 30,
  }),
  column('difficulty', '难度', ['办理难度'], '易、中、难。', '易', { choices: firsts(difficultyWords), width: 8 }),
  column('liability', '责任风险', ['风险', '风险等级'], '低、中、高。', '中', { choices: firsts(liabilityWords), width: 10 }),
  column('kinds', '面向的乡镇类型', ['适用类型', '适用范围'], '乡、民族乡、镇、街道，用顿号分开；不填表示所有类型。', '镇、乡', {
    width: 16,
  }),
  column('tags', '需要的标签', ['乡镇标签'], '具备其中一个即可，用顿号分开；不填表示不限。', '城郊、园区', { width: 16 }),
  column('residents', '常住人口至少', [], '人数；不填表示不限。', '20000', { width: 12 }),
  column('areaSquareMetres', '辖区面积至少（平方米）', [], '平方米；不填表示不限。', '', { width: 14 }),
  column('communities', '村和社区至少', [], '个数；不填表示不限。', '', { width: 12 }),
  column('staffQuota', '编制至少', [], '人数；不填表示不限。', '', { width: 10 }),
  column('staffPresent', '在岗人员至少', [], '人数；不填表示不限。', '40', { width: 12 }),
  column('certifiedOfficers', '持证人员至少', [], '人数；不填表示不限。', '2', { width: 12 }),
  column('budgetYuanPerYear', '年度预算至少（元）', [], '元；不填表示不限。', '', { width: 14 }),
  column(
    'prerequisites',
    '承接条件',
    ['承接要求'],
    '一行一项：“持证人员：证书名称 2人”“在岗人员 5人”“场所：要求”“装备：要求”“制度流程：要求”；明确没有的写“不设”。',
    '持证人员：行政执法证 2人',
    { width: 36 },
  ),
  column(
    'resources',
    '县级配套',
    ['配套资源', '资源配套', '县级资源'],
    '一行一项：“种类 数量单位｜提供的机构｜几个工作日｜说明”；种类为编制岗位、经费、装备、系统账号、业务支持；明确没有的写“不设”。',
    '装备 2件｜县综合行政执法局｜30个工作日｜执法记录仪',
    { width: 50 },
  ),
  column(
    'departmentDuty',
    '主管部门的责任',
    ['部门责任', '县级部门责任'],
    '最多1000字；与乡镇的责任要么都写，要么都不写。',
    '负责业务指导、培训和执法监督',
    { width: 40 },
  ),
  column(
    'townshipDuty',
    '乡镇的责任',
    ['乡镇责任', '乡镇（街道）的责任', '乡镇（街道）责任'],
    '最多1000字。',
    '负责日常巡查、立案、调查和处罚',
    { width: 40 },
  ),
  flag('isFrequent', '高频', '这类事经常发生吗？四项判断要么都写，要么都不写。'),
  flag('isEasyToSpot', '易发现', '基层容易发现吗？'),
  flag('canBeTakenOn', '接得住', '乡镇接得住吗？'),
  flag('canBeManaged', '管得好', '乡镇管得好吗？'),
  column('exclusions', '不宜下放的情形', ['不宜情形'], '过于专业、不常用、不便集中行使，用顿号分开；没有则不填。', '', {
    choices: firsts(exclusionWords),
    width: 18,
  }),
  column('exclusionReason', '为什么仍列入', ['仍列入的理由'], '有不宜下放的情形时必须写明，最多500字。', '', { width: 30 }),
  column('trialMonths', '试运行（月）', ['试运行', '试运行月数', '试行期'], '0至36；0表示不设试运行。', '6', { width: 12 }),
  column('termMonths', '期限（月）', ['期限', '赋权期限', '期限月数'], '1至240，或“长期”。', '长期', { width: 12 }),
  column('startRule', '何时生效', ['生效方式', '生效时间'], '“签署即生效”、一个日期，或“印发后30天”。', '签署即生效', { width: 16 }),
  column('isReturnable', '能否退回', ['可退', '是否可退'], '可退或不可退；不可退的须写明依据。', '可退', {
    choices: firsts(returnableWords),
    width: 10,
  }),
  column('notReturnableBasis', '不可退回的依据', ['不可退依据'], '最多300字。', '', { width: 30 }),
  column('companions', '需要一并行使的事项', ['配套事项', '一并行使的事项'], '事项编码，用顿号分开；最多10项。', 'CG-JC-001', {
    width: 20,
  }),
  column('exclusiveWith', '不能同时持有的事项', ['互斥事项'], '事项编码，用顿号分开；最多10项。', '', { width: 20 }),
  column('limitsPersonalFreedom', '限制人身自由', [], '限制人身自由的权力不能列入菜单（行政处罚法第十八条）。', '否', {
    choices: ['是', '否'],
    width: 12,
  }),
  column('cameDownFrom', '上级下放', ['上级下放来源'], '由省级或市级下放到县的，不能再往下放；县本级的不填。', '', {
    choices: firsts(originWords),
    width: 12,
  }),
  column('cameDownBasis', '上级下放的依据', [], '上级下放的决定。', '', { width: 24 }),
];

/** Columns that counties' lists often have and the menu has no place for: named once, without a question to the sender. */
export const menuPlaceless = ['source', '来源', '数据来源', '序号'];

export const titleOf = (key: string): string => menuColumns.find((one) => one.key === key)?.title ?? key;
