import type { confirmCommitment as confirmContract, disputeCommitment as disputeContract } from '#contract/resources.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { actOnCommitment, type ResourcesHooks } from './act-on-commitment.ts';

/** Only what the township confirms counts as delivered (RULES.md 1.4). */
export const confirmCommitment = (ports: Ports, hooks: ResourcesHooks) => (call: CallOf<typeof confirmContract>) =>
  actOnCommitment(ports, hooks, call, 'confirm', ({ evidence, deliveredAt }) => ({
    progress: { state: 'confirmed', waivedUntilAt: null, evidence, deliveredAt, confirmedAt: call.now, disputeText: null },
    text: null,
  }));

/** What did not arrive as promised is owed again, by the same day as before. */
export const disputeCommitment = (ports: Ports, hooks: ResourcesHooks) => (call: CallOf<typeof disputeContract>) =>
  actOnCommitment(ports, hooks, call, 'dispute', ({ evidence, deliveredAt }) => ({
    progress: { state: 'disputed', waivedUntilAt: null, evidence, deliveredAt, confirmedAt: null, disputeText: call.body.text },
    text: call.body.text,
  }));
