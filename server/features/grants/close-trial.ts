import type { GrantFacts } from '#contract/grants/grant-facts.ts';
import type { closeTrial as contract } from '#contract/grants/grants.ts';
import { done, unknownCase } from '#server/domain/values/outcome.ts';
import { closeTrial as decideClosing } from '#server/domain/grants/trial.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeGrant, type Effect } from './change-grant.ts';
import { issueGrantDocument } from './documents.ts';

/** Closes a trial: the power stays, is tried once more, or goes back at once. */
export const closeTrial = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeGrant(ports, call, 'decider', (record, { act }) => {
    const closed = decideClosing(record.file, call.actor, call.body, act.now);
    if (closed.kind === 'refused') return closed;
    const { changes, ...trial } = closed.value;
    const { outcome, text } = call.body;
    const told = (facts: GrantFacts['trial_closed']) => done<Effect>({ event: { kind: 'trial_closed', facts }, changes, trial });
    switch (outcome) {
      case 'confirm':
        return told({ outcome, text });
      case 'extend':
        return told({ outcome, text, trialEndsAt: trial.trialEndsAt });
      case 'take_back': {
        const title = `关于试运行后收回${record.township.name}“${record.powerName}”的决定`;
        return told({ outcome, text, documentNumber: issueGrantDocument(act, record, { kind: 'recall', title, payload: { outcome } }) });
      }
      default:
        return unknownCase(outcome);
    }
  });
