import type { OrderPlan } from './stories/cast.ts';
import { accepting, deferring, recalled, recalling, returning, stating, suspending } from './stories/grant-story.ts';

/**
 * What the townships ordered, and what became of it, so that every state of a request and of a grant can be seen on the day of the demo.
 * Days are calendar days before that day; the paces of review and preparation are those of `request-story.ts` and `preparation-story.ts`.
 */
export const orders: readonly OrderPlan[] = [
  {
    township: 'heyang',
    daysAgo: 420,
    name: '第一批点单：城市管理',
    lines: [
      { code: 'CG-CF-003', cases: 60 },
      { code: 'CG-CF-005', cases: 25, then: [suspending(12)] },
      { code: 'CG-CF-007', cases: 40, then: [recalling(3)] },
      { code: 'MZ-JF-001', cases: 320 },
    ],
  },
  {
    township: 'qingshi',
    daysAgo: 419,
    name: '镇域治理急需事项',
    lines: [
      { code: 'NY-CF-001', cases: 18, need: '农房翻建高峰期，未批先建、少批多占发现容易处置难，移送后往往已经封顶。' },
      { code: 'NY-JC-002', cases: 90 },
      { code: 'CG-CF-019', cases: 45, then: [returning(150, 20, 'too_few_cases'), accepting(144)] },
      { code: 'LY-CF-003', cases: 8 },
    ],
  },
  {
    township: 'liuhe',
    daysAgo: 418,
    name: '沿江管护和园区安全',
    lines: [
      { code: 'SL-CF-002', cases: 12, then: [recalling(160), stating(156), recalled(149)] },
      { code: 'SL-JC-002', cases: 110, then: [recalling(10), stating(5)] },
      { code: 'YJ-JC-001', cases: 260, opinion: 'conditions' },
      { code: 'RS-QR-002', cases: 75 },
    ],
  },
  {
    township: 'xinqiao',
    daysAgo: 416,
    name: '新桥街道第一批',
    lines: [
      { code: 'CG-CF-025', cases: 30, conditions: { termMonths: 6, text: '限期六个月，期满评估后再定。' }, opinion: 'object' },
      { code: 'CG-CF-001', cases: 80, opinion: 'silence' },
      { code: 'SJ-QT-001', cases: 55 },
    ],
  },
  {
    township: 'baitang',
    daysAgo: 300,
    name: '农业执法事项',
    lines: [
      { code: 'NY-CF-005', cases: 10 },
      { code: 'NY-JC-001', cases: 40, sentBackFirst: true },
      { code: 'MZ-JF-002', cases: 36 },
    ],
  },
  {
    township: 'sanxi',
    daysAgo: 298,
    name: '林区管护',
    lines: [
      { code: 'LY-CF-011', cases: 9, opinion: 'conditions', legal: 'conditions', then: [returning(4, 30, 'too_few_people')] },
      { code: 'LY-JC-001', cases: 60, then: [returning(40, 20, 'lack_of_skill'), deferring(34, 50)] },
      { code: 'MZ-JF-003', cases: 48 },
    ],
  },
  {
    township: 'cangyan',
    daysAgo: 240,
    name: '边远山区便民事项',
    lines: [
      { code: 'LY-CF-004', cases: 6 },
      { code: 'LY-CF-006', cases: 2, end: 'rejected', opinion: 'object', alternative: 'LY-CF-009' },
      { code: 'TY-JF-001', cases: 14 },
    ],
  },
  {
    township: 'yunling',
    daysAgo: 190,
    name: '云岭乡林草事项',
    lines: [
      { code: 'LY-CF-010', cases: 5 },
      { code: 'NY-QT-002', cases: 20, end: 'withdrawn' },
    ],
  },
  {
    township: 'qingshi',
    daysAgo: 215,
    name: '以河道事项换林业事项',
    lines: [{ code: 'SL-CF-001', cases: 11, replaces: 'LY-CF-003', need: '辖区新增河段管护任务，林业案件极少，申请换权。' }],
  },
  {
    township: 'qingshi',
    daysAgo: 150,
    name: '第二批点单：安全和食品',
    lines: [
      { code: 'SJ-CF-001', cases: 22, opinion: 'object' },
      { code: 'SJ-JC-001', cases: 180 },
      { code: 'ZR-XK-002', cases: 65, legal: 'conditions' },
    ],
  },
  {
    township: 'heyang',
    daysAgo: 140,
    name: '消防通道整治',
    lines: [
      { code: 'XF-CF-002', cases: 40 },
      { code: 'XF-JC-001', cases: 210 },
    ],
  },
  {
    township: 'cangyan',
    daysAgo: 95,
    name: '森林防火',
    lines: [{ code: 'LY-CF-008', cases: 4, end: 'reconsidered', opinion: 'object', alternative: 'LY-JC-001' }],
  },
  { township: 'liuhe', daysAgo: 42, name: '涉农许可', lines: [{ code: 'NY-XK-003', cases: 30 }] },
  {
    township: 'heyang',
    daysAgo: 62,
    name: '第三批点单',
    lines: [
      { code: 'ZJ-QT-001', cases: 12, end: 'ready' },
      { code: 'RS-QR-002', cases: 70, end: 'started' },
      { code: 'ZJ-QR-001', cases: 95, end: 'ready' },
      { code: 'YB-JF-001', cases: 130, end: 'half_signed' },
    ],
  },
  {
    township: 'xinqiao',
    daysAgo: 58,
    name: '街面秩序',
    lines: [
      { code: 'CG-CF-002', cases: 15, end: 'half_signed' },
      { code: 'NY-CF-003', cases: 26, end: 'disputed' },
    ],
  },
  { township: 'yunling', daysAgo: 52, name: '救助事项', lines: [{ code: 'LY-CF-012', cases: 3, end: 'waived', opinion: 'conditions' }] },
  { township: 'xinqiao', daysAgo: 44, name: '园林绿化', lines: [{ code: 'CG-CF-006', cases: 35, end: 'county' }] },
  { township: 'baitang', daysAgo: 26, name: '渔业管理', lines: [{ code: 'NY-CF-014', cases: 7, opinion: 'silence', end: 'legal' }] },
  { township: 'sanxi', daysAgo: 16, name: '畜禽养殖', lines: [{ code: 'NY-CF-026', cases: 9, end: 'sent_back' }] },
  {
    township: 'liuhe',
    daysAgo: 15,
    name: '燃气安全',
    lines: [
      { code: 'ZJ-JC-002', cases: 85, end: 'legal' },
      { code: 'WJ-JC-001', cases: 70, end: 'county' },
    ],
  },
  {
    township: 'heyang',
    daysAgo: 9,
    name: '换权申请',
    lines: [
      {
        code: 'MZ-JC-001',
        cases: 24,
        replaces: 'CG-CF-003',
        need: '养老机构集中，户外广告违法明显减少，申请以养老机构检查换户外广告处罚。',
        end: 'legal',
      },
    ],
  },
  {
    township: 'qingshi',
    daysAgo: 6,
    name: '城郊结合部事项',
    lines: [
      { code: 'ZR-CF-002', cases: 20, end: 'department' },
      { code: 'ZR-JC-001', cases: 150, end: 'department' },
      { code: 'JT-CF-002', cases: 33, end: 'department' },
    ],
  },
  { township: 'xinqiao', daysAgo: 4, name: '排水管护', lines: [{ code: 'CG-CF-020', cases: 28, end: 'department' }] },
  { township: 'cangyan', daysAgo: 3, name: '古树名木保护', lines: [{ code: 'LY-CF-017', cases: 3, end: 'department' }] },
  {
    township: 'cangyan',
    daysAgo: 2,
    name: '下半年点单草稿',
    isDraft: true,
    lines: [
      { code: 'LY-CF-018', cases: 2 },
      { code: 'LY-XK-001', cases: 40 },
      { code: 'NY-QT-001', cases: 25 },
    ],
  },
  {
    township: 'heyang',
    daysAgo: 5,
    name: '备选事项',
    isDraft: true,
    lines: [
      { code: 'CG-CF-004', cases: 20 },
      { code: 'CG-CF-003', cases: 10 },
    ],
  },
  {
    township: 'qingshi',
    daysAgo: 260,
    name: '大气污染防治',
    lines: [
      { code: 'CG-CF-011', cases: 34 },
      { code: 'CG-CF-014', cases: 50 },
    ],
  },
  { township: 'heyang', daysAgo: 258, name: '噪声扰民', lines: [{ code: 'CG-CF-017', cases: 90 }] },
];
