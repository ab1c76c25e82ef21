import type { OfficerFacts } from '#server/domain/requests/prerequisites.ts';
import type { Prerequisite } from '#server/domain/menu/terms.ts';
import { countyOrganisation } from '#server/features/organisations/index.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import type { Act } from '#server/records/change.ts';
import { isWatched } from './check-consequences.ts';
import { changeLedger } from '../ledger/change-ledger.ts';
import type { ExistingGrantRecord } from './existing-grant.ts';
import type { GrantRow } from '../queries.ts';
import type { By } from '../ledger/signed-by.ts';
import type { Told } from '../ledger/told.ts';

/** What the rows of one import have in common, so that a thousand of them read it once. */
export interface Registering {
  readonly prerequisitesOf: (itemId: string) => readonly Prerequisite[];
  readonly officersOf: (townshipId: string) => readonly OfficerFacts[];
  readonly countyName: string;
}

export function registering(act: Act, prerequisitesOf: (itemId: string) => readonly Prerequisite[]): Registering {
  const officers = new Map<string, readonly OfficerFacts[]>();
  return {
    prerequisitesOf,
    officersOf(townshipId) {
      const known = officers.get(townshipId) ?? townshipFacts(act.tx, townshipId).officers;
      officers.set(townshipId, known);
      return known;
    },
    countyName: countyOrganisation(act.tx)?.name ?? '',
  };
}

/** Enters a grant that is older than the portal, with its real days and its own document; people are watched from now on (RULES.md 6.25). */
export function registerExisting(act: Act, record: ExistingGrantRecord, common: Registering): string {
  const { powerId, townshipId, carrier, documentNumber, issuedAt, fromAt, toAt } = record;
  const grantId = act.newId();
  const facts = { documentNumber, issuedAt, startsAt: fromAt };
  const told: Told = {
    event: { kind: 'registered', facts },
    record: { action: 'grant_registered', detail: { ...facts, carrier, endsAt: toAt } },
    ...{ by: registeredBy(act, common), payload: { startsAt: fromAt } },
  };
  const holding = { kind: 'holding_opened', grantId, powerId, townshipId, fromAt, toAt } as const;
  changeLedger(act, [{ row: rowOf(act, grantId, record, common), holding, told, outcome: 'granted' }], common.officersOf);
  return grantId;
}

function rowOf({ now }: Act, id: string, record: ExistingGrantRecord, common: Registering): GrantRow {
  const { powerId, townshipId, departmentId, itemId, carrier, documentNumber, issuedAt, toAt, trialEndsAt } = record;
  return {
    ...{ id, requestId: null, origin: 'existing', commonDecisionId: null, itemId },
    ...{ powerId, townshipId, departmentId, carrier, documentNumber, issuedAt },
    prerequisites: common
      .prerequisitesOf(itemId)
      .filter(isWatched)
      .map((prerequisite) => ({ prerequisite, waivedUntilAt: null })),
    ...{ termEndsAt: toAt, observedFromAt: now, trialEndsAt },
    // A trial that was over before the portal began was closed on paper: the township went on.
    trialClosedAt: trialEndsAt !== null && trialEndsAt <= now ? trialEndsAt : null,
    ...{ isTrialExtended: false, endKind: null, endsWithGrantId: null, version: 1, createdAt: now },
  };
}

const registeredBy = ({ actor }: Act, { countyName }: Registering): By => ({
  accountId: actor.accountId,
  actorName: actor.name,
  actorOrganisation: countyName,
  onBehalfOf: actor.onBehalfOf?.name ?? null,
});
