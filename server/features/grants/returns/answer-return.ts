import type { acceptReturn as acceptContract, deferReturn as deferContract } from '#contract/grants/grants.ts';
import { done } from '#server/domain/values/outcome.ts';
import type { ReturnCase } from '#server/domain/grants/grant-cases.ts';
import { acceptReturn as decideAccepting, deferReturn as decideDeferring } from '#server/domain/grants/return.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { workCalendar } from '#server/features/organisations/index.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeGrant, type Acting } from '../change-grant.ts';
import { issueGrantDocument } from '../documents.ts';
import type { GrantRecord } from '../ledger/grant-record.ts';
import type { ReturnRow } from '../queries.ts';
import { updateReturn } from '../store.ts';

/** Accepts a return from a day that lies between the township's wish and the day on which it takes effect by itself. */
export const acceptReturn = (ports: Ports) => (call: CallOf<typeof acceptContract>) =>
  changeGrant(ports, call, 'decider', (record, acting) => {
    const { act } = acting;
    const accepted = decideAccepting(record.file, call.actor, call.body, act.now);
    if (accepted.kind === 'refused') return accepted;
    const returned = keepAnswer(record, acting, accepted.value.case, `关于同意${record.township.name}退回“${record.powerName}”的决定`);
    const facts = { effectiveOn: call.body.effectiveOn, text: call.body.text, documentNumber: returned.documentNumber };
    return done({ event: { kind: 'return_accepted', facts }, changes: accepted.value.changes, returned });
  });

/** Puts a return off once, with a support plan; what is deferred still takes effect by itself. */
export const deferReturn = (ports: Ports) => (call: CallOf<typeof deferContract>) =>
  changeGrant(ports, call, 'decider', (record, acting) => {
    const { act } = acting;
    const deferred = decideDeferring(record.file, call.actor, call.body, { now: act.now, calendar: workCalendar(act.tx) });
    if (deferred.kind === 'refused') return deferred;
    const returned = keepAnswer(record, acting, deferred.value.case, `关于暂缓${record.township.name}退回“${record.powerName}”的决定`);
    const facts = {
      untilOn: dayOf(deferred.value.case.effectiveAt),
      supportPlan: call.body.supportPlan,
      documentNumber: returned.documentNumber,
    };
    return done({ event: { kind: 'return_deferred', facts }, changes: deferred.value.changes, returned });
  });

type Answer = Extract<ReturnCase, { readonly state: 'accepted' | 'deferred' }>;
function keepAnswer(record: GrantRecord, { act, signatory }: Acting, answer: Answer, title: string): Answered {
  const { state, effectiveAt, answeredAt } = answer;
  const supportPlan = answer.state === 'deferred' ? answer.supportPlan : null;
  const documentNumber = issueGrantDocument(act, record, { kind: 'return', title, payload: { state, effectiveAt } });
  const answered = { state, effectiveAt, answeredAt, supportPlan, answeredBy: signatory, documentNumber };
  return { ...updateReturn(act.tx, answer.id, answered), documentNumber };
}
type Answered = ReturnRow & { readonly documentNumber: string };
