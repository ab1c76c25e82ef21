import { z } from 'zod';
import { Id, Instant, Signatory } from '../common.ts';
import { datedFacts, grantFacts } from './grant-facts.ts';

const told = { id: Id, at: Instant, by: Signatory.nullable() } as const;
const event = <K extends string, F extends z.ZodType>(kind: K, facts: F) => z.strictObject({ ...told, kind: z.literal(kind), facts });

/** One event of a grant, in full: the facts are those of its kind. */
export const GrantEvent = z.discriminatedUnion('kind', [
  event('granted', grantFacts.granted),
  event('registered', grantFacts.registered),
  event('started', datedFacts.started),
  event('trial_closed', grantFacts.trial_closed),
  event('suspended', datedFacts.suspended),
  event('resumed', datedFacts.resumed),
  event('return_filed', grantFacts.return_filed),
  event('return_cancelled', grantFacts.return_cancelled),
  event('return_accepted', grantFacts.return_accepted),
  event('return_deferred', grantFacts.return_deferred),
  event('recall_noticed', grantFacts.recall_noticed),
  event('hearing_stated', grantFacts.hearing_stated),
  event('recall_decided', grantFacts.recall_decided),
  event('ended', datedFacts.ended),
  event('swap_planned', grantFacts.swap_planned),
  event('swap_undone', grantFacts.swap_undone),
  event('end_rides', grantFacts.end_rides),
  event('rests_along', grantFacts.rests_along),
  event('basis_reconfirmed', grantFacts.basis_reconfirmed),
  event('basis_rebased', grantFacts.basis_rebased),
  // Written by a version that this one does not know; its record stands in the audit trail, and `doctor` names it.
  event('unreadable', z.strictObject({})),
]);
export type GrantEvent = z.infer<typeof GrantEvent>;
