import { carryReviews, type GrantReview } from '#server/features/statutes/index.ts';
import type { Act } from '#server/records/change.ts';
import { changeLedger } from './ledger/change-ledger.ts';
import { demandGrant } from './ledger/grant-record.ts';
import { publicationOfItem } from './queries.ts';
import { signedBy } from './ledger/signed-by.ts';

/** A grant tells what was decided when a law that it rests on ended; whoever has it open sees that it has changed. */
export function reviewGrantBasis(act: Act, grantId: string, { act: verdict, signatory, ...facts }: GrantReview): void {
  const kind = `basis_${verdict}` as const;
  const told = { event: kind, action: kind, facts, by: signedBy(signatory) };
  changeLedger(act, [{ grant: demandGrant(act, grantId), changes: [], told, outcome: kind }]);
}

/** A new grant rests on what its item rests on by now, and what was reconfirmed for the item need not be asked again for it. */
export function carryItemReviews(act: Act, itemId: string, grantId: string): void {
  carryReviews(act, { kind: 'menu_item', id: itemId }, { kind: 'grant', id: grantId }, publicationOfItem(act.tx, itemId));
}
