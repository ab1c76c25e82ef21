import { type GrantFile, grantState, hasOpenCase } from './grant.ts';
import { type Holding, type LedgerChange, clearEnd, planEnd, planHolding } from '../ledger/ledger.ts';
import { type DomainRefusal, type Outcome, done, refusal } from '../values/outcome.ts';

/** The old grant and the holding that is to take its place. */
export interface Swap {
  readonly replaced: GrantFile;
  readonly opening: Holding;
  /** Holdings of the new power by the same township, past and future. */
  readonly others: readonly Holding[];
}

/** Both changes, to be written in one transaction or not at all. */
export interface PlannedSwap {
  readonly changes: readonly [ended: LedgerChange, opened: LedgerChange];
}

/** Why a grant cannot be replaced by a holding of this power: it is not running, is ending, is under a case, or is the same power (RULES.md 6.17). */
export function guardSwap(replaced: GrantFile, powerId: string, townshipId: string, now: number): DomainRefusal | null {
  const { grant } = replaced;
  const state = grantState(grant, now);
  const isRunning = state !== 'ended' && state !== 'scheduled';
  if (!isRunning || hasOpenCase(replaced, now) || grant.townshipId !== townshipId)
    return refusal('replaced_grant_unavailable', { grantId: grant.grantId });
  if (!grant.isReturnable) return refusal('not_returnable', { basis: grant.notReturnableBasis ?? '' });
  return grant.powerId === powerId ? refusal('swap_same_power') : null;
}

/** Ends the old grant and starts the new one at the same instant, or does nothing (RULES.md 7.3). */
export function planSwap({ replaced, opening, others }: Swap, now: number): Outcome<PlannedSwap> {
  const at = opening.fromAt;
  const found = guardSwap(replaced, opening.powerId, opening.townshipId, now);
  if (found) return { kind: 'refused', refusal: found };
  if (at < now) return { kind: 'refused', refusal: refusal('start_date_past') };
  // A term that runs out before would leave a gap where the township counts on none.
  if (at >= replaced.grant.toAt)
    return { kind: 'refused', refusal: refusal('replaced_grant_unavailable', { grantId: replaced.grant.grantId }) };
  const ended = planEnd(replaced.others, replaced.grant, at, 'swapped', now);
  if (ended.kind === 'refused') return ended;
  const opened = planHolding(others, opening);
  return opened.kind === 'refused' ? opened : done({ changes: [ended.value, opened.value] });
}

/**
 * What gives the old grant back when the county takes the new one back before it has begun: the swap does nothing then, and the old grant
 * runs on as it was agreed. Null where it ends for another reason, or its time has been promised to somebody meanwhile (RULES.md 6.18).
 */
export function undoSwap({ grant, others }: GrantFile, opening: Holding, now: number): LedgerChange | null {
  const isPlanned = grant.endKind === 'swapped' && grant.toAt === opening.fromAt && now < opening.fromAt;
  const restored = isPlanned ? clearEnd(others, grant, now) : null;
  return restored?.kind === 'done' ? restored.value : null;
}
