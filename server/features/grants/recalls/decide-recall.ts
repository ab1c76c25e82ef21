import type { decideRecall as contract } from '#contract/grants/grants.ts';
import { done } from '#server/domain/values/outcome.ts';
import { decideRecall as decide } from '#server/domain/grants/recall.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { columnsOfDecision } from '../case-queries.ts';
import { changeGrant, type Effect } from '../change-grant.ts';
import { issueGrantDocument } from '../documents.ts';
import { restoreReplaced } from './restore-replaced.ts';
import { updateRecall } from '../store.ts';

/** Decides a recall after the hearing: the power goes back from a day, or stays. A swap that has not taken place is then undone. */
export const decideRecall = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeGrant(ports, call, 'decider', (record, acting) => {
    const { act, signatory } = acting;
    const decided = decide(record.file, call.actor, call.body, act.now);
    if (decided.kind === 'refused') return decided;
    const { id, outcome } = decided.value.case;
    const columns = columnsOfDecision(decided.value.case);
    const { effectiveAt } = columns;
    const { township, powerName } = record;
    const title =
      outcome === 'recall' ? `关于收回${township.name}“${powerName}”的决定` : `关于不予收回${township.name}“${powerName}”的决定`;
    const documentNumber = issueGrantDocument(act, record, { kind: 'recall', title, payload: { outcome, effectiveAt } });
    updateRecall(act.tx, id, { ...columns, decisionText: call.body.text, decidedBy: signatory, documentNumber });
    restoreReplaced(acting, record, decided.value.changes);
    const { changes, case: closed } = decided.value;
    const said = { text: call.body.text, documentNumber };
    if (closed.outcome === 'keep') return done<Effect>({ kind: 'recall_decided', facts: { outcome: 'keep', ...said }, changes });
    const facts = { outcome: closed.outcome, ...said, effectiveOn: dayOf(closed.effectiveAt), pendingCases: closed.pendingCases.length };
    return done<Effect>({ kind: 'recall_decided', facts, changes });
  });
