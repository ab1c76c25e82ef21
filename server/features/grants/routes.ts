import * as contract from '#contract/grants.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { acceptReturn, deferReturn } from './answer-return.ts';
import { cancelReturn } from './cancel-return.ts';
import { closeTrial } from './close-trial.ts';
import { decideRecall } from './decide-recall.ts';
import { fileReturn } from './file-return.ts';
import { listGrants } from './list-grants.ts';
import { openRecall } from './open-recall.ts';
import { readGrant } from './read-grant.ts';
import { resumeGrant } from './resume-grant.ts';
import { stateInHearing } from './state-in-hearing.ts';
import { suspendGrant } from './suspend-grant.ts';

export const grantsRoutes = (ports: Ports): Binding[] => [
  bind(contract.listGrants, listGrants(ports)),
  bind(contract.readGrant, readGrant(ports)),
  bind(contract.fileReturn, fileReturn(ports)),
  bind(contract.cancelReturn, cancelReturn(ports)),
  bind(contract.acceptReturn, acceptReturn(ports)),
  bind(contract.deferReturn, deferReturn(ports)),
  bind(contract.openRecall, openRecall(ports)),
  bind(contract.stateInHearing, stateInHearing(ports)),
  bind(contract.decideRecall, decideRecall(ports)),
  bind(contract.suspendGrant, suspendGrant(ports)),
  bind(contract.resumeGrant, resumeGrant(ports)),
  bind(contract.closeTrial, closeTrial(ports)),
];
