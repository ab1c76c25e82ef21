import { createHash, randomBytes } from 'node:crypto';
import type { Me, signIn as contract } from '#contract/sign-in.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { Db } from '#db/connection.ts';
import { type Answer, type CallOf, refuse, type Refused } from '#server/platform/binding.ts';
import { change } from '#server/records/change.ts';
import { countFailedSignIn } from './count-failed-sign-in.ts';
import type { Ports } from '#server/platform/ports.ts';
import { addressLimit, failuresSoFar, lockedFor, lockedUntil, sessionLimits } from './lockout.ts';
import {
  accountById,
  accountByUsername,
  type AccountRow,
  isPassword,
  membershipsOf,
  presentMe,
  setSecrets,
} from '#server/features/accounts/index.ts';
import { countAttempt, insertSession } from './store.ts';
import { attemptsFrom } from './queries.ts';

type Call = CallOf<typeof contract>;

/**
 * Signs in. Unknown, disabled and wrong answer alike and take the same time; failures count per account and per address,
 * in the same transaction as their audit row.
 */
export const signIn =
  (ports: Ports) =>
  async (call: Call): Promise<Answer<Me>> => {
    const tooMany = addressBlocked(ports.db, call);
    if (tooMany) return tooMany;
    const guessed = accountByUsername(ports.db, usernameOf(call));
    const isRight = await isPassword(guessed?.passwordHash ?? null, call.body.password);
    // Looked at after the hash: of a thousand guesses sent at once, the first few close the door for the rest.
    const closed = addressBlocked(ports.db, call) ?? lockedOut(ports.db, call);
    if (closed) return closed;
    return guessed && isRight && guessed.disabledAt === null ? open(ports, call, guessed) : fail(ports, call, guessed);
  };

const usernameOf = (call: Call): string => call.body.username.trim().toLowerCase();

/** A right password does not open a locked account, and the answer does not tell that it was right. */
function lockedOut(db: Db, call: Call): Refused | null {
  const account = accountByUsername(db, usernameOf(call));
  const until = account ? account.lockedUntilAt : unknownLockedUntil(db, call);
  return until !== null && until > call.now ? refuse('locked_out', lockedFor(until, call.now)) : null;
}

// A name without an account locks like one with an account: otherwise the lock itself would tell which names exist.
const unknownKey = (call: Call): string => `name:${usernameOf(call)}`;
function unknownLockedUntil(db: Db, call: Call): number | null {
  const attempts = attemptsFrom(db, unknownKey(call));
  return attempts ? lockedUntil(attempts.failed, attempts.windowStartedAt) : null;
}

function addressBlocked(db: Db, call: Call): Refused | null {
  const attempts = attemptsFrom(db, call.address);
  if (!attempts || attempts.failed < addressLimit.failures) return null;
  const left = attempts.windowStartedAt + addressLimit.windowMilliseconds - call.now;
  return left > 0 ? refuse('too_many_attempts', { seconds: Math.ceil(left / 1000) }) : null;
}

async function open(ports: Ports, call: Call, account: AccountRow): Promise<Answer<Me>> {
  const token = randomBytes(32).toString('base64url');
  const actor: Actor = { accountId: account.id, name: account.name, memberships: membershipsOf(ports.db, account.id), onBehalfOf: null };
  const expiresAt = call.now + sessionLimits.absoluteMilliseconds;
  const { memberships: _posts, ...opening } = actor;
  const outcome = await change(ports, { ...call, actor: opening, sessionId: null }, (act) => {
    const closed = lockedOut(act.tx, call) ?? changedMeanwhile(act.tx, account);
    if (closed) return closed;
    insertSession(act.tx, {
      tokenHash: createHash('sha256').update(token).digest('base64url'),
      id: act.newId(),
      accountId: account.id,
      createdAt: call.now,
      lastSeenAt: call.now,
      expiresAt,
      address: call.address,
      userAgent: call.userAgent,
    });
    setSecrets(act.tx, account.id, { failedSignIns: 0, lockedUntilAt: null, lastSignInAt: call.now });
    act.record({ action: 'signed_in', subjectKind: 'account', subjectId: account.id, detail: { address: call.address } });
    return { kind: 'done', value: presentMe(act.tx, actor, call.now) };
  });
  return outcome.kind === 'done' ? { ...outcome, session: { kind: 'opened', token, expiresAt } } : outcome;
}

/** While the hash was being made, the account may have been disabled or given another secret. */
function changedMeanwhile(db: Db, { id, passwordHash }: AccountRow): Refused | null {
  const account = accountById(db, id);
  return account?.passwordHash === passwordHash && account.disabledAt === null ? null : refuse('wrong_credentials');
}

async function fail(ports: Ports, call: Call, account: AccountRow | undefined): Promise<Answer<Me>> {
  const none = { accountId: account?.id ?? 'unknown', name: account?.name ?? '', onBehalfOf: null };
  await change(ports, { ...call, actor: none }, (act) => {
    const attempts = attemptsFrom(act.tx, call.address);
    const isFresh = !attempts || attempts.windowStartedAt + addressLimit.windowMilliseconds <= call.now;
    countAttempt(act.tx, call.address, isFresh ? 1 : attempts.failed + 1, isFresh ? call.now : attempts.windowStartedAt);
    if (account) {
      // Read again: several guesses may have been waiting for their hashes at once.
      countFailedSignIn(act.tx, account.id, call.now);
    } else {
      const before = attemptsFrom(act.tx, unknownKey(call));
      const failed = before ? failuresSoFar(before.failed, before.windowStartedAt, call.now) : 0;
      countAttempt(act.tx, unknownKey(call), failed + 1, call.now);
    }
    act.record({ action: 'sign_in_failed', subjectKind: 'account', subjectId: none.accountId, detail: { address: call.address } });
    return { kind: 'done', value: null };
  });
  return refuse('wrong_credentials');
}
