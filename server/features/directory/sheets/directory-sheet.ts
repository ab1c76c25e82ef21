import { writeCitation } from '#server/domain/law/legal-citations.ts';
import type { StatutoryType } from '#server/domain/values/words.ts';
import type { ImportColumn } from '#server/spreadsheets/importing.ts';
import type { EntryFields } from '../store.ts';

const optional = { isRequired: false } as const;

export const directoryColumns: readonly ImportColumn[] = [
  {
    key: 'code',
    title: '目录编码',
    synonyms: ['编码', '事项编码', '基本编码', '省级编码', '目录序号', '事项代码', '职权编码', 'code'],
    isRequired: true,
    explanation: '省级指导目录中的编码，字母、数字和短横线',
    example: 'S-0101',
    width: 16,
  },
  {
    key: 'name',
    title: '事项名称',
    synonyms: ['名称', '权力名称', '赋权事项', '事项', '权力事项', '职权名称', '行政权力名称', 'name'],
    isRequired: true,
    explanation: '目录上的名称',
    example: '对占用道路经营行为的行政处罚',
    width: 40,
  },
  {
    ...optional,
    key: 'statutoryType',
    title: '事项类型',
    synonyms: ['权力类型', '职权类型', '权力类别', '行政权力类型', '类型', '事项类别', 'statutory_type'],
    explanation: '不填时按名称的结尾判断',
    example: '行政处罚',
    choices: ['行政许可', '行政处罚', '行政强制', '行政征收', '行政给付', '行政检查', '行政确认', '行政奖励', '行政裁决', '其他行政权力'],
    width: 14,
  },
  {
    ...optional,
    key: 'field',
    title: '领域',
    synonyms: ['行业领域', '所属领域', '行业', '条线', '领域类别', 'domain'],
    explanation: '例如城市管理、农业农村',
    example: '城市管理',
  },
  {
    ...optional,
    key: 'bases',
    title: '设定依据',
    synonyms: ['法律依据', '实施依据', '依据', '职权依据', '处罚依据', '法定依据', 'legal_basis'],
    explanation: '《法名》（版本日期）第×条；多条用分号隔开',
    example: '《中华人民共和国城乡规划法》（2019-04-23）第六十四条',
    width: 44,
  },
  {
    ...optional,
    key: 'scopeNote',
    title: '权限范围',
    synonyms: ['范围说明', '赋权范围', '限定说明', '备注', '说明', 'scope_note'],
    explanation: '下放到什么程度，例如吊销许可证件除外',
    example: '',
    width: 28,
  },
  {
    ...optional,
    key: 'decision',
    title: '公布文件',
    synonyms: ['目录文件', '省级决定', '公布依据', '文件名称', '目录名称', '印发文件'],
    explanation: '公布目录的省级文件（行政处罚法第二十四条）；全表相同的每行都填',
    example: '某省人民政府关于公布乡镇街道赋权指导目录的决定',
    width: 36,
  },
  {
    ...optional,
    key: 'decidedOn',
    title: '公布日期',
    synonyms: ['印发日期', '决定日期', '发布日期', '公布时间', '发文日期'],
    explanation: '文件公布的日期',
    example: '2024-03-01',
  },
  {
    ...optional,
    key: 'endedOn',
    title: '退出日期',
    synonyms: ['移出日期', '废止日期', '调出日期', '失效日期'],
    explanation: '从这一天起目录不再列有；仍在目录的不填',
    example: '',
  },
  {
    ...optional,
    key: 'powerCode',
    title: '对应县级事项编码',
    synonyms: ['县级事项编码', '本县事项编码', '对应事项编码', '对应编码'],
    explanation: '这一条说的是本县哪项权力；不填时按相同编码、相同名称对应',
    example: 'CG-CF-001',
    width: 18,
  },
];
export const placelessDirectoryColumns = [
  '序号',
  '县级主管部门',
  '主管部门',
  '责任部门',
  '原实施主体',
  '实施主体',
  '承接主体',
  '赋权对象',
] as const;

/** The words of sheets for each type; the first is what is written. */
export const typeWords = {
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
} as const satisfies Record<StatutoryType, readonly string[]>;

export const writeBases = (bases: EntryFields['bases']): string => bases.map(writeCitation).join('；');

/** An entry as its row of the sheet; reading it again gives the same entry. */
export const cellsOfEntry = (fields: EntryFields, powerCode: string): Record<string, string> => ({
  code: fields.code,
  name: fields.name,
  statutoryType: typeWords[fields.statutoryType][0],
  field: fields.field,
  bases: writeBases(fields.bases),
  scopeNote: fields.scopeNote,
  decision: fields.decision,
  decidedOn: fields.decidedOn,
  endedOn: fields.endedOn ?? '',
  powerCode,
});
