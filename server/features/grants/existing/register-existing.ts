import type { OfficerFacts } from '#server/domain/requests/prerequisites.ts';
import type { Prerequisite } from '#server/domain/menu/terms.ts';
import { countyOrganisation } from '#server/features/organisations/index.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import type { Act } from '#server/records/change.ts';
import { isWatched } from './check-consequences.ts';
import { demandGrant } from '../ledger/grant-record.ts';
import { factsFor, followLapses } from '../ledger/lapses.ts';
import type { ExistingGrantRecord } from './existing-grant.ts';
import { rideAlong, rideMeasures } from '../ledger/ride-measures.ts';
import { settleTasks } from '../ledger/settle-tasks.ts';
import { appendEvent, applyChanges, insertGrant } from '../store.ts';

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

/** Enters a grant that is older than the portal, with its real days and its own document; people are watched from now on (domain.md section 6, 存量). */
export function registerExisting(act: Act, record: ExistingGrantRecord, common: Registering): string {
  const { powerId, townshipId, departmentId, itemId, carrier, documentNumber, issuedAt, fromAt, toAt, trialEndsAt } = record;
  const grantId = act.newId();
  insertGrant(act.tx, {
    ...{
      id: grantId,
      requestId: null,
      origin: 'existing',
      commonDecisionId: null,
      itemId,
      powerId,
      townshipId,
      departmentId,
      carrier,
      documentNumber,
      issuedAt,
    },
    prerequisites: common
      .prerequisitesOf(itemId)
      .filter(isWatched)
      .map((prerequisite) => ({ prerequisite, waivedUntilAt: null })),
    termEndsAt: toAt,
    observedFromAt: act.now,
    trialEndsAt,
    // A trial that was over before the portal began was closed on paper: the township went on.
    trialClosedAt: trialEndsAt !== null && trialEndsAt <= act.now ? trialEndsAt : null,
    ...{ isTrialExtended: false, endKind: null, endsWithGrantId: null, version: 1, createdAt: act.now },
  });
  applyChanges(act.tx, { powerId, townshipId }, [{ kind: 'holding_opened', grantId, powerId, townshipId, fromAt, toAt }], {
    now: act.now,
    reason: '',
  });
  const facts = { documentNumber, issuedAt, startsAt: fromAt };
  appendEvent(act.tx, { id: act.newId(), grantId, at: act.now, kind: 'registered', ...signedBy(act, common), facts });
  const outbox = { kind: 'grant_registered', payload: { powerId, townshipId, departmentId, startsAt: fromAt } };
  act.record({ action: 'grant_registered', subjectKind: 'grant', subjectId: grantId, detail: { carrier, ...facts, endsAt: toAt }, outbox });
  const registered = demandGrant(act, grantId);
  const changed = followLapses(act, registered, factsFor(act.tx, registered, common.officersOf(townshipId)));
  const settled = changed ? demandGrant(act, grantId) : registered;
  settleTasks(act, settled, 'granted');
  rideMeasures(act, settled);
  rideAlong(act, settled);
  return grantId;
}

const signedBy = ({ actor }: Act, { countyName }: Registering) => ({
  accountId: actor.accountId,
  actorName: actor.name,
  actorOrganisation: countyName,
  onBehalfOf: actor.onBehalfOf?.name ?? null,
});
