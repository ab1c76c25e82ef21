import { pageOf } from '#server/platform/list-page.ts';
import type { z } from 'zod';
import type { GrantRow } from '#contract/grants/grant-file.ts';
import type { listGrants as contract } from '#contract/grants/grants.ts';
import { endKindOf, grantState } from '#server/domain/grants/grant.ts';
import { grantScope } from '#server/domain/people/visibility.ts';
import { lawFlags } from '#server/features/statutes/index.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { grantPage, type ListedGrant } from './list-queries.ts';
import { openEnd } from './present.ts';

/** Newest first; the state asked for is one of now, computed by the same dates as everywhere. */
export const listGrants = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { state, townshipId, powerId, cursor, limit = 50 } = call.query;
  const filter = { scope: grantScope(call.actor), state, townshipId, powerId, after: cursor, limit, now: call.now };
  const { rows, total, isTotalExact } = grantPage(ports.db, filter);
  const { shown, nextCursor } = pageOf(rows, limit, ({ id }) => id);
  const ids = shown.map(({ id }) => id);
  const flags = lawFlags(ports.db, 'grant', ids, call.now);
  const items = shown.map((row) => ({ ...presentListed(row, call.now), lawFlag: flags.get(row.id) ?? null }));
  return answered({ items, nextCursor, total, isTotalExact });
};

function presentListed(row: ListedGrant, now: number): Omit<z.infer<typeof GrantRow>, 'lawFlag'> {
  const { id, powerId, code, powerName, townshipId, townshipName, departmentName, carrier, documentNumber } = row;
  const suspensions =
    row.suspendedFromAt === null ? [] : [{ id: '', grantId: id, kind: 'lapse' as const, fromAt: row.suspendedFromAt, toAt: now + 1 }];
  const state = grantState({ ...row, suspensions }, now);
  return {
    ...{ id, powerId, code, powerName, townshipId, townshipName, departmentName, carrier, documentNumber, state },
    startsAt: row.fromAt,
    endsAt: openEnd(row.toAt),
    endKind: endKindOf(row),
    openCase: state === 'ended' ? null : row.openCase,
  };
}
