import * as contract from '#contract/resources.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { ResourcesHooks } from './act-on-commitment.ts';
import { confirmCommitment, disputeCommitment } from './answer-delivery.ts';
import { deliverCommitment } from './deliver-commitment.ts';
import { listCommitments } from './list-commitments.ts';

export const resourcesRoutes = (ports: Ports, hooks: ResourcesHooks): Binding[] => [
  bind(contract.listCommitments, listCommitments(ports)),
  bind(contract.deliverCommitment, deliverCommitment(ports, hooks)),
  bind(contract.confirmCommitment, confirmCommitment(ports, hooks)),
  bind(contract.disputeCommitment, disputeCommitment(ports, hooks)),
];
