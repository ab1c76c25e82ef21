export const tasks = {
  title: '待办',
  lead_other: '有 {{count}} 件事等您办理，按期限排列。',
  leadOverdue_other: '其中 {{count}} 件已逾期。',
  atLeast: '至少',
  caption: '待办事项',
  column: { task: '要做的事', about: '哪一项', township: '乡镇（街道）', due: '办理期限', opened: '到达时间' },
  noDue: '没有期限',
  emptyTitle: '没有待办',
  emptyTownship: '可以浏览赋权菜单，把需要的权力加入点单。',
  emptyOther: '有新的事项到达时，会出现在这里。',
  browseMenu: '浏览赋权菜单',
  filter: { kind: '事项种类', sort: '排序', byDue: '期限最近的在前', byNewest: '最新到达的在前' },
} as const;
