import * as grantsContract from '#contract/grants/grants.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { acceptReturn, deferReturn } from './returns/answer-return.ts';
import { cancelReturn } from './returns/cancel-return.ts';
import { closeTrial } from './close-trial.ts';
import { decideRecall } from './recalls/decide-recall.ts';
import { fileReturn } from './returns/file-return.ts';
import { listGrants } from './list-grants.ts';
import { openRecall } from './recalls/open-recall.ts';
import { readGrant } from './read-grant.ts';
import { resumeGrant } from './resume-grant.ts';
import { stateInHearing } from './recalls/state-in-hearing.ts';
import { suspendGrant } from './suspend-grant.ts';

export const grantsRoutes = (ports: Ports): Binding[] => [
  bind(grantsContract.listGrants, listGrants(ports)),
  bind(grantsContract.readGrant, readGrant(ports)),
  bind(grantsContract.fileReturn, fileReturn(ports)),
  bind(grantsContract.cancelReturn, cancelReturn(ports)),
  bind(grantsContract.acceptReturn, acceptReturn(ports)),
  bind(grantsContract.deferReturn, deferReturn(ports)),
  bind(grantsContract.openRecall, openRecall(ports)),
  bind(grantsContract.stateInHearing, stateInHearing(ports)),
  bind(grantsContract.decideRecall, decideRecall(ports)),
  bind(grantsContract.suspendGrant, suspendGrant(ports)),
  bind(grantsContract.resumeGrant, resumeGrant(ports)),
  bind(grantsContract.closeTrial, closeTrial(ports)),
];
