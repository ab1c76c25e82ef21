import type { GrantEventOf } from '#contract/grants/grant-facts.ts';
import { carryReviews, type GrantReview } from '#server/features/statutes/index.ts';
import type { Act } from '#server/records/change.ts';
import { columnsOf, demandGrant, recordGrantAct } from './ledger/grant-record.ts';
import { publicationOfItem } from './queries.ts';
import { appendEvent, nextVersion } from './store.ts';

/** A grant tells what was decided when a law that it rests on ended; whoever has it open sees that it has changed. */
export function reviewGrantBasis(act: Act, grantId: string, { signatory, ...review }: GrantReview): void {
  const record = demandGrant(act, grantId);
  const event = eventOf(review);
  if (!nextVersion(act.tx, grantId, record.row.version)) throw new Error(`grant ${grantId} changed inside its own transaction`);
  appendEvent(act.tx, { id: act.newId(), grantId, at: act.now, ...columnsOf(signatory), ...event });
  recordGrantAct(act, event.kind, record, event.facts);
}

type Unsigned<R> = R extends unknown ? Omit<R, 'signatory'> : never;
function eventOf(review: Unsigned<GrantReview>): GrantEventOf<'basis_reconfirmed' | 'basis_rebased'> {
  const { law, versionOn, reason } = review;
  const ended = { law, versionOn, reason };
  if (review.act === 'reconfirmed') return { kind: 'basis_reconfirmed', facts: ended };
  return { kind: 'basis_rebased', facts: { ...ended, basis: { ...review.basis } } };
}

/** A new grant rests on what its item rests on by now, and what was reconfirmed for the item need not be asked again for it. */
export function carryItemReviews(act: Act, itemId: string, grantId: string): void {
  carryReviews(act, { kind: 'menu_item', id: itemId }, { kind: 'grant', id: grantId }, publicationOfItem(act.tx, itemId));
}
