import type { cancelReturn as contract } from '#contract/grants/grants.ts';
import { done } from '#server/domain/values/outcome.ts';
import { cancelReturn as decideCancelling } from '#server/domain/grants/return.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeGrant } from '../change-grant.ts';
import { updateReturn } from '../store.ts';

/** Takes a return back while the power is still in hand. */
export const cancelReturn = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeGrant(ports, call, 'lead', ({ file }, { act }) => {
    const cancelled = decideCancelling(file, call.actor, act.now);
    if (cancelled.kind === 'refused') return cancelled;
    const returned = updateReturn(act.tx, cancelled.value.case.id, { state: 'cancelled' });
    return done({ event: { kind: 'return_cancelled', facts: { text: call.body.text } }, changes: cancelled.value.changes, returned });
  });
