import type {
  changePassword as changeContract,
  endMySession as endContract,
  listMySessions as listContract,
  signOut as signOutContract,
} from '#contract/sign-in.ts';
import { type Answer, answered, type CallOf, notFound, refuse } from '#server/platform/binding.ts';
import { change } from '#server/records/change.ts';
import { countFailedSignIn } from './count-failed-sign-in.ts';
import type { Ports } from '#server/platform/ports.ts';
import { lockedFor } from './lockout.ts';
import {
  accountById,
  type AccountRow,
  checkPassword,
  endSessions,
  formerHashes,
  hashPassword,
  isPassword,
  keepFormerPassword,
  setSecrets,
} from '#server/features/accounts/index.ts';
import { endSession } from './store.ts';
import { liveSessionsOf } from './queries.ts';

/** Ends the session of the cookie. */
export const signOut =
  (ports: Ports) =>
  async (call: CallOf<typeof signOutContract>): Promise<Answer<undefined>> => {
    const outcome = await change(ports, call, (act) => {
      if (call.sessionId !== null) endSession(act.tx, call.actor.accountId, call.sessionId, call.now);
      act.record({ action: 'signed_out', subjectKind: 'account', subjectId: call.actor.accountId, detail: {} });
      return { kind: 'done', value: undefined };
    });
    return outcome.kind === 'done' ? { ...outcome, session: { kind: 'ended' } } : outcome;
  };

export const listMySessions = (ports: Ports) => (call: CallOf<typeof listContract>) =>
  answered({
    items: liveSessionsOf(ports.db, call.actor.accountId, call.now).map(({ id, createdAt, lastSeenAt, address, userAgent }) => ({
      id,
      createdAt,
      lastSeenAt,
      address,
      userAgent,
      isCurrent: id === call.sessionId,
    })),
  });

export const endMySession = (ports: Ports) => (call: CallOf<typeof endContract>) =>
  change(ports, call, (act) => {
    if (!endSession(act.tx, call.actor.accountId, call.params.sessionId, call.now)) return notFound;
    act.record({
      action: 'session_ended',
      subjectKind: 'account',
      subjectId: call.actor.accountId,
      detail: { session: call.params.sessionId },
    });
    return { kind: 'done', value: undefined };
  });

/** Changes the own password; wrong guesses count like failed sign-ins, and all other sessions end. */
export const changePassword =
  (ports: Ports) =>
  async (call: CallOf<typeof changeContract>): Promise<Answer<undefined>> => {
    const account = accountById(ports.db, call.actor.accountId);
    if (!account) return notFound;
    const isRight = await isPassword(account.passwordHash, call.body.current);
    // Looked at after the hash, as in signing in: guesses sent at once count one after the other.
    const lockedUntilAt = accountById(ports.db, account.id)?.lockedUntilAt ?? 0;
    if (lockedUntilAt > call.now) return refuse('locked_out', lockedFor(lockedUntilAt, call.now));
    if (!isRight) return countFailure(ports, call, account);
    const weak = checkPassword(call.body.next, account.username);
    if (weak) return weak;
    if (await wasUsed(ports, account, call.body.next)) return refuse('password_used_before', {}, ['/next']);
    const passwordHash = await hashPassword(call.body.next);
    return change(ports, call, (act) => {
      // Somebody may have reset the secret while the hash was being made.
      if (accountById(act.tx, account.id)?.passwordHash !== account.passwordHash) return refuse('wrong_credentials', {}, ['/current']);
      keepFormerPassword(act.tx, account.id, call.now, account.passwordHash);
      setSecrets(act.tx, account.id, {
        passwordHash,
        passwordChangedAt: call.now,
        mustChangePassword: false,
        failedSignIns: 0,
        lockedUntilAt: null,
      });
      const ended = endSessions(act.tx, account.id, call.now, call.sessionId);
      act.record({ action: 'password_changed', subjectKind: 'account', subjectId: account.id, detail: { sessionsEnded: ended } });
      return { kind: 'done', value: undefined };
    });
  };

async function countFailure(ports: Ports, call: CallOf<typeof changeContract>, account: AccountRow): Promise<Answer<undefined>> {
  // Counted even if the session has ended meanwhile: a guess is a guess.
  const guesser = { accountId: account.id, name: account.name, onBehalfOf: call.actor.onBehalfOf };
  await change(ports, { ...call, actor: guesser }, (act) => {
    countFailedSignIn(act.tx, account.id, call.now);
    act.record({ action: 'sign_in_failed', subjectKind: 'account', subjectId: account.id, detail: { address: call.address } });
    return { kind: 'done', value: undefined };
  });
  return refuse('wrong_credentials', {}, ['/current']);
}

/** The last five passwords and the present one do not come back (等保 2.0). */
async function wasUsed(ports: Ports, account: AccountRow, next: string): Promise<boolean> {
  for (const passwordHash of [account.passwordHash, ...formerHashes(ports.db, account.id)]) {
    if (await isPassword(passwordHash, next)) return true;
  }
  return false;
}
