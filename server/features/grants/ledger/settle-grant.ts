import type { LedgerChange } from '#server/domain/ledger/ledger.ts';
import type { TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { Act } from '#server/records/change.ts';
import { endWithPenalties, restOf, type TiedMeasure } from './follow-penalty.ts';
import type { GrantRecord } from './grant-record.ts';
import { lapseChanges } from './lapses.ts';
import { unsigned } from './signed-by.ts';
import { toldAs, type Told } from './told.ts';
import { withChanges, writeChanges, writeMove } from './write-ledger.ts';

/** Why a grant is looked at: an act has written it, people of its township changed, or a penalty that it serves has moved. */
export type Cause =
  | { readonly kind: 'act'; readonly outcome: string; readonly hasMoved: boolean }
  | { readonly kind: 'people' }
  | { readonly kind: 'penalty'; readonly grantId: string; readonly powerName: string };

/** Not signed: it follows from what was signed for the penalty. */
export function followEnd(act: Act, grant: GrantRecord, tie: TiedMeasure): GrantRecord {
  const next = endWithPenalties(tie, act.now);
  if (!next) return grant;
  const { change, endsWithGrantId, endsAt, penalty } = next;
  const facts = penaltyFacts(penalty, endsWithGrantId === null ? null : endsAt);
  const told = toldAs({ kind: 'end_rides', facts }, unsigned);
  return writeMove(act, { grant, changes: [change], fields: { endsWithGrantId }, told });
}

interface Known {
  readonly facts: TownshipFacts;
  readonly graceDays: number;
  readonly tie: TiedMeasure | null;
  readonly cause: Cause;
}

/** Suspensions to come say what rosters and penalties say. An act has told its own; for other grants the change is told here. */
export function followLapses(act: Act, grant: GrantRecord, { facts, graceDays, tie, cause }: Known): GrantRecord {
  const idle = tie ? restOf({ ...tie, measure: { ...tie.measure, grant: grant.file.grant } }, act.now) : [];
  const changes = lapseChanges(act, grant, { facts, graceDays, idle });
  if (changes.length === 0) return grant;
  if (cause.kind === 'act') return writeChanges(act, grant, changes);
  return writeMove(act, { grant, changes, told: cause.kind === 'people' ? projected(act, grant, changes) : resting(grant, cause) });
}

function projected({ now }: Act, grant: GrantRecord, changes: readonly LedgerChange[]): Told {
  const suspensions = withChanges(grant, changes, { now, reason: '' })
    .file.grant.suspensions.filter(({ kind, fromAt, toAt }) => kind === 'lapse' && fromAt < toAt && toAt > now)
    .map(({ fromAt, toAt }) => ({ fromAt, toAt }));
  return { event: null, record: { action: 'lapses_projected', detail: { suspensions } }, by: unsigned };
}

function resting({ row, period }: GrantRecord, penalty: Extract<Cause, { readonly kind: 'penalty' }>): Told {
  const facts = penaltyFacts(penalty, row.endsWithGrantId === null ? null : period.toAt);
  return toldAs({ kind: 'rests_along', facts }, unsigned);
}

/** What the timeline of a measure says of it: the penalty, and the day from which the measure is over, null when it goes on. */
const penaltyFacts = (penalty: { readonly grantId: string; readonly powerName: string }, endsAt: number | null) => ({
  ...{ withGrantId: penalty.grantId, withPowerName: penalty.powerName },
  endsOn: endsAt === null ? null : dayOf(endsAt),
});
