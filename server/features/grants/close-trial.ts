import type { closeTrial as contract } from '#contract/grants/grants.ts';
import { done } from '#server/domain/values/outcome.ts';
import { closeTrial as decideClosing, type TrialClosing } from '#server/domain/grants/trial.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeGrant } from './change-grant.ts';
import { issueGrantDocument } from './documents.ts';

/** Closes a trial: the power stays, is tried once more, or goes back at once. */
export const closeTrial = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeGrant(ports, call, 'decider', (record, { act }) => {
    const closed = decideClosing(record.file, call.actor, closingOf(call.body), act.now);
    if (closed.kind === 'refused') return closed;
    const { changes, ...trial } = closed.value;
    const { outcome, text } = call.body;
    const title = `关于试运行后收回${record.township.name}“${record.powerName}”的决定`;
    const documentNumber =
      outcome === 'take_back' ? issueGrantDocument(act, record, { kind: 'recall', title, payload: { outcome } }) : null;
    return done({ kind: 'trial_closed', facts: { outcome, text, trialEndsAt: trial.trialEndsAt, documentNumber }, changes, trial });
  });

/** Zero months is what the domain refuses when an extension does not say how long. */
function closingOf({ outcome, extendMonths, text }: CallOf<typeof contract>['body']): TrialClosing {
  return outcome === 'extend' ? { outcome, months: extendMonths ?? 0, text } : { outcome, text };
}
