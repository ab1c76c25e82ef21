import { pageOf } from '#server/platform/list-page.ts';
import type {
  createAccount as createContract,
  editAccount as editContract,
  endAccountSessions as endContract,
  listAccounts as listContract,
  readAccount as readContract,
  resetSecret as resetContract,
} from '#contract/accounts/accounts.ts';
import type { AnswerOf } from '#contract/operation.ts';
import type { Db } from '#db/connection.ts';
import { peopleOf, type Actor } from '#server/domain/people/actor.ts';
import type { Role } from '#server/domain/values/words.ts';
import { answered, type CallOf, notFound, refuse, type Refused } from '#server/platform/binding.ts';
import { change, changeOnce, presentFound } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { areCompatible, fits } from './membership-rules.ts';
import { hashPassword, newSecret } from './passwords.ts';
import { presentAccount, presentAccounts } from './present.ts';
import { accountById, accountByUsername, accountPage, activeAdmins, membershipRows, type AccountRow } from './queries.ts';
import { organisationById } from '#server/features/organisations/index.ts';
import { endSessions, insertAccount, keepFormerPassword, replaceMemberships, setSecrets, updateAccount } from './store.ts';

export const listAccounts = (ports: Ports) => (call: CallOf<typeof listContract>) => {
  const limit = call.query.limit ?? 50;
  const { rows, total } = accountPage(ports.db, { q: call.query.q, after: call.query.cursor ?? null, limit });
  const { shown, nextCursor } = pageOf(rows, limit, ({ username }) => username);
  return answered({ items: presentAccounts(ports.db, shown, call.now), nextCursor, total, isTotalExact: true });
};

export const readAccount = (ports: Ports) => (call: CallOf<typeof readContract>) =>
  accountById(ports.db, call.params.accountId) ? answered(presentAccount(ports.db, call.params.accountId, call.now)) : notFound;

type Opened = AnswerOf<typeof createContract>;

/** The initial secret is shown once; a repeated request sees that the account is there. */
const withoutSecret = (now: number) =>
  presentFound(accountById, ({ id }, db): Opened => ({ account: presentAccount(db, id, now), initialSecret: null }));

/** Opens an account. The initial secret is in this one answer and nowhere else, not even in what a repeated key gets. */
export const createAccount = (ports: Ports) => async (call: CallOf<typeof createContract>) => {
  const initialSecret = newSecret();
  const passwordHash = await hashPassword(initialSecret);
  return changeOnce(ports, call, withoutSecret(call.now), (act) => {
    if (accountByUsername(act.tx, call.body.username)) return refuse('username_taken', {}, ['/username']);
    const refusal = checkMemberships(act.tx, call.body.memberships);
    if (refusal) return refusal;
    const id = act.newId();
    insertAccount(act.tx, {
      id,
      username: call.body.username,
      name: call.body.name,
      passwordHash,
      passwordChangedAt: call.now,
      mustChangePassword: true,
      failedSignIns: 0,
      version: 1,
      createdAt: call.now,
    });
    replaceMemberships(act.tx, id, call.body.memberships);
    act.record({
      action: 'account_created',
      subjectKind: 'account',
      subjectId: id,
      detail: { username: call.body.username, memberships: call.body.memberships },
    });
    const account = presentAccount(act.tx, id, call.now);
    const value: Opened = { account, initialSecret };
    return { kind: 'done', value, resultId: account.id };
  });
};

export const editAccount = (ports: Ports) => (call: CallOf<typeof editContract>) =>
  changeOnce(
    ports,
    call,
    presentFound(accountById, ({ id }, db) => presentAccount(db, id, call.now)),
    (act) => {
      const before = accountById(act.tx, call.params.accountId);
      if (!before) return notFound;
      const stale = refuseStale(act.tx, before, call.expectedVersion, accountActs);
      if (stale) return stale;
      const refusal = checkMemberships(act.tx, call.body.memberships) ?? checkOwnHands(call) ?? checkLastAdmin(act.tx, call);
      if (refusal) return refusal;
      const disabledAt = call.body.isDisabled ? (before.disabledAt ?? call.now) : null;
      if (!updateAccount(act.tx, before.id, call.expectedVersion, { name: call.body.name, disabledAt })) {
        return staleAccount(act.tx, before, call.expectedVersion);
      }
      const former = membershipRows(act.tx, [before.id]).map(({ organisation, role }) => ({ organisationId: organisation.id, role }));
      replaceMemberships(act.tx, before.id, call.body.memberships);
      // New rights start with a new sign-in, and lost ones must not live on in an open session.
      endSessions(act.tx, before.id, call.now);
      act.record({ action: 'account_changed', subjectKind: 'account', subjectId: before.id, detail: { former, now: call.body } });
      return { kind: 'done', value: presentAccount(act.tx, before.id, call.now) };
    },
  );

export const resetSecret = (ports: Ports) => async (call: CallOf<typeof resetContract>) => {
  const initialSecret = newSecret();
  const passwordHash = await hashPassword(initialSecret);
  return changeOnce(ports, call, withoutSecret(call.now), (act) => {
    const before = accountById(act.tx, call.params.accountId);
    if (!before) return notFound;
    const stale = refuseStale(act.tx, before, call.expectedVersion, accountActs);
    if (stale) return stale;
    if (isOwn(call, before.id)) return refuse('own_account');
    if (!updateAccount(act.tx, before.id, call.expectedVersion, {})) return staleAccount(act.tx, before, call.expectedVersion);
    keepFormerPassword(act.tx, before.id, call.now, before.passwordHash);
    setSecrets(act.tx, before.id, {
      passwordHash,
      passwordChangedAt: call.now,
      mustChangePassword: true,
      failedSignIns: 0,
      lockedUntilAt: null,
    });
    endSessions(act.tx, before.id, call.now);
    act.record({ action: 'secret_reset', subjectKind: 'account', subjectId: before.id, detail: {} });
    const account = presentAccount(act.tx, before.id, call.now);
    const value: Opened = { account, initialSecret };
    return { kind: 'done', value, resultId: account.id };
  });
};

export const endAccountSessions = (ports: Ports) => (call: CallOf<typeof endContract>) =>
  change(ports, call, (act) => {
    if (!accountById(act.tx, call.params.accountId)) return notFound;
    const ended = endSessions(act.tx, call.params.accountId, call.now);
    act.record({ action: 'sessions_ended', subjectKind: 'account', subjectId: call.params.accountId, detail: { ended } });
    return { kind: 'done', value: undefined };
  });

interface Wanted {
  readonly organisationId: string;
  readonly role: Role;
}
function checkMemberships(db: Db, wanted: readonly Wanted[]): Refused | null {
  for (const [index, { organisationId, role }] of wanted.entries()) {
    const organisation = organisationById(db, organisationId);
    if (!organisation || !fits(role, organisation)) return refuse('membership_mismatch', {}, [`/memberships/${String(index)}`]);
  }
  return areCompatible(wanted.map(({ role }) => role)) ? null : refuse('membership_mismatch', {}, ['/memberships']);
}

/** An account's trail also tells of sign-ins and passwords; what made a new version of it is this. */
const accountActs = ['account_changed', 'secret_reset'] as const;
const staleAccount = (db: Db, account: AccountRow, seen: number): Refused => staleVersion(db, account, seen, accountActs);

/** Neither one's own account nor that of the person in whose place one acts. */
const isOwn = ({ actor }: { readonly actor: Actor }, accountId: string): boolean => peopleOf(actor).includes(accountId);

/** Administrators neither take away nor give themselves rights (RULES.md 2.12). */
function checkOwnHands(call: CallOf<typeof editContract>): Refused | null {
  return isOwn(call, call.params.accountId) ? refuse('own_account') : null;
}

function checkLastAdmin(db: Db, call: CallOf<typeof editContract>): Refused | null {
  const staysAdmin = !call.body.isDisabled && call.body.memberships.some(({ role }) => role === 'admin');
  const others = activeAdmins(db).filter((id) => id !== call.params.accountId);
  return staysAdmin || others.length > 0 ? null : refuse('last_admin');
}
