import type { deliverCommitment as contract } from '#contract/resources.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { actOnCommitment, type ResourcesHooks } from './act-on-commitment.ts';

/** The county's side says that it is delivered, with evidence; from then on the township has to answer. */
export const deliverCommitment = (ports: Ports, hooks: ResourcesHooks) => (call: CallOf<typeof contract>) =>
  actOnCommitment(ports, hooks, call, 'deliver', ({ disputeText }) => ({
    progress: {
      state: 'delivered',
      waivedUntilAt: null,
      evidence: call.body.evidence,
      deliveredAt: call.now,
      confirmedAt: null,
      disputeText,
    },
    text: call.body.evidence,
  }));
