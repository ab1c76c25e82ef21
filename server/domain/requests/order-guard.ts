import { type Actor, hasRole } from '../people/actor.ts';
import { type DomainRefusal, refusal } from '../values/outcome.ts';
import type { Role } from '../values/words.ts';

export const orderActions = ['edit', 'submit', 'discard'] as const;
export type OrderAction = (typeof orderActions)[number];

/** What an act on an order is judged by. */
export interface OrderPlace {
  readonly townshipId: string;
  readonly submittedAt: number | null;
}

/** The clerk drafts, the lead signs and submits (RULES.md 2.5, 4.2). */
const roles = {
  edit: ['clerk', 'lead'],
  submit: ['lead'],
  discard: ['clerk', 'lead'],
} as const satisfies Record<OrderAction, readonly Role[]>;

/** Why the actor may not do this to the order now, or null: drafts of the own township alone, by the roles that may (RULES.md 4.1, 4.2). */
export function guardOrder(action: OrderAction, { townshipId, submittedAt }: OrderPlace, actor: Actor): DomainRefusal | null {
  if (!roles[action].some((role) => hasRole(actor, role, townshipId))) return refusal('forbidden');
  return submittedAt === null ? null : refusal('order_submitted');
}

/** What the actor may do to the order now; travels with the data. */
export function allowedOrderActions(order: OrderPlace, actor: Actor): OrderAction[] {
  return orderActions.filter((action) => guardOrder(action, order, actor) === null);
}
