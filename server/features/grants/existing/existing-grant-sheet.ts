import { FOREVER, dayOf } from '#server/domain/time/time.ts';
import type { Carrier } from '#server/domain/values/words.ts';
import type { ImportColumn } from '#server/spreadsheets/importing.ts';

const optional = { isRequired: false } as const;

export const existingGrantColumns: readonly ImportColumn[] = [
  {
    ...optional,
    key: 'powerCode',
    title: '事项编码',
    synonyms: ['编码', '事项代码', '权力编码', '权力事项编码', '职权编码'],
    explanation: '权力事项的编码；不填时按名称找，名称必须完全一致',
    example: 'CG-CF-001',
    width: 16,
  },
  {
    ...optional,
    key: 'powerName',
    title: '事项名称',
    synonyms: ['权力事项', '权力名称', '事项', '赋权事项', '赋权事项名称', '权力事项名称', '委托事项', '职权名称'],
    explanation: '与编码对应的名称',
    example: '对占用道路经营行为的行政处罚',
    width: 36,
  },
  {
    key: 'township',
    title: '承接乡镇（街道）',
    synonyms: ['乡镇(街道)', '乡镇', '街道', '承接单位', '承接主体', '承接乡镇', '受委托单位', '受委托机关', '赋权乡镇', '所属乡镇'],
    isRequired: true,
    explanation: '行使这项权力的乡镇（街道），每个乡镇一行',
    example: '青石镇',
    width: 20,
  },
  {
    ...optional,
    key: 'carrier',
    title: '赋权方式',
    synonyms: ['下放方式', '放权方式', '承接方式', '授权方式', '行使方式', '赋权形式'],
    explanation: '不填按现行菜单上的方式',
    example: '直接下放',
    choices: ['直接下放', '委托', '下放实质性审核权', '服务窗口前移'],
    width: 18,
  },
  {
    key: 'from',
    title: '起始日期',
    synonyms: ['生效日期', '生效时间', '开始日期', '赋权日期', '赋权时间', '下放时间', '起始时间', '承接时间', '行使起始日期', '承接日期'],
    isRequired: true,
    explanation: '乡镇行使的第一天，不能晚于今天',
    example: '2023-07-01',
  },
  {
    ...optional,
    key: 'until',
    title: '终止日期',
    synonyms: ['截止日期', '到期日期', '有效期至', '结束日期', '终止时间', '期限至', '到期时间'],
    explanation: '乡镇行使的最后一天；没有期限的不填',
    example: '2028-06-30',
  },
  {
    key: 'documentNumber',
    title: '文号',
    synonyms: ['发文字号', '文件号', '文件文号', '依据文号', '文件编号', '委托书编号', '协议编号', '赋权文件', '文书编号'],
    isRequired: true,
    explanation: '赋权文件、委托书或协议的编号；一份文件可以赋予多项、多个乡镇',
    example: '青禾府发〔2023〕9号',
    width: 22,
  },
  {
    key: 'issuedOn',
    title: '印发日期',
    synonyms: ['发文日期', '签订日期', '成文日期', '发文时间', '印发时间', '签订时间', '文件日期', '签署日期'],
    isRequired: true,
    explanation: '文件印发或协议签订的日期',
    example: '2023-06-20',
  },
  {
    ...optional,
    key: 'trialUntil',
    title: '试运行截止',
    synonyms: ['试运行至', '试行至', '试行期至', '试运行截止日期', '试用期至', '试运行期'],
    explanation: '试运行的最后一天；没有试运行的不填',
    example: '',
  },
  {
    ...optional,
    key: 'department',
    title: '县级主管部门',
    synonyms: ['主管部门', '县级部门', '部门', '委托机关', '委托单位', '下放部门', '赋权部门', '责任部门', '业务主管部门'],
    explanation: '只用来核对；以权力事项登记的部门为准',
    example: '青禾县综合行政执法局',
    width: 24,
  },
];
export const placelessGrantColumns = ['序号', '编号', '备注', '权力类型', '职权类型', '事项类型', '设定依据', '法律依据', '来源'] as const;

/** The words of sheets for each carrier; the first is what is written. */
export const carrierWords = {
  transfer: ['直接下放', '下放', '赋权', '直接赋权', '下放赋权', '直接承接', '授权', '直接行使'],
  entrustment: ['委托', '委托下放', '委托行使', '委托实施', '委托赋权', '行政委托', '委托执法', '委托办理'],
  substantive_review: ['下放实质性审核权', '实质性审核', '下放审核权', '下放实质性审核', '审核权下放'],
  service_window: ['服务窗口前移', '窗口前移', '服务前移', '服务下沉', '窗口下沉', '代办'],
} as const satisfies Record<Carrier, readonly string[]>;

/** A grant that is there, by whatever way it came. */
export interface KnownGrant {
  readonly grantId: string;
  readonly powerId: string;
  readonly townshipId: string;
  readonly carrier: Carrier;
  readonly documentNumber: string;
  readonly issuedAt: number;
  readonly fromAt: number;
  readonly toAt: number;
  readonly trialEndsAt: number | null;
}

/** The last day of a stretch that ends at an instant; none of one without an end. */
export const lastDayOf = (toAt: number | null): string => (toAt === null || toAt >= FOREVER ? '' : dayOf(toAt - 1));

/** What a grant's own cells are compared by. */
export const cellsOfGrant = (grant: Pick<KnownGrant, 'carrier' | 'documentNumber' | 'issuedAt' | 'fromAt' | 'toAt' | 'trialEndsAt'>) => ({
  carrier: carrierWords[grant.carrier][0],
  from: dayOf(grant.fromAt),
  until: lastDayOf(grant.toAt),
  documentNumber: grant.documentNumber,
  issuedOn: dayOf(grant.issuedAt),
  trialUntil: lastDayOf(grant.trialEndsAt),
});
