import type { Connection, Tx } from '#db/connection.ts';
import { appendAudit } from '#server/records/audit.ts';
import { day, signatory, type Fate, type Line } from './case.ts';
import { inBulk, into } from './bulk.ts';
import type { Frame } from './frame.ts';
import { grantWriter } from './grants.ts';
import { scattered } from './ids.ts';
import type { Item } from './menu.ts';
import { historyWriter, steps } from './history.ts';
import { linesPerOrder, powerOf, type Size } from './sizes.ts';

/** Out of a hundred requests. Most are pending, so that inboxes are far fuller than any office's and there is enough to approve. */
const fates: readonly (Fate & { readonly share: number })[] = [
  { share: 35, state: 'in_review', stage: 'county' },
  { share: 20, state: 'in_review', stage: 'department' },
  { share: 5, state: 'in_review', stage: 'legal' },
  { share: 2, state: 'sent_back', stage: 'department' },
  { share: 20, state: 'granted', stage: null },
  { share: 5, state: 'approved', stage: null },
  { share: 8, state: 'rejected', stage: null },
  { share: 4, state: 'withdrawn', stage: null },
  { share: 1, state: 'lapsed', stage: null },
];
/** As the default settings say: with all of a township's slots taken, an approval waits for one, as it does in a busy county. */
const preparationSlots = 5;

const need = '群众反映强烈，辖区内每月发生多起，县级部门往返路程超过一小时，难以及时查处，由乡镇就近办理更为便捷有效。';
const approach = '由综合行政执法队承担，两名持证人员专职办理，建立台账并按月向县级部门报送。';

function fateOf(seed: number): Fate {
  let rest = scattered(seed, 100);
  for (const fate of fates) {
    if (rest < fate.share) return fate;
    rest -= fate.share;
  }
  return { state: 'lapsed', stage: null };
}

/** Orders with their requests, events and tasks, oldest first, each as far as its fate lets it come. */
export function fillCases(
  client: Connection,
  tx: Tx,
  size: Size,
  frame: Frame,
  items: readonly Item[],
  now: number,
  idAt: (at: number) => string,
): void {
  const order = into(
    client,
    'orders',
    'id',
    'number',
    'name',
    'township_id',
    'created_by',
    'created_at',
    'submitted_by',
    'submitted_at',
    'updated_at',
    'version',
  );
  const told = into(client, 'outbox', 'at', 'kind', 'subject_kind', 'subject_id', 'payload', 'delivered_at');
  const request = requestWriter(client, frame, now, idAt);
  const oldest = now - 700 * day;
  const newest = now - 90 * day;
  inBulk(client, 'orders with their requests', size.orders, (index) => {
    const townshipIndex = index % size.townships;
    const township = frame.townships[townshipIndex];
    if (!township) throw new RangeError('no such township');
    const nth = Math.floor(index / size.townships) * linesPerOrder;
    const at = Math.floor(oldest + ((newest - oldest) * index) / size.orders);
    const id = idAt(at);
    const { accountId, name } = township.lead;
    order(
      id,
      `青溪存单〔2025〕${index + 1}号`,
      `第${nth / linesPerOrder + 1}次点单`,
      township.id,
      accountId,
      at,
      signatory(township.lead),
      at,
      at,
      2,
    );
    appendAudit(tx, {
      ...{
        at,
        actorId: accountId,
        actorName: name,
        onBehalfOfId: null,
        onBehalfOf: null,
        action: 'order_submitted',
        subjectKind: 'order',
        subjectId: id,
      },
      ...{ detail: JSON.stringify({ number: `青溪存单〔2025〕${index + 1}号`, lines: [] }), requestId: id },
    });
    told(at, 'order_submitted', 'order', id, '{}', at);
    for (let line = 0; line < linesPerOrder; line += 1) {
      const item = items[powerOf(size, townshipIndex, nth + line)];
      if (!item) throw new RangeError('no such item');
      const isPreparing = nth + line < preparationSlots;
      const fate: Fate = isPreparing ? { state: 'preparing', stage: null } : fateOf(index * linesPerOrder + line);
      request({ id: idAt(at), at, item, township, fate }, id);
    }
  });
}

function requestWriter(client: Connection, frame: Frame, now: number, idAt: (at: number) => string) {
  const insert = into(
    client,
    'requests',
    ...[
      'id',
      'order_id',
      'township_id',
      'power_id',
      'item_id',
      'department_id',
      'state',
      'stage',
      'route',
      'need',
      'cases_per_year',
      'approach',
      'officer_ids',
    ],
    ...[
      'submitted_at',
      'since_at',
      'due_at',
      'is_due_provisional',
      'remaining_working_days',
      'is_reconsidered',
      'is_extension_used',
      'approved_at',
      'grant_id',
    ],
    ...['writers', 'version', 'created_at'],
  );
  const history = historyWriter(client, frame, now, idAt);
  const grant = grantWriter(client, now, idAt);
  return (line: Line, orderId: string): void => {
    const { id, at, item, township, fate } = line;
    const department = frame.departments[item.department];
    if (!department) throw new RangeError('no such department');
    const route = [
      { stage: 'department', organisationId: department.id, workingDays: 10 },
      { stage: 'legal', organisationId: frame.legalOffice.id, workingDays: 5 },
      { stage: 'county', organisationId: frame.county.id, workingDays: 10 },
    ];
    const isRunning = fate.state === 'in_review' || fate.state === 'preparing';
    const isDecided = fate.state === 'approved' || fate.state === 'preparing' || fate.state === 'granted' || fate.state === 'lapsed';
    const grantId = fate.state === 'granted' ? idAt(at + 60 * day) : null;
    const version = 1 + steps(fate).length;
    insert(
      ...[
        id,
        orderId,
        township.id,
        item.powerId,
        item.itemId,
        department.id,
        fate.state,
        fate.stage,
        JSON.stringify(route),
        need,
        40,
        approach,
      ],
      ...[
        JSON.stringify(township.officerIds.slice(0, 2)),
        at,
        at + 15 * day,
        isRunning ? now + 60 * day : null,
        0,
        fate.state === 'sent_back' ? 5 : null,
        0,
        0,
      ],
      ...[isDecided ? at + 20 * day : null, grantId, JSON.stringify([township.lead.accountId]), version, at],
    );
    history(line, department);
    if (grantId) grant(grantId, id, at + 60 * day, item, township, department.id);
  };
}
