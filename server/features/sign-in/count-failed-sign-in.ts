import type { Tx } from '#db/connection.ts';
import { accountById, setSecrets } from '#server/features/accounts/index.ts';
import { failuresSoFar, lockedUntil } from './lockout.ts';

/** One more wrong password for an account. Read again here: several guesses may have been waiting for their hashes at once. */
export function countFailedSignIn(tx: Tx, accountId: string, now: number): void {
  const account = accountById(tx, accountId);
  const failed = (account ? failuresSoFar(account.failedSignIns, account.failedSignInAt, now) : 0) + 1;
  setSecrets(tx, accountId, { failedSignIns: failed, failedSignInAt: now, lockedUntilAt: lockedUntil(failed, now) });
}
