import type { Account } from '#contract/accounts/accounts.ts';
import type { Me } from '#contract/sign-in.ts';
import type { Substitution } from '#contract/accounts/substitutions.ts';
import type { z } from 'zod';
import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { capacitiesOf } from './capacities.ts';
import { accountById, membershipRows, type AccountRow } from './queries.ts';
import { countySettings, demandOrganisation, presentName } from '#server/features/organisations/index.ts';

export function presentMe(db: Db, actor: Actor, now: number): Me {
  const account = accountById(db, actor.accountId);
  if (!account) throw new Error('a live session without an account');
  const county = countySettings(db);
  return {
    accountId: account.id,
    username: account.username,
    name: account.name,
    memberships: actor.memberships.map(({ organisationId, role }) => ({
      organisation: presentName(demandOrganisation(db, organisationId)),
      role,
    })),
    standsInFor: capacitiesOf(db, account.id, now).map(({ accountId, name }) => ({ accountId, name })),
    actingFor: actor.onBehalfOf,
    mustChangePassword: account.mustChangePassword,
    county: { name: county.settings.countyName, isDemo: county.isDemo },
  };
}

/** Accounts with their roles; one query for the roles of all. */
export function presentAccounts(db: Db, rows: readonly AccountRow[], now: number): z.infer<typeof Account>[] {
  const roles = membershipRows(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    username: row.username,
    name: row.name,
    memberships: roles
      .filter(({ accountId }) => accountId === row.id)
      .map(({ organisation, role }) => ({ organisation: presentName(organisation), role })),
    isDisabled: row.disabledAt !== null,
    isLocked: row.lockedUntilAt !== null && row.lockedUntilAt > now,
    mustChangePassword: row.mustChangePassword,
    lastSignInAt: row.lastSignInAt,
    version: row.version,
  }));
}

export function presentAccount(db: Db, id: string, now: number): z.infer<typeof Account> {
  const row = accountById(db, id);
  const [account] = row ? presentAccounts(db, [row], now) : [];
  if (!account) throw new Error(`account ${id} is missing`);
  return account;
}

interface SubstitutionRow {
  readonly id: string;
  readonly awayAccountId: string;
  readonly substituteAccountId: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly reason: string;
  readonly endedAt: number | null;
  readonly version: number;
}

export function presentSubstitution(db: Db, row: SubstitutionRow): z.infer<typeof Substitution> {
  const nameOf = (id: string): string => accountById(db, id)?.name ?? '';
  const { id, awayAccountId, substituteAccountId, fromAt, toAt, reason, endedAt, version } = row;
  const names = { awayName: nameOf(awayAccountId), substituteName: nameOf(substituteAccountId) };
  return { id, awayAccountId, substituteAccountId, fromAt, toAt, reason, version, ...names, isEnded: endedAt !== null };
}
