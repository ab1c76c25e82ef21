import type { resumeGrant as contract } from '#contract/grants/grants.ts';
import { done } from '#server/domain/values/outcome.ts';
import { decideResumption } from '#server/domain/grants/suspension.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeGrant } from './change-grant.ts';

/** Ends a suspension by decision; a prerequisite that went meanwhile suspends at once again. */
export const resumeGrant = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeGrant(ports, call, 'decider', ({ file }, { act }) => {
    const { reason } = call.body;
    const resumed = decideResumption(file, call.actor, { reason }, act.now);
    if (resumed.kind === 'refused') return resumed;
    return done({ event: { kind: 'resumed', facts: { kind: 'decision', reason } }, changes: resumed.value.changes });
  });
