import type { z } from 'zod';
import type { RegisterRow } from '#contract/register.ts';
import type { Carrier, GrantState, StatutoryType } from '#server/domain/values/words.ts';
import { withGuard } from '#server/spreadsheets/formula-guard.ts';

type Row = z.infer<typeof RegisterRow>;

// A file has no client to put codes into words, and its readers are citizens of the county.
const types = {
  licensing: '行政许可',
  penalty: '行政处罚',
  compulsion: '行政强制',
  levy: '行政征收',
  benefit: '行政给付',
  inspection: '行政检查',
  confirmation: '行政确认',
  reward: '行政奖励',
  adjudication: '行政裁决',
  other: '其他',
} as const satisfies Record<StatutoryType, string>;
const carriers = {
  transfer: '直接下放',
  entrustment: '委托',
  substantive_review: '下放实质性审核权',
  service_window: '服务窗口前移',
} as const satisfies Record<Carrier, string>;
const states = { scheduled: '待生效', trial: '试运行', active: '正式运行', suspended: '暂停', ended: '已终止' } as const satisfies Record<
  GrantState,
  string
>;

// As of the day asked about, which stands in the row: it may have been reviewed since.
const flags = { amended: '依据已修改，待复核', repealed: '依据已废止，待复核' } as const satisfies Record<
  NonNullable<Row['lawFlag']>,
  string
>;

function cell(value: string): string {
  const safe = withGuard(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvLine = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`;

/** The byte order mark makes spreadsheets read UTF-8. */
export const header = `\uFEFF${csvLine(['查询日期', '权力编码', '权力名称', '权力类型', '乡镇（街道）', '行使主体', '主管部门', '赋权方式', '状态', '起始日期', '文号', '法律变动'])}`;

export function lineOf(row: Row, on: string): string {
  const holderName = row.holder === 'township' ? row.townshipName : row.departmentName;
  return csvLine([
    ...[on, row.code, row.powerName, types[row.statutoryType], row.townshipName, holderName, row.departmentName],
    ...[carriers[row.carrier], states[row.state], row.sinceOn, row.documentNumber, row.lawFlag === null ? '' : flags[row.lawFlag]],
  ]);
}

export const cutNote = (rows: number): string => `仅列出前${String(rows)}行，请缩小查询范围`;
