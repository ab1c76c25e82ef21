import * as contract from '#contract/suggestions.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import { listReady } from './list-ready.ts';
import { listHeldBySimilar } from './list-similar.ts';
import { proposeOrder, readGuidedQuestions } from './propose-order.ts';

export const suggestionsRoutes = (ports: RequestsPorts): Binding[] => [
  bind(contract.readGuidedQuestions, readGuidedQuestions(ports)),
  bind(contract.proposeOrder, proposeOrder(ports)),
  bind(contract.listHeldBySimilar, listHeldBySimilar(ports)),
  bind(contract.listReady, listReady(ports)),
];
