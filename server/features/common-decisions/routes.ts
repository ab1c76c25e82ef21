import * as contract from '#contract/common-decisions.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { decideCommon, type CommonThread } from './decide-common.ts';
import { listCommonDecisions, readCommonDecision } from './list-common.ts';
import { previewCommon } from './preview-common.ts';

export const commonDecisionsRoutes = (ports: RequestsPorts, thread: CommonThread): Binding[] => [
  bind(contract.previewCommon, previewCommon(ports)),
  bind(contract.decideCommon, decideCommon(ports, thread)),
  bind(contract.listCommonDecisions, listCommonDecisions(ports)),
  bind(contract.readCommonDecision, readCommonDecision(ports)),
];
