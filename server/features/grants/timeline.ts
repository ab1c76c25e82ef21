import { presentActor } from '#server/features/accounts/index.ts';
import { GrantEvent } from '#contract/grants/grant-events.ts';
import { presentGrantFacts } from '#server/domain/history/former-facts.ts';
import { endKindOf } from '#server/domain/grants/grant.ts';
import type { GrantRecord } from './ledger/grant-record.ts';
import type { EventRow, SuspensionRow } from './queries.ts';

type Event = GrantEvent;
/** What the calendar did: it is not signed. */
type Dated = Extract<Event, { readonly kind: 'started' | 'suspended' | 'resumed' | 'ended' }>;
type Unstamped<E> = E extends unknown ? Omit<E, 'id' | 'at' | 'by'> : never;

/** What people did, and what the calendar did: start, lapses and end follow from dates and are told when they have come. */
export function timelineOfGrant(record: GrantRecord, rows: readonly EventRow[], now: number): Event[] {
  const { grant } = record.file;
  const isEmpty = grant.toAt <= grant.fromAt;
  const computed = [
    ...(isEmpty ? [] : [dated(record, { kind: 'started', facts: { documentNumber: record.row.documentNumber } }, grant.fromAt)]),
    ...record.suspensionRows.filter(({ kind }) => kind === 'lapse').flatMap((one) => lapseEvents(record, one)),
    dated(record, { kind: 'ended', facts: { endKind: endKindOf(grant) } }, grant.toAt),
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
  const facts = { kind: 'lapse' } as const;
  const begun = dated(record, { kind: 'suspended', facts }, fromAt, id);
  return toAt < grant.toAt ? [begun, dated(record, { kind: 'resumed', facts }, toAt, id)] : [begun];
}

function dated(record: GrantRecord, event: Unstamped<Dated>, at: number, id = record.row.id): Event {
  return { id: `${id}-${event.kind}`, at, by: null, ...event };
}

/** An event as it is shown, whichever version wrote it. One that no shape fits is told as such and keeps its place. */
export function presentEvent({ id, at, kind, facts, ...columns }: EventRow): Event {
  const by = presentActor(columns);
  const read = GrantEvent.safeParse({ id, at, by, kind, facts: presentGrantFacts(kind, facts) });
  return read.success ? read.data : { id, at, by, kind: 'unreadable', facts: {} };
}
