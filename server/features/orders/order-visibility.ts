import type { Actor } from '#server/domain/people/actor.ts';
import { covers } from '#server/domain/people/scope.ts';
import { orderScope } from '#server/domain/people/visibility.ts';
import type { OrderRow } from './order-queries.ts';

/** Whether the order opens to the reader: the township's own with its drafts, what was submitted for the county (RULES.md 7.10). */
export const canSeeOrder = (actor: Actor, { townshipId, submittedAt }: Pick<OrderRow, 'townshipId' | 'submittedAt'>): boolean =>
  covers(orderScope(actor), { townshipId, submitted: submittedAt === null ? null : 'yes' });
