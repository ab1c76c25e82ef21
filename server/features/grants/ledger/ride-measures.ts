import type { Act } from '#server/records/change.ts';
import { asPenalty, followersOf, rideFacts, rideOf } from './follow-penalty.ts';
import { demandGrant, recordGrantAct } from './grant-record.ts';
import { factsFor, followLapses } from './lapses.ts';
import type { GrantRecord } from '../queries.ts';
import { settleTasks } from './settle-tasks.ts';
import { appendEvent, applyChanges, nextVersion } from '../store.ts';

/**
 * Compulsory measures follow the penalty that they serve, in the transaction that moved it: they end when the last of their penalties ends,
 * and rest while the department exercises it (行政强制法 17). Nobody signs: it follows from what somebody signed for the penalty.
 */
export function rideMeasures(act: Act, penalty: GrantRecord): void {
  for (const grantId of followersOf(act, penalty)) follow(act, demandGrant(act, grantId), penalty);
}

/** A measure whose own end was just moved stands no longer than its penalties all the same. */
export function rideAlong(act: Act, measure: GrantRecord): void {
  if (measure.statutoryType !== 'compulsion') return;
  const ride = rideOf(act.tx, measure, asPenalty(measure), act.now);
  const withGrantId = ride && (ride.endsWithGrantId ?? measure.row.endsWithGrantId);
  if (withGrantId === null || withGrantId === measure.row.id) return;
  follow(act, measure, demandGrant(act, withGrantId));
}

const nobody = { accountId: null, actorName: null, actorOrganisation: null, onBehalfOf: null } as const;

function follow(act: Act, measure: GrantRecord, penalty: GrantRecord): void {
  const { id, version } = measure.row;
  const ride = rideOf(act.tx, measure, asPenalty(penalty), act.now);
  if (ride) applyChanges(act.tx, measure.row, [ride.change], { now: act.now, reason: '' });
  const moved = ride ? demandGrant(act, id) : measure;
  const rests = followLapses(act, moved, factsFor(act.tx, moved));
  if (!ride && !rests) return;
  if (!nextVersion(act.tx, id, version, ride ? { endsWithGrantId: ride.endsWithGrantId } : {}))
    throw new Error(`grant ${id} changed inside its own transaction`);
  const after = demandGrant(act, id);
  const kind = ride ? 'end_rides' : 'rests_along';
  const facts = rideFacts(after, penalty);
  appendEvent(act.tx, { id: act.newId(), grantId: id, at: act.now, kind, ...nobody, facts });
  recordGrantAct(act, kind, after, facts);
  settleTasks(act, after, kind);
}
