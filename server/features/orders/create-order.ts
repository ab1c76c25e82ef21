import { nameOf } from '#server/features/organisations/index.ts';
import type { Order, createOrder as contract } from '#contract/orders.ts';
import { townshipFor, hasRole, type Actor } from '#server/domain/people/actor.ts';
import { guardOrder } from '#server/domain/requests/order-guard.ts';
import { signedAs, type Signatory } from '#server/domain/people/signatory.ts';
import { refuse, type CallOf, type Refused } from '#server/platform/binding.ts';
import { changeOnce, type Act } from '#server/records/change.ts';
import { judgeCart, refuseCart, type Cart } from './cart.ts';
import { countyRules, type CountyRules, insertRequests, type RequestsPorts } from '#server/features/requests/index.ts';
import { orderAgain } from './list-orders.ts';
import { draftRow, refuseOfficers, refuseReplaced, storedLine, type DraftLine, type Line } from './order-lines.ts';
import { heldGrant, type OrderRow, type StoredLine } from './order-queries.ts';
import { insertOrder } from './order-store.ts';
import { presentOrder } from './present-order.ts';
import { nextOrderNumber, recordSubmission, submitLine, writeSubmitted, type Submitted } from './submit-lines.ts';

type Done = { readonly kind: 'done'; readonly value: Order };
const at = (index: number): string => `/lines/${String(index)}`;

/** Opens a named draft, or places an order at once (RULES.md 4.1). */
export const createOrder = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  changeOnce(ports, call, orderAgain(ports, call), (act): Done | Refused => {
    const { name, lines, submit = false } = call.body;
    const township = townshipFor(call.actor, call.body.townshipId);
    if (township.kind === 'refused') return township;
    const townshipId = township.value;
    if (townshipId === null) return refuse('forbidden');
    const notAllowed = guardOrder(submit ? 'submit' : 'edit', { townshipId, submittedAt: null }, call.actor);
    if (notAllowed) return { kind: 'refused', refusal: notAllowed };
    const found = itemsOf(ports, lines);
    if (found.kind === 'refused') return found;
    const refusal = refuseOfficers(act, townshipId, found.lines, at) ?? (submit ? null : refuseReplaced(act, townshipId, found.lines, at));
    if (refusal) return refusal;
    const order = { ...newOrder(act, call.actor, townshipId), name };
    return submit ? place(ports, act, call.actor, order, found.lines) : keepDraft(act, call.actor, order, found.lines);
  });

type Found = { readonly kind: 'found'; readonly lines: readonly DraftLine[] } | Refused;
function itemsOf({ catalogue }: RequestsPorts, lines: readonly Line[]): Found {
  if (catalogue.edition() === null) return refuse('no_published_edition');
  const known: DraftLine[] = [];
  for (const [index, line] of lines.entries()) {
    const item = catalogue.rowById(line.itemId) && catalogue.itemById(line.itemId);
    if (!item) return refuse('not_orderable', { itemId: line.itemId }, [`${at(index)}/itemId`]);
    if (known.some(({ itemId }) => itemId === line.itemId)) return refuse('line_exists', { code: item.code }, [`${at(index)}/itemId`]);
    known.push({ ...line, item });
  }
  return { kind: 'found', lines: known };
}

function newOrder(act: Act, actor: Actor, townshipId: string): OrderRow {
  const nothing = { number: null, name: '', submittedBy: null, submittedAt: null };
  return { id: act.newId(), townshipId, ...nothing, createdBy: actor.accountId, createdAt: act.now, updatedAt: act.now, version: 1 };
}

function keepDraft(act: Act, actor: Actor, order: OrderRow, lines: readonly DraftLine[]): Done {
  insertOrder(act.tx, order);
  const rows = lines.map((line) => draftRow(act, actor, order.id, order.townshipId, line));
  insertRequests(act.tx, rows);
  act.record({
    action: 'order_drafted',
    subjectKind: 'order',
    subjectId: order.id,
    detail: { name: order.name, itemIds: lines.map(({ itemId }) => itemId) },
  });
  const stored = lines.flatMap((line, index) => storedIn(act, order, rows[index], line));
  return { kind: 'done', value: presentOrder({ row: order, createdByName: actor.name }, nameOf(act.tx, order.townshipId), stored, actor) };
}

function storedIn(
  act: Act,
  { townshipId }: OrderRow,
  row: StoredLine['row'] | undefined,
  { item, replacesGrantId }: DraftLine,
): StoredLine[] {
  if (!row) return [];
  const replaced = replacesGrantId === null ? undefined : heldGrant(act.tx, townshipId, replacesGrantId, act.now);
  return [storedLine(row, item, replaced?.name ?? null)];
}

/** Draft and submission in one step: nothing is written unless every line can be submitted. */
function place(ports: RequestsPorts, act: Act, actor: Actor, draft: OrderRow, lines: readonly DraftLine[]): Done | Refused {
  if (lines.length === 0) return refuse('order_empty');
  const rules = countyRules(act.tx);
  const cart = judgeCart(ports, act.tx, draft.townshipId, lines, act.now, rules);
  const refusal = refuseCart(cart.lines);
  if (refusal) return refusal;
  const signatory = signatoryFrom(actor, cart);
  const order = { ...draft, number: nextOrderNumber(act), submittedBy: signatory, submittedAt: act.now };
  insertOrder(act.tx, order);
  const stored = writeLines(act, rules, actor, { order, lines, cart, signatory });
  if (stored.kind === 'refused') return stored;
  recordSubmission(
    act,
    order.id,
    order.townshipId,
    order.number,
    stored.lines.map(({ row }) => row),
  );
  return { kind: 'done', value: presentOrder({ row: order, createdByName: actor.name }, cart.township, stored.lines, actor) };
}

interface Placing {
  readonly order: OrderRow & { readonly number: string };
  readonly lines: readonly DraftLine[];
  readonly cart: Cart;
  readonly signatory: Signatory;
}
function writeLines(
  act: Act,
  rules: CountyRules,
  actor: Actor,
  { order, lines, cart, signatory }: Placing,
): { readonly kind: 'written'; readonly lines: readonly StoredLine[] } | Refused {
  const written: StoredLine[] = [];
  const submissions: Submitted[] = [];
  for (const [index, line] of lines.entries()) {
    const judged = cart.lines[index];
    if (!judged) throw new Error('a line was not judged');
    const submitted = submitLine(
      act,
      rules,
      actor,
      draftRow(act, actor, order.id, order.townshipId, line),
      judged,
      signatory,
      order.number,
    );
    if (submitted.kind === 'refused') return submitted;
    submissions.push(submitted);
    written.push(...storedIn(act, order, submitted.row, line));
  }
  insertRequests(
    act.tx,
    submissions.map(({ row }) => row),
  );
  writeSubmitted(act, rules, submissions);
  return { kind: 'written', lines: written };
}

/** The lead's signature; the township has just been read. */
function signatoryFrom(actor: Actor, { township }: Cart): Signatory {
  if (!hasRole(actor, 'lead', township.id)) throw new Error('only a lead signs an order');
  return signedAs(actor, township.name);
}
