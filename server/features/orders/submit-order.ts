import type { Order, submitOrder as contract } from '#contract/orders.ts';
import { signatoryOf } from '#server/features/accounts/index.ts';
import { refuse, type CallOf, type Refused } from '#server/platform/binding.ts';
import { changeOnce, type Act } from '#server/records/change.ts';
import { staleVersion } from '#server/records/stale.ts';
import { judgeCart, refuseCart, type JudgedLine } from './cart.ts';
import { countyRules, type CountyRules, demandItem, type RequestsPorts, saveMoved } from '#server/features/requests/index.ts';
import { draftFor } from './edit-order.ts';
import { orderAgain } from './list-orders.ts';
import { refuseOfficers } from './order-lines.ts';
import { linesOf, type StoredLine, type StoredOrder } from './order-queries.ts';
import { updateOrder } from './order-store.ts';
import { presentOrder } from './present-order.ts';
import { nextOrderNumber, recordSubmission, submitLine, writeSubmitted, type Submitted } from './submit-lines.ts';

type Call = CallOf<typeof contract>;
type Done = { readonly kind: 'done'; readonly value: Order };

/** Signs and submits a draft: every line becomes a request on its route, in one transaction or not at all (RULES.md 4.2). */
export const submitOrder = (ports: RequestsPorts) => (call: Call) =>
  changeOnce(ports, call, orderAgain(ports, call), (act): Done | Refused => {
    const draft = draftFor(act, call, 'submit');
    if (draft.kind === 'refused') return draft;
    const { row } = draft.stored;
    const lines = linesOf(act.tx, row.id);
    if (lines.length === 0) return refuse('order_empty');
    const rules = countyRules(act.tx);
    const inputs = lines.map((line) => ({ ...line.row, item: demandItem(ports, line.row.itemId) }));
    const cart = judgeCart(ports, act.tx, row.townshipId, inputs, call.now, rules);
    const refusal = refuseOfficers(act, row.townshipId, inputs, (index) => `/lines/${String(index)}`) ?? refuseCart(cart.lines);
    if (refusal) return refusal;
    const submitted = write(act, call, { rules, stored: draft.stored, lines, judged: cart.lines });
    return submitted.kind === 'refused'
      ? submitted
      : { kind: 'done', value: presentOrder(submitted.stored, cart.township, submitted.lines, call.actor) };
  });

interface Submission {
  readonly rules: CountyRules;
  readonly stored: StoredOrder;
  readonly lines: readonly StoredLine[];
  readonly judged: readonly JudgedLine[];
}
interface Written {
  readonly kind: 'written';
  readonly stored: StoredOrder;
  readonly lines: readonly StoredLine[];
}

function write(act: Act, { actor, expectedVersion, now }: Call, { rules, stored, lines, judged }: Submission): Written | Refused {
  const { row } = stored;
  const signatory = signatoryOf(act.tx, actor, 'lead', row.townshipId);
  const number = nextOrderNumber(act);
  const signed = { number, submittedBy: signatory, submittedAt: now };
  if (!updateOrder(act.tx, row.id, expectedVersion, now, signed)) return staleVersion(act.tx, row, expectedVersion);
  const written: StoredLine[] = [];
  const submissions: Submitted[] = [];
  for (const [index, line] of lines.entries()) {
    const one = judged[index];
    if (!one) throw new Error('a line was not judged');
    const submitted = submitLine(act, rules, actor, line.row, one, signatory, number);
    if (submitted.kind === 'refused') return submitted;
    if (!saveMoved(act.tx, line.row.id, line.row.version, submitted.row))
      throw new Error(`line ${line.row.id} changed inside its own transaction`);
    submissions.push(submitted);
    written.push({ ...line, row: { ...submitted.row, version: line.row.version + 1 } });
  }
  writeSubmitted(act, rules, submissions);
  recordSubmission(
    act,
    row.id,
    row.townshipId,
    number,
    written.map((line) => line.row),
  );
  return {
    kind: 'written',
    stored: { ...stored, row: { ...row, ...signed, updatedAt: now, version: expectedVersion + 1 } },
    lines: written,
  };
}
