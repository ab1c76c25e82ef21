import type { GrantAct } from '#contract/audit/audit-trail.ts';
import type { GrantEventOf } from '#contract/grants/grant-facts.ts';
import type { Db } from '#db/connection.ts';
import type { Signatory } from '#server/domain/people/signatory.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { Outcome } from '#server/domain/values/outcome.ts';
import { covers } from '#server/domain/people/scope.ts';
import { grantScope } from '#server/domain/people/visibility.ts';
import type { Role } from '#server/domain/values/words.ts';
import { signatoryOf } from '#server/features/accounts/index.ts';
import { notFound } from '#server/platform/binding.ts';
import { changeOnce, presentFound, type Act, type ChangeContext } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale } from '#server/records/stale.ts';
import { changeLedger } from './ledger/change-ledger.ts';
import { loadGrant, type GrantRecord } from './ledger/grant-record.ts';
import { factsFor } from './ledger/lapses.ts';
import { presentDetail } from './present.ts';
import { signedBy } from './ledger/signed-by.ts';
import { toldAs } from './ledger/told.ts';
import type { Move } from './ledger/write-ledger.ts';

export interface GrantCall extends ChangeContext {
  readonly actor: Actor;
  readonly params: { readonly grantId: string };
  readonly expectedVersion: number;
}

/** What an act does to a grant, once the domain has allowed it: what is told of it, and what changes. */
export interface Effect extends Pick<Move, 'changes' | 'reason' | 'returned' | 'recalled'> {
  readonly event: GrantEventOf<GrantAct>;
  readonly trial?: { readonly trialEndsAt: number | null; readonly trialClosedAt: number | null; readonly isTrialExtended: boolean };
}
export interface Acting {
  readonly act: Act;
  readonly signatory: Signatory;
}

/**
 * The way of every act on a grant: visible, of the version that the caller saw, allowed; then ledger, timeline and all that follows in the same
 * transaction.
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
    const stale = refuseStale(act.tx, { id, version }, call.expectedVersion);
    if (stale) return stale;
    const signatory = signatoryOf(act.tx, call.actor, role, role === 'lead' ? before.row.townshipId : undefined);
    const outcome = decide(before, { act, signatory });
    if (outcome.kind === 'refused') return outcome;
    const { event, trial, ...moved } = outcome.value;
    const told = toldAs(event, signedBy(signatory));
    const after = changeLedger(act, [{ grant: before, ...moved, ...(trial ? { fields: trial } : {}), told, outcome: event.kind }]);
    return { kind: 'done' as const, value: presentDetail(act.tx, after.grant, after.facts, call.actor, act.now) };
  });
}

function seenGrant(db: Db, id: string, actor: Actor): GrantRecord | null {
  const record = loadGrant(db, id);
  return record && covers(grantScope(actor), record.row) ? record : null;
}
