import type { z } from 'zod';
import type { HistoryEntry, HistoryReason, readHistory as contract } from '#contract/register.ts';
import { endKindOf } from '#server/domain/grants/grant.ts';
import { timelineOf, type Segment, type Territory } from '#server/domain/ledger/ledger.ts';
import { FOREVER, dayOf } from '#server/domain/time/time.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { bodyById, historyRows, powerByCode, publishedTerms, suspensionsOf, type BodyRow, type HistoryRow } from './queries.ts';

type Reason = z.infer<typeof HistoryReason>;

/** Every change of hands of one power in one township, past and planned. */
export const readHistory = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const power = powerByCode(ports.db, call.params.code);
  const township = bodyById(ports.db, call.params.townshipId);
  if (!power || township?.kind !== 'township' || !publishedTerms(ports.db, power.id, call.now)) return notFound;
  const department = bodyById(ports.db, power.departmentId);
  if (!department) throw new Error(`organisation ${power.departmentId} is referred to but missing`);
  const holdings = historyRows(ports.db, power.id, township.id);
  const suspensions = suspensionsOf(
    ports.db,
    holdings.map(({ grantId }) => grantId),
  );
  const territory: Territory = { powerId: power.id, townshipId: township.id, departmentId: power.departmentId, holdings, suspensions };
  return answered({
    code: power.code,
    powerName: power.name,
    townshipName: township.name,
    departmentName: department.name,
    entries: presentSegments(timelineOf(territory), holdings, { township, department }),
  });
};

function presentSegments(
  segments: readonly Segment[],
  holdings: readonly HistoryRow[],
  side: { readonly township: BodyRow; readonly department: BodyRow },
): z.infer<typeof HistoryEntry>[] {
  return segments.map(({ fromAt, toAt, holder }, index) => ({
    fromOn: dayOf(fromAt),
    toOn: toAt < FOREVER ? dayOf(toAt) : null,
    holder: holder.by,
    holderName: side[holder.by].name,
    documentNumber: holder.documentNumber,
    reason: reasonOf(holder, segments[index - 1]?.holder ?? null, holdings),
  }));
}

/** Why a stretch began, from what went before; reasons in words belong to the file, not to the public. */
function reasonOf(now: Segment['holder'], before: Segment['holder'] | null, holdings: readonly HistoryRow[]): Reason {
  if (!before) return 'always';
  if (now.isSuspended) return 'suspended';
  if (now.by === 'township') return before.grantId === now.grantId ? 'resumed' : 'granted';
  const ended = holdings.find(({ grantId }) => grantId === before.grantId);
  return (ended && endKindOf(ended)) ?? 'expired';
}
