import type { GrantAct } from '#contract/audit/audit-trail.ts';
import type { GrantDetail } from '#contract/grants/grant-file.ts';
import type { Db } from '#db/connection.ts';
import type { GrantEventOf } from '#contract/grants/grant-facts.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { LedgerChange } from '#server/domain/ledger/ledger.ts';
import type { Outcome } from '#server/domain/values/outcome.ts';
import type { Role } from '#server/domain/values/words.ts';
import { signatoryOf, type SignatoryRow } from '#server/features/accounts/index.ts';
import { notFound } from '#server/platform/binding.ts';
import { changeOnce, presentFound, type Act, type ChangeContext } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { staleVersion } from '#server/records/stale.ts';
import { factsFor, followLapses } from './ledger/lapses.ts';
import { presentDetail } from './present.ts';
import { columnsOf, demandGrant, recordGrantAct } from './ledger/grant-record.ts';
import { loadGrant, type GrantRecord } from './queries.ts';
import { rideAlong, rideMeasures } from './ledger/ride-measures.ts';
import { settleTasks } from './ledger/settle-tasks.ts';
import { appendEvent, applyChanges, nextVersion } from './store.ts';
import { maySee } from './visibility.ts';

export interface GrantCall extends ChangeContext {
  readonly actor: Actor;
  readonly params: { readonly grantId: string };
  readonly expectedVersion: number;
}

/** What an act does to a grant, once the domain has allowed it: what is told of it, and what changes. */
export type Effect = GrantEventOf<GrantAct> & {
  readonly changes: readonly LedgerChange[];
  /** Why a suspension that begins with it begins. */
  readonly reason?: string;
  readonly trial?: { readonly trialEndsAt: number | null; readonly trialClosedAt: number | null; readonly isTrialExtended: boolean };
};
export interface Acting {
  readonly act: Act;
  readonly signatory: SignatoryRow;
}

/**
 * The way of every act on a grant: visible, of the version that the caller saw, allowed; then ledger, timeline, lapses and
 * tasks follow in the same transaction.
 */
export function changeGrant(ports: Ports, call: GrantCall, role: Role, decide: (record: GrantRecord, acting: Acting) => Outcome<Effect>) {
  const again = presentFound(
    (db, id) => seenGrant(db, id, call.actor),
    (record, db) => presentDetail(db, record, factsFor(db, record), call.actor, call.now),
  );
  return changeOnce(ports, call, again, (act) => {
    const before = seenGrant(act.tx, call.params.grantId, call.actor);
    if (!before) return notFound;
    const { id, version } = before.row;
    if (version !== call.expectedVersion) return staleVersion(act.tx, id, version, call.expectedVersion);
    const signatory = signatoryOf(act.tx, call.actor, role, role === 'lead' ? before.row.townshipId : undefined);
    const outcome = decide(before, { act, signatory });
    if (outcome.kind === 'refused') return outcome;
    const { changes, reason = '', trial, ...event } = outcome.value;
    if (!nextVersion(act.tx, id, version, trial)) return staleVersion(act.tx, id, version, call.expectedVersion);
    applyChanges(act.tx, before.row, changes, { now: act.now, reason });
    appendEvent(act.tx, { id: act.newId(), grantId: id, at: act.now, ...columnsOf(signatory), ...event });
    recordGrantAct(act, event.kind, before, event.facts);
    return { kind: 'done' as const, value: settle(act, id, call.actor, event.kind) };
  });
}

function seenGrant(db: Db, id: string, actor: Actor): GrantRecord | null {
  const record = loadGrant(db, id);
  return record && maySee(actor, record.row) ? record : null;
}

/** Lapses and tasks follow from what now stands; answers the grant as it is after the act. */
function settle(act: Act, id: string, actor: Actor, outcome: string): GrantDetail {
  const changed = demandGrant(act, id);
  const facts = factsFor(act.tx, changed);
  const settled = followLapses(act, changed, facts) ? demandGrant(act, id) : changed;
  settleTasks(act, settled, outcome);
  rideMeasures(act, settled);
  rideAlong(act, settled);
  const isFollower = settled.statutoryType === 'compulsion';
  return presentDetail(act.tx, isFollower ? demandGrant(act, id) : settled, facts, actor, act.now);
}
