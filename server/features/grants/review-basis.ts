import type { GrantEventOf } from '#contract/grants/grant-facts.ts';
import { carryReviews, type GrantReview } from '#server/features/statutes/index.ts';
import type { Act } from '#server/records/change.ts';
import { changeLedger } from './ledger/change-ledger.ts';
import { demandGrant } from './ledger/grant-record.ts';
import { publicationOfItem } from './queries.ts';
import { signedBy } from './ledger/signed-by.ts';
import { toldAs } from './ledger/told.ts';

/** A grant tells what was decided when a law that it rests on ended; a reader who has it open sees that it has changed. */
export function reviewGrantBasis(act: Act, grantId: string, { signatory, ...review }: GrantReview): void {
  const event = eventOf(review);
  changeLedger(act, [{ grant: demandGrant(act, grantId), changes: [], told: toldAs(event, signedBy(signatory)), outcome: event.kind }]);
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
