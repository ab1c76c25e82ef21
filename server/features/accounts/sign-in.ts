import { createHash, randomBytes } from 'node:crypto';
import type { signIn as contract } from '#contract/accounts.ts';
import type { Actor } from '#server/domain/actor.ts';
import type { Answer, CallOf } from '#server/platform/binding.ts';
import { refuse } from '#server/platform/binding.ts';
import { change } from '#server/platform/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { Me } from '#contract/accounts.ts';
import { addressLimit, lockedUntil, sessionLimits } from './lockout.ts';
import { isPassword } from './passwords.ts';
import { presentMe } from './present.ts';
import { accountByUsername, attemptsFrom, membershipsOf, type AccountRow } from './queries.ts';
import { countAttempt, insertSession, setSecrets } from './store.ts';

type Call = CallOf<typeof contract>;

/**
 * Signs in. Unknown, disabled and wrong answer alike and take the same time; failures count per account and per address,
 * in the same transaction as their audit row.
 */
export const signIn =
  (ports: Ports) =>
  async (call: Call): Promise<Answer<Me>> => {
    const blocked = addressBlockedFor(ports, call);
    if (blocked !== null) return refuse('too_many_attempts', { seconds: blocked });
    const account = accountByUsername(ports.db, call.body.username.trim().toLowerCase());
    const isRight = await isPassword(account?.passwordHash ?? null, call.body.password);
    // A right password does not open a locked account, and the answer does not tell that it was right.
    const locked = account ? account.lockedUntilAt : unknownLockedUntil(ports, call);
    if (locked !== null && locked > call.now) return refuse('locked_out', { seconds: Math.ceil((locked - call.now) / 1000) });
    return account && isRight && account.disabledAt === null ? open(ports, call, account) : fail(ports, call, account);
  };

// A name without an account locks like one with an account: otherwise the lock itself would tell which names exist.
const unknownKey = (call: Call): string => `name:${call.body.username.trim().toLowerCase()}`;
function unknownLockedUntil(ports: Ports, call: Call): number | null {
  const attempts = attemptsFrom(ports.db, unknownKey(call));
  return attempts ? lockedUntil(attempts.failed, attempts.windowStartedAt) : null;
}

function addressBlockedFor(ports: Ports, call: Call): number | null {
  const attempts = attemptsFrom(ports.db, call.address);
  if (!attempts || attempts.failed < addressLimit.failures) return null;
  const left = attempts.windowStartedAt + addressLimit.windowMilliseconds - call.now;
  return left > 0 ? Math.ceil(left / 1000) : null;
}

async function open(ports: Ports, call: Call, account: AccountRow): Promise<Answer<Me>> {
  const token = randomBytes(32).toString('base64url');
  const actor: Actor = { accountId: account.id, name: account.name, memberships: membershipsOf(ports.db, account.id), onBehalfOf: null };
  const expiresAt = call.now + sessionLimits.absoluteMilliseconds;
  const outcome = await change(ports, { ...call, actor, idempotency: null }, (act) => {
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

async function fail(ports: Ports, call: Call, account: AccountRow | undefined): Promise<Answer<Me>> {
  const nobody = { accountId: account?.id ?? 'unknown', name: account?.name ?? '', onBehalfOf: null };
  await change(ports, { ...call, actor: nobody, idempotency: null }, (act) => {
    const attempts = attemptsFrom(act.tx, call.address);
    const isFresh = !attempts || attempts.windowStartedAt + addressLimit.windowMilliseconds <= call.now;
    countAttempt(act.tx, call.address, isFresh ? 1 : attempts.failed + 1, isFresh ? call.now : attempts.windowStartedAt);
    if (account) {
      // Read again: several guesses may have been waiting for their hashes at once.
      const failed = (accountByUsername(act.tx, account.username)?.failedSignIns ?? 0) + 1;
      setSecrets(act.tx, account.id, { failedSignIns: failed, lockedUntilAt: lockedUntil(failed, call.now) });
    } else {
      countAttempt(act.tx, unknownKey(call), (attemptsFrom(act.tx, unknownKey(call))?.failed ?? 0) + 1, call.now);
    }
    act.record({ action: 'sign_in_failed', subjectKind: 'account', subjectId: nobody.accountId, detail: { address: call.address } });
    return { kind: 'done', value: null };
  });
  return refuse('wrong_credentials');
}
