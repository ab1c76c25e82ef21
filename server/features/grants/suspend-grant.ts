import type { suspendGrant as contract } from '#contract/grants/grants.ts';
import { done } from '#server/domain/values/outcome.ts';
import { decideSuspension } from '#server/domain/grants/suspension.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeGrant } from './change-grant.ts';

/** The department holds the power from now on, until somebody decides otherwise. */
export const suspendGrant = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeGrant(ports, call, 'decider', ({ file }, { act }) => {
    const { reason } = call.body;
    const suspended = decideSuspension(file, call.actor, { suspensionId: act.newId(), reason }, act.now);
    if (suspended.kind === 'refused') return suspended;
    return done({ event: { kind: 'suspended', facts: { kind: 'decision', reason } }, changes: suspended.value.changes, reason });
  });
