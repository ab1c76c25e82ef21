import type { fileReturn as contract } from '#contract/grants/grants.ts';
import { done } from '#server/domain/values/outcome.ts';
import { fileReturn as decideFiling } from '#server/domain/grants/return.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { countySettings, workCalendar } from '#server/features/organisations/index.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changeGrant } from '../change-grant.ts';
import { insertReturn } from '../store.ts';

/** Gives a power back; the day on which that takes effect by itself is set at once. */
export const fileReturn = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeGrant(ports, call, 'lead', ({ file }, { act, signatory }) => {
    const count = countySettings(act.tx).settings.returnAnswerDays;
    const circumstances = { now: act.now, calendar: workCalendar(act.tx), answerTerm: { count, unit: 'working_days' } } as const;
    const filed = decideFiling(file, call.actor, { ...call.body, id: act.newId() }, circumstances);
    if (filed.kind === 'refused') return filed;
    const { case: opened, changes } = filed.value;
    const returned = insertReturn(act.tx, { ...opened, filedBy: signatory, version: 1 });
    const { reasonCode, text, wishedOn, pendingCases } = call.body;
    const facts = {
      reasonCode,
      text,
      wishedOn,
      effectiveOn: dayOf(opened.effectiveAt),
      answerDueAt: opened.answerDueAt,
      pendingCases: pendingCases.length,
    };
    return done({ event: { kind: 'return_filed', facts }, changes, returned });
  });
