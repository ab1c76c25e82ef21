import * as contract from '#contract/powers.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { editPower, readPower, type PowerHooks } from './edit-power.ts';
import { judgeAlike } from './judge-alike.ts';
import { listAlikes } from './list-alikes.ts';
import { createPower, listPowers } from './manage-powers.ts';

export const powersRoutes = (ports: Ports, hooks: PowerHooks): Binding[] => [
  bind(contract.listPowers, listPowers(ports)),
  bind(contract.createPower, createPower(ports)),
  bind(contract.readPower, readPower(ports)),
  bind(contract.editPower, editPower(ports, hooks)),
  bind(contract.listAlikes, listAlikes(ports)),
  bind(contract.judgeAlike, judgeAlike(ports)),
];
