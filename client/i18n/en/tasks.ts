import type { tasks as source } from '../zh/tasks.ts';
import type { Translated } from '../shape.ts';

export const tasks = {
  title: 'To do',
  lead_other: '{{count}} things wait at your desk, by deadline.',
  lead_one: 'One thing waits at your desk.',
  leadOverdue_other: '{{count}} of them are overdue.',
  leadOverdue_one: 'One of them is overdue.',
  atLeast: 'At least',
  caption: 'Tasks',
  column: { task: 'What to do', about: 'About', township: 'Township', due: 'Deadline', opened: 'Arrived' },
  forColleague: 'For a colleague',
  forColleagueLead: '“For a colleague” marks what you acted on before or have an interest in: somebody else at the same desk has to do it.',
  noDue: 'No deadline',
  emptyTitle: 'Nothing to do',
  emptyTownship: 'Browse the menu and put the powers that you need into an order.',
  emptyAdmin:
    'A new county begins with Organisations and with Import and export, then opens a menu edition. Changes of law and results of menu reviews arrive here.',
  emptyOther: 'What arrives will stand here.',
  browseMenu: 'Browse the menu',
  filter: { kind: 'Kind', sort: 'Order', byDue: 'Nearest deadline first', byNewest: 'Newest first' },
} as const satisfies Translated<typeof source>;
