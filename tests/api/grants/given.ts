import type { Actor } from '#server/domain/people/actor.ts';
import type { Outcome } from '#server/domain/values/outcome.ts';
import { openGrant, openGrantBySwap, type NewGrant, type OpenedGrant } from '#server/features/grants/open-grant.ts';
import { change, type Act } from '#server/records/change.ts';
import { itemOf, menu, people, type Person, type PowerKey } from '#tests/builders/county.ts';
import type { TestApp } from '#tests/support/app.ts';

export const day = 86_400_000;

const decider = { accountId: 'decider', name: '县领导', onBehalfOf: null } as const;
const signatory = { accountId: 'decider', name: '县领导', organisation: '青禾县人民政府', onBehalfOf: null, onBehalfOfId: null } as const;

/** Somebody of the small county, as a session makes them. */
export function actorOf(id: Person): Actor {
  const { name, role, in: organisationId } = people[id];
  const organisationKind =
    organisationId === 'east' || organisationId === 'west' ? 'township' : organisationId === 'county' ? 'county' : 'department';
  return { accountId: id, name, memberships: [{ organisationId, organisationKind, role }], onBehalfOf: null };
}

/** Runs what a request does when it becomes a grant. */
function within<T>(app: TestApp, work: (act: Act) => Outcome<T>): Promise<Outcome<T>> {
  const context = { operationId: 'signHandOver', actor: decider, now: app.clock.now(), requestId: app.newId(), idempotency: null };
  return change(app.ports, context, work as never) as unknown as Promise<Outcome<T>>;
}

function newGrant(app: TestApp, power: PowerKey, changes: Partial<NewGrant>): NewGrant {
  const item = menu[power];
  return {
    ...{
      requestId: app.newId(),
      itemId: itemOf(power),
      powerId: power,
      townshipId: 'east',
      departmentId: item.department,
      carrier: item.terms.carrier,
    },
    scope: { scopeNote: item.terms.scopeNote, carveOuts: item.terms.carveOuts },
    prerequisites: item.terms.prerequisites.map((prerequisite) => ({ prerequisite, waivedUntilAt: null })),
    serves: null,
    startsAt: app.clock.now(),
    trialMonths: item.terms.trialMonths,
    termMonths: item.terms.termMonths,
    common: null,
    signatory,
    ...changes,
  };
}

export const tryGrant = (app: TestApp, power: PowerKey, changes: Partial<NewGrant> = {}): Promise<Outcome<OpenedGrant>> =>
  within(app, (act) => openGrant(act, newGrant(app, power, changes)));

export const trySwap = (
  app: TestApp,
  replacedId: string,
  power: PowerKey,
  changes: Partial<NewGrant> = {},
): Promise<Outcome<OpenedGrant>> => within(app, (act) => openGrantBySwap(act, newGrant(app, power, changes), replacedId));

/** A grant of the power to east, from now on unless said otherwise. */
export async function givenGrant(app: TestApp, power: PowerKey, changes: Partial<NewGrant> = {}): Promise<string> {
  return demand(await tryGrant(app, power, changes)).grantId;
}

export function demand<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** Every row of a statement, as objects. */
export const rowsOf = (app: TestApp, statement: string, ...parameters: unknown[]): Record<string, unknown>[] =>
  app.db.$client.prepare(statement).all(...parameters) as Record<string, unknown>[];

/** Open tasks of a grant, by kind. */
export const openTasks = (app: TestApp, grantId: string): string[] =>
  rowsOf(app, 'SELECT kind FROM tasks WHERE subject_id = ? AND closed_at IS NULL ORDER BY kind', grantId).map(({ kind }) => String(kind));
