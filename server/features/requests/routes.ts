import * as contract from '#contract/requests/request-file.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import { listRequests } from './list-requests.ts';
import type { RequestsPorts } from './ports.ts';
import { readRequest } from './read-request.ts';

export const requestsRoutes = (ports: RequestsPorts): Binding[] => [
  bind(contract.listRequests, listRequests(ports)),
  bind(contract.readRequest, readRequest(ports)),
];
