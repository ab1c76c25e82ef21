import type { ImportColumn } from '#server/spreadsheets/importing.ts';
import type { DutyFields } from '../store.ts';

const optional = { isRequired: false } as const;

export const dutyColumns: readonly ImportColumn[] = [
  {
    ...optional,
    key: 'list',
    title: '清单',
    synonyms: ['清单类型', '清单类别', '清单名称', '所属清单', '履职类型'],
    explanation: '基本履职、配合履职或上级部门收回；每张工作表一个清单的，也可以写在表名里',
    example: '基本履职',
    choices: ['基本履职', '配合履职', '上级部门收回'],
    width: 16,
  },
  {
    ...optional,
    key: 'township',
    title: '乡镇（街道）',
    synonyms: ['乡镇', '街道', '所属乡镇', '适用乡镇', '单位'],
    explanation: '只适用于一个乡镇的填写；全县相同的不填',
    example: '',
    width: 20,
  },
  {
    key: 'name',
    title: '事项名称',
    synonyms: ['履职事项', '履职事项名称', '事项', '名称', '具体事项', '收回事项', '配合事项', '职责事项', '收回事项名称'],
    isRequired: true,
    explanation: '清单上的名称',
    example: '对占用道路经营行为的行政处罚',
    width: 44,
  },
  {
    ...optional,
    key: 'field',
    title: '领域',
    synonyms: ['类别', '事项类别', '所属领域', '分类', '职责类别', '工作领域'],
    explanation: '例如综合行政执法、民生服务',
    example: '综合行政执法',
  },
  {
    ...optional,
    key: 'department',
    title: '上级部门',
    synonyms: [
      '牵头部门',
      '对应上级部门',
      '收回部门',
      '承接部门',
      '责任部门',
      '主管部门',
      '配合的上级部门',
      '对应部门',
      '承接部门及工作方式',
      '县级部门',
    ],
    explanation: '牵头的部门，或收回后承担的部门；照清单原文填写',
    example: '县综合行政执法局',
    width: 26,
  },
  {
    ...optional,
    key: 'note',
    title: '备注',
    synonyms: ['说明', '工作方式', '配合职责', '乡镇配合职责', '乡镇(街道)配合职责', '履职内容', '承接方式', '具体内容'],
    explanation: '配合的内容、收回后的工作方式',
    example: '',
    width: 36,
  },
  {
    ...optional,
    key: 'powerCode',
    title: '对应县级事项编码',
    synonyms: ['事项编码', '编码', '县级事项编码', '对应事项编码', '权力事项编码'],
    explanation: '这一条说的是本县哪项权力；不填时按相同名称对应',
    example: 'CG-CF-001',
    width: 18,
  },
];
export const placelessDutyColumns = ['序号', '编号', '法律依据', '依据'] as const;

export const listWords = {
  basic: ['基本履职', '基本履职事项', '基本履职事项清单', '基本', '基本履职清单'],
  supporting: ['配合履职', '配合履职事项', '配合履职事项清单', '配合', '配合履职清单'],
  taken_back: ['上级部门收回', '上级部门收回事项', '上级部门收回事项清单', '收回', '收回事项', '上级收回', '收回清单', '收回事项清单'],
} as const satisfies Record<DutyFields['list'], readonly string[]>;

/** A line of a list as its row of the sheet; reading it again gives the same line. */
export const cellsOfDuty = (
  fields: DutyFields,
  { townshipName, powerCode }: { readonly townshipName: string; readonly powerCode: string },
) => ({
  list: listWords[fields.list][0],
  township: townshipName,
  name: fields.name,
  field: fields.field,
  department: fields.department,
  note: fields.note,
  powerCode,
});
