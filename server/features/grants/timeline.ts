import { presentActor } from '#server/features/accounts/index.ts';
import type { z } from 'zod';
import type { GrantEvent } from '#contract/grants/grant-file.ts';
import { endKindOf } from '#server/domain/grants/grant.ts';
import type { GrantRecord } from './ledger/grant-record.ts';
import type { EventRow, SuspensionRow } from './queries.ts';

type Event = z.infer<typeof GrantEvent>;

/** What people did, and what the calendar did: start, lapses and end follow from dates and are told when they have come. */
export function timelineOfGrant(record: GrantRecord, rows: readonly EventRow[], now: number): Event[] {
  const { grant } = record.file;
  const isEmpty = grant.toAt <= grant.fromAt;
  const computed = [
    ...(isEmpty ? [] : [dated(record, 'started', grant.fromAt, { documentNumber: record.row.documentNumber })]),
    ...record.suspensionRows.filter(({ kind }) => kind === 'lapse').flatMap((one) => lapseEvents(record, one)),
    dated(record, 'ended', grant.toAt, { endKind: endKindOf(grant) }),
  ];
  const happened = computed.filter(({ at }) => at <= now);
  return [...rows.map(presentEvent), ...happened].sort((a, b) => a.at - b.at || rankOf(a) - rankOf(b));
}

/** At one instant a grant is first given, then begins; whatever people did then comes before its end. */
function rankOf({ kind }: Event): number {
  const early: readonly Event['kind'][] = ['granted', 'started'];
  return kind === 'ended' ? early.length + 1 : early.includes(kind) ? early.indexOf(kind) : early.length;
}

function lapseEvents(record: GrantRecord, { id, fromAt, toAt }: SuspensionRow): Event[] {
  const { grant } = record.file;
  if (fromAt >= toAt || fromAt >= grant.toAt) return [];
  const facts = { kind: 'lapse' };
  const begun = dated(record, 'suspended', fromAt, facts, id);
  return toAt < grant.toAt ? [begun, dated(record, 'resumed', toAt, facts, id)] : [begun];
}

function dated(record: GrantRecord, kind: Event['kind'], at: number, facts: Event['facts'], id = record.row.id): Event {
  return { id: `${id}-${kind}`, at, kind, by: null, facts };
}

function presentEvent({ id, at, kind, facts, ...columns }: EventRow): Event {
  return { id, at, kind: kind as Event['kind'], by: presentActor(columns), facts };
}
