import * as contract from '#contract/tasks.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { countTasks } from './count-tasks.ts';
import { listTasks } from './list-tasks.ts';

export const tasksRoutes = (ports: Ports): Binding[] => [
  bind(contract.listTasks, listTasks(ports)),
  bind(contract.countTasks, countTasks(ports)),
];
