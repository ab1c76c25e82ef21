import type { PublicWords } from '../../word-lists.ts';

/** Labels that the register shows. */
export const words: PublicWords = {
  carrier: { transfer: '直接下放', entrustment: '委托', substantive_review: '下放实质性审核权', service_window: '服务窗口前移' },
  statutoryType: {
    licensing: '行政许可',
    penalty: '行政处罚',
    compulsion: '行政强制',
    levy: '行政征收',
    benefit: '行政给付',
    inspection: '行政检查',
    confirmation: '行政确认',
    reward: '行政奖励',
    adjudication: '行政裁决',
    other: '其他权力',
  },
  townshipKind: { township: '乡', ethnic_township: '民族乡', town: '镇', subdistrict: '街道' },
  endKind: { returned: '已退权', swapped: '已换权', recalled: '已收回', expired: '已到期' },
  grantState: { scheduled: '待生效', trial: '试运行', active: '正式运行', suspended: '已中止', ended: '已终止' },
  actor: { township: '乡镇', department: '主管部门' },
};
