import type { countTasks as contract } from '#contract/tasks.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { taskCounts } from './queries.ts';

/** Beyond this the exact count is of no use; what matters then is that it is too much. */
const most = 1000;

/** The figures beside "to do"; they cost the same however many tasks there are. */
export const countTasks = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const counts = call.actor.memberships.map((inbox) => taskCounts(ports.db, inbox, call.now, most + 1));
  const open = counts.reduce((sum, count) => sum + count.open, 0);
  const overdue = counts.reduce((sum, count) => sum + count.overdue, 0);
  return answered({ open: Math.min(open, most), overdue: Math.min(overdue, most), isExact: open <= most });
};
