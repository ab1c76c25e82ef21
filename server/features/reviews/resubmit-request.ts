import type { resubmit as contract } from '#contract/reviews.ts';
import { openFieldsOfLine } from '#server/domain/requests/order.ts';
import { refusal } from '#server/domain/values/outcome.ts';
import { resubmitRequest as decide } from '#server/domain/requests/review.ts';
import type { CallOf } from '#server/platform/binding.ts';
import { actOnRequest, type RequestsPorts, saveAnswers } from '#server/features/requests/index.ts';
import { refuseOfficers } from '#server/features/orders/index.ts';

/** Resubmits a request that was sent back: the stage goes on with the days that it had left (RULES.md 5.13). */
export const resubmitRequest = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  actOnRequest(ports, call, 'resubmitted', ({ act, file, actor, view }) => {
    const { answer, ...answers } = call.body;
    const open = openFieldsOfLine(answers);
    const obstacles = open.length > 0 ? [refusal('line_incomplete', { itemId: file.row.itemId }, open)] : [];
    const outcome = decide(file.request, actor, { obstacles }, view);
    if (outcome.kind === 'refused') return outcome;
    const found = refuseOfficers(act, file.row.townshipId, [answers], () => '');
    if (found) return found;
    saveAnswers(act.tx, file.row.id, answers);
    const { row } = file;
    const before = { need: row.need, casesPerYear: row.casesPerYear, approach: row.approach, startWishOn: row.startWishOn };
    return { kind: 'done', value: { decided: outcome.value, facts: { resubmitted: { answer, before } }, answers } };
  });
