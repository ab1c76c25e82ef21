import type { openRecall as contract } from '#contract/grants/grants.ts';
import { done } from '#server/domain/values/outcome.ts';
import { openRecall as decideOpening } from '#server/domain/grants/recall.ts';
import { countySettings, workCalendar } from '#server/features/organisations/index.ts';
import { recordRecall } from '#server/features/statutes/index.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeGrant } from '../change-grant.ts';
import { insertRecall } from '../store.ts';

/** Gives notice of a recall; an urgent one begins with a suspension. */
export const openRecall = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeGrant(ports, call, 'decider', ({ file }, { act, signatory }) => {
    const count = countySettings(act.tx).settings.hearingDays;
    const circumstances = { now: act.now, calendar: workCalendar(act.tx), hearingTerm: { count, unit: 'working_days' } } as const;
    const opened = decideOpening(file, call.actor, { ...call.body, id: act.newId(), suspensionId: act.newId() }, circumstances);
    if (opened.kind === 'refused') return opened;
    const { case: recall, changes } = opened.value;
    const recalled = insertRecall(act.tx, { ...recall, pendingCases: [], openedBy: signatory, version: 1 });
    const { reasonCode, basis, notice, isUrgent } = call.body;
    // A law that changed is then no longer open for this grant: its worklist waits for what becomes of the recall.
    if (reasonCode === 'law_changed') recordRecall(act, call.params.grantId, call.actor, basis);
    const facts = { reasonCode, basis, notice, isUrgent, hearingUntilAt: recall.hearingUntilAt };
    return done({ event: { kind: 'recall_noticed', facts }, changes, reason: notice, recalled });
  });
