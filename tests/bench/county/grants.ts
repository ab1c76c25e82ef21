import type { Connection } from '#db/connection.ts';
import { dayOf, FOREVER } from '#server/domain/time/time.ts';
import { into } from './bulk.ts';
import type { Township } from './frame.ts';
import { scattered } from './ids.ts';
import type { Item } from './menu.ts';

const day = 86_400_000;

/** What a granted request has left behind: the grant, its holding, the ledger and the document; one in fifty is suspended. */
export function grantWriter(client: Connection, now: number, idAt: (at: number) => string) {
  const grant = into(
    client,
    'grants',
    ...[
      'id',
      'request_id',
      'item_id',
      'power_id',
      'township_id',
      'department_id',
      'carrier',
      'prerequisites',
      'document_number',
      'issued_at',
      'term_ends_at',
    ],
    ...['observed_from_at', 'trial_ends_at', 'trial_closed_at', 'is_trial_extended', 'version', 'created_at'],
  );
  const holding = into(client, 'holdings', 'grant_id', 'power_id', 'township_id', 'from_at', 'to_at');
  const suspension = into(client, 'suspensions', 'id', 'grant_id', 'kind', 'from_at', 'to_at', 'reason', 'created_at');
  const event = into(client, 'grant_events', 'id', 'grant_id', 'at', 'kind', 'facts');
  const paper = into(
    client,
    'issued_documents',
    ...['number', 'year', 'sequence', 'kind', 'title', 'subject_kind', 'subject_id', 'issued_on', 'issued_at', 'payload'],
  );
  const entry = into(
    client,
    'ledger_entries',
    ...['sequence', 'recorded_at', 'kind', 'grant_id', 'power_id', 'township_id', 'suspension_id', 'effective_at', 'until_at', 'detail'],
  );
  const prerequisites = JSON.stringify([
    { prerequisite: { key: 'officers', kind: 'certified_officers', certificateKind: 'law_enforcement', count: 2 }, waivedUntilAt: null },
  ]);
  const issuedIn = new Map<number, number>();
  let entries = 0;
  return (id: string, requestId: string | null, at: number, item: Item, township: Township, departmentId: string): void => {
    const year = Number(dayOf(at).slice(0, 4));
    const sequence = (issuedIn.get(year) ?? 0) + 1;
    issuedIn.set(year, sequence);
    const number = `青溪赋权〔${year}〕${sequence}号`;
    const trialEndsAt = at + 180 * day;
    grant(
      ...[id, requestId, item.itemId, item.powerId, township.id, departmentId, item.carrier, prerequisites, number, at, FOREVER],
      ...[at, trialEndsAt, trialEndsAt < now ? trialEndsAt : null, 0, 1, at],
    );
    holding(id, item.powerId, township.id, at, FOREVER);
    event(idAt(at), id, at, 'granted', JSON.stringify({ documentNumber: number, startsAt: at, replacedGrantId: null }));
    paper(number, year, sequence, 'grant', `${township.name}：${item.name}`, 'grant', id, dayOf(at), at, '{}');
    entries += 1;
    entry(entries, at, 'holding_opened', id, item.powerId, township.id, null, at, FOREVER, '{}');
    if (scattered(at, 50) !== 0) return;
    const suspensionId = idAt(at + day);
    const until = at + 31 * day;
    suspension(suspensionId, id, 'decision', at + day, until, '整改', at);
    entries += 1;
    entry(
      entries,
      at,
      'suspension_set',
      id,
      item.powerId,
      township.id,
      suspensionId,
      at + day,
      until,
      JSON.stringify({ suspensionKind: 'decision' }),
    );
  };
}
