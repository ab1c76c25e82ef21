import type { decideRecall as contract } from '#contract/grants/grants.ts';
import { done } from '#server/domain/values/outcome.ts';
import { decideRecall as decide } from '#server/domain/grants/recall.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeGrant, type Effect } from '../change-grant.ts';
import { issueGrantDocument } from '../documents.ts';
import { updateRecall } from '../store.ts';
import { columnsOfDecision } from '../stored-cases.ts';

/** Decides a recall after the hearing: the power goes back from a day, or stays. A swap that has not taken place is then undone. */
export const decideRecall = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeGrant(ports, call, 'decider', (record, { act, signatory }) => {
    const decided = decide(record.file, call.actor, call.body, act.now);
    if (decided.kind === 'refused') return decided;
    const { changes, case: closed } = decided.value;
    const { id, outcome } = closed;
    const columns = columnsOfDecision(closed);
    const { effectiveAt } = columns;
    const { township, powerName } = record;
    const title =
      outcome === 'recall' ? `关于收回${township.name}“${powerName}”的决定` : `关于不予收回${township.name}“${powerName}”的决定`;
    const documentNumber = issueGrantDocument(act, record, { kind: 'recall', title, payload: { outcome, effectiveAt } });
    const recalled = updateRecall(act.tx, id, { ...columns, decisionText: call.body.text, decidedBy: signatory, documentNumber });
    const said = { text: call.body.text, documentNumber };
    if (closed.outcome === 'keep')
      return done<Effect>({ event: { kind: 'recall_decided', facts: { outcome: 'keep', ...said } }, changes, recalled });
    const facts = { outcome: closed.outcome, ...said, effectiveOn: dayOf(closed.effectiveAt), pendingCases: closed.pendingCases.length };
    return done<Effect>({ event: { kind: 'recall_decided', facts }, changes, recalled });
  });
