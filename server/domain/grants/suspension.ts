import type { Actor } from '../people/actor.ts';
import { type Grant, type GrantFile, guardGrant, suspensionAt } from './grant.ts';
import type { LedgerChange } from '../ledger/ledger.ts';
import { type Outcome, done, isBlank, refused } from '../values/outcome.ts';
import { FOREVER } from '../time/time.ts';

/** A suspension by decision with its open end; lapses that were still to run give way to it, since suspensions do not overlap (RULES.md 6.10). */
export function openSuspension(grant: Grant, suspensionId: string, now: number): LedgerChange[] {
  const { grantId } = grant;
  const waiting = grant.suspensions.filter((one) => one.toAt > now && one.fromAt < one.toAt);
  const ended = waiting.map((one): LedgerChange => {
    return { kind: 'suspension_end_set', suspensionId: one.id, grantId, toAt: Math.max(one.fromAt, now) };
  });
  const fromAt = Math.max(now, grant.fromAt);
  return [...ended, { kind: 'suspension_set', suspensionKind: 'decision', suspensionId, grantId, fromAt, toAt: FOREVER }];
}

/** Suspends a running grant by decision, with a reason; the department holds the power from now on (RULES.md 6.9). */
export function decideSuspension(
  file: GrantFile,
  actor: Actor,
  command: { readonly suspensionId: string; readonly reason: string },
  now: number,
): Outcome<{ readonly changes: readonly LedgerChange[] }> {
  const refusal = guardGrant('suspend', file, actor, now);
  if (refusal) return { kind: 'refused', refusal };
  if (isBlank(command.reason)) return refused('reason_required', undefined, ['/reason']);
  return done({ changes: openSuspension(file.grant, command.suspensionId, now) });
}

/** Ends a suspension by decision now; lapses must then be projected anew, for a prerequisite may have gone meanwhile (RULES.md 6.10). */
export function decideResumption(
  file: GrantFile,
  actor: Actor,
  command: { readonly reason: string },
  now: number,
): Outcome<{ readonly changes: readonly LedgerChange[] }> {
  const refusal = guardGrant('resume', file, actor, now);
  if (refusal) return { kind: 'refused', refusal };
  if (isBlank(command.reason)) return refused('reason_required', undefined, ['/reason']);
  const running = suspensionAt(file.grant, now);
  if (!running) return refused('not_suspended');
  return done({ changes: [{ kind: 'suspension_end_set', suspensionId: running.id, grantId: running.grantId, toAt: now }] });
}
