import type { RosterTownship } from './roster-sheet.ts';
import type { ImportColumn } from '#server/spreadsheets/importing.ts';

const optional = { isRequired: false } as const;

export const resultColumns: readonly ImportColumn[] = [
  {
    ...optional,
    key: 'course',
    title: '课程',
    synonyms: ['课程名称', '培训课程', '培训内容', '培训项目'],
    explanation: '课程名称；导入到某一期培训班时可以不填',
    example: '行政处罚实务',
    width: 20,
  },
  {
    ...optional,
    key: 'session',
    title: '培训班',
    synonyms: ['班次', '期次', '培训班名称', '培训期次', '培训班次'],
    explanation: '培训班的名称；同一课程有多期时填写',
    example: '行政处罚实务第一期',
    width: 22,
  },
  {
    ...optional,
    key: 'heldOn',
    title: '考核日期',
    synonyms: ['考试日期', '考试时间', '考核时间', '培训日期', '培训时间', '结业日期'],
    explanation: '合格证书从这一天起算；不填按培训班最后一天',
    example: '2026-03-06',
  },
  {
    ...optional,
    key: 'township',
    title: '乡镇（街道）',
    synonyms: ['乡镇', '街道', '所属乡镇', '单位', '工作单位', '所在单位', '单位名称', '所属单位', '参训单位'],
    explanation: '参训人员所在乡镇；同名的人必须填写',
    example: '青石镇',
    width: 20,
  },
  {
    key: 'name',
    title: '姓名',
    synonyms: ['学员姓名', '参训人员', '人员姓名', '学员'],
    isRequired: true,
    explanation: '已报名这一期的人员',
    example: '周明远',
  },
  {
    key: 'result',
    title: '结果',
    synonyms: ['考核结果', '考试结果', '培训结果', '是否合格', '是否通过', '考核情况', '结论', '考核结论'],
    isRequired: true,
    explanation: '合格、不合格或缺考；还没有结果的留空',
    example: '合格',
    choices: ['合格', '不合格', '缺考'],
  },
  {
    ...optional,
    key: 'score',
    title: '成绩',
    synonyms: ['分数', '考试成绩', '得分', '考核成绩'],
    explanation: '整数，0 到 1000；没有的不填',
    example: '86',
  },
  {
    ...optional,
    key: 'id',
    title: '系统编号',
    synonyms: ['人员系统编号'],
    explanation: '由导出填写，用来认人',
    example: '',
    width: 36,
  },
];
export const placelessResultColumns = ['序号', '编号', '备注', '职务', '岗位', '性别', '签到', '联系电话', '学时'] as const;

export const resultWords = {
  passed: [
    '合格',
    '通过',
    '及格',
    '优秀',
    '优',
    '良好',
    '良',
    '中',
    '是',
    '√',
    '✓',
    '✔',
    '☑',
    'y',
    'yes',
    'pass',
    'passed',
    '已通过',
    '结业',
    '达标',
  ],
  failed: ['不合格', '未通过', '不通过', '不及格', '差', '否', '×', '✗', '✘', 'x', 'n', 'no', 'fail', 'failed', '未达标', '未合格'],
  absent: ['缺考', '缺席', '未参加', '未参训', '缺勤', '请假', 'absent', '未到'],
} as const;

export interface KnownAttendee {
  readonly officerId: string;
  readonly name: string;
  readonly townshipId: string;
  readonly townshipName: string;
  readonly result: 'passed' | 'failed' | 'absent' | null;
  readonly score: number | null;
  /** The day from which the certificate of who passed counts; it is kept nowhere else. */
  readonly heldOn: string | null;
}
export interface KnownSession {
  readonly id: string;
  readonly courseName: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: 'open' | 'held' | 'cancelled';
  readonly attendees: readonly KnownAttendee[];
}

/** A place on a session as its row of the sheet. */
export const cellsOfAttendee = ({ courseName, title }: KnownSession, attendee: KnownAttendee): Record<string, string> => ({
  course: courseName,
  session: title,
  heldOn: attendee.heldOn ?? '',
  township: attendee.townshipName,
  name: attendee.name,
  result: attendee.result === null ? '' : resultWords[attendee.result][0],
  score: attendee.score === null ? '' : String(attendee.score),
  id: attendee.officerId,
});

export interface ResultReference {
  readonly today: string;
  readonly countyName: string;
  /** The session that the file is for; null where each row names it. */
  readonly sessionId: string | null;
  readonly sessions: readonly KnownSession[];
  readonly townships: readonly RosterTownship[];
  /** Everybody in post, to tell somebody who is not enrolled from a person who is not on any roster. */
  readonly roster: readonly { readonly name: string; readonly townshipId: string }[];
}
export interface ResultRecord {
  readonly sessionId: string;
  readonly heldOn: string;
  readonly officerId: string;
  readonly result: 'passed' | 'failed' | 'absent';
  readonly score: number | null;
}
