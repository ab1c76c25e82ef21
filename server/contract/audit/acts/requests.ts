import { z } from 'zod';
import { requestActs } from '../../requests/request-facts.ts';
import { RequestState, Stage } from '../../words.ts';
import { act, at, count, id, text } from './act.ts';

/** Where the file was after the act. */
const place = { state: RequestState, stage: Stage.nullable() } as const;
const said = <A extends keyof typeof requestActs>(name: A) => act('request', requestActs[name].extend(place));
const line = z.strictObject({ itemId: id });
const commitment = z.strictObject({ requestId: id, key: id, text: text.nullable() });
const aside = z.strictObject({ requestId: id, key: id, waivedUntilAt: at });

export const requestAuditActs = {
  order_drafted: act('order', z.strictObject({ name: text, itemIds: z.array(id) })),
  order_renamed: act('order', z.strictObject({ before: text, name: text })),
  line_added: act('order', line),
  line_saved: act('order', line),
  line_dropped: act('order', line),
  order_discarded: act('order', z.strictObject({ name: text })),
  order_submitted: act(
    'order',
    z.strictObject({ number: text, lines: z.array(z.strictObject({ requestId: id, powerId: id, itemId: id })) }),
  ),
  opinion_given: said('opinion_given'),
  opinion_silent: said('opinion_silent'),
  legally_reviewed: said('legally_reviewed'),
  decided: said('decided'),
  sent_back: said('sent_back'),
  resubmitted: said('resubmitted'),
  withdrawn: said('withdrawn'),
  reconsideration_requested: said('reconsideration_requested'),
  preparation_started: said('preparation_started'),
  preparation_extended: said('preparation_extended'),
  waived: said('waived'),
  attested: said('attested'),
  hand_over_edited: said('hand_over_edited'),
  hand_over_signed: said('hand_over_signed'),
  lapsed: said('lapsed'),
  escalated: act('deadline', z.strictObject({ requestId: id, stage: Stage.nullable(), dueAt: at.nullable() })),
  commitment_delivered: act('commitment', commitment),
  commitment_confirmed: act('commitment', commitment),
  commitment_disputed: act('commitment', commitment),
  commitment_waived: act('commitment', aside),
  commitment_released: act('commitment', aside),
  common_decision: act(
    'common_decision',
    z.strictObject({ itemId: id, documentNumber: text, startsAt: at, text, granted: count, preparing: count, leftOut: count }),
  ),
  common_decided: act('request', z.strictObject({ state: RequestState, orderNumber: text, decisionId: id, documentNumber: text })),
} as const;
