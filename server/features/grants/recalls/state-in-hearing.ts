import type { stateInHearing as contract } from '#contract/grants/grants.ts';
import { done } from '#server/domain/values/outcome.ts';
import { stateInHearing as decideStating } from '#server/domain/grants/recall.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeGrant } from '../change-grant.ts';
import { updateRecall } from '../store.ts';

/** The township's say on a recall, once. */
export const stateInHearing = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeGrant(ports, call, 'lead', ({ file }, { act, signatory }) => {
    const stated = decideStating(file, call.actor, call.body, act.now);
    if (stated.kind === 'refused') return stated;
    const { id, state, statement, statedAt } = stated.value.case;
    const recalled = updateRecall(act.tx, id, { state, statement, statedAt, statedBy: signatory });
    return done({ event: { kind: 'hearing_stated', facts: { statement } }, changes: stated.value.changes, recalled });
  });
