import type { Connection, Tx } from '#db/connection.ts';
import { appendAudit } from '#server/records/audit.ts';
import { inBulk, into } from './bulk.ts';
import { formerDeciders, type Frame, type Person, type Township } from './frame.ts';
import { grantWriter } from './grants.ts';
import { scattered } from './ids.ts';
import type { Item } from './menu.ts';
import { linesPerOrder, powerOf, type Size } from './sizes.ts';

type State = 'in_review' | 'sent_back' | 'approved' | 'preparing' | 'granted' | 'rejected' | 'withdrawn' | 'lapsed';
type Stage = 'department' | 'legal' | 'county';
interface Fate {
  readonly state: State;
  readonly stage: Stage | null;
}

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

const hour = 3_600_000;
const day = 24 * hour;
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

interface Line {
  readonly id: string;
  readonly at: number;
  readonly item: Item;
  readonly township: Township;
  readonly fate: Fate;
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

const signatory = ({ accountId, name, organisation }: Person): string =>
  JSON.stringify({ accountId, name, organisation, onBehalfOf: null, onBehalfOfId: null });

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

type Step = 'opinion' | 'legal_review' | 'approve' | 'reject' | 'sent_back' | 'withdrawn' | 'preparation_started' | 'granted' | 'lapsed';

/** What has happened to a request after its submission. */
function steps({ state, stage }: Fate): readonly Step[] {
  const heard: readonly Step[] = ['opinion', 'legal_review'];
  switch (state) {
    case 'in_review':
      return stage === 'department' ? [] : stage === 'legal' ? ['opinion'] : heard;
    case 'sent_back':
      return ['sent_back'];
    case 'withdrawn':
      return ['opinion', 'withdrawn'];
    case 'rejected':
      return [...heard, 'reject'];
    case 'approved':
      return [...heard, 'approve'];
    case 'preparing':
      return [...heard, 'approve', 'preparation_started'];
    case 'granted':
      return [...heard, 'approve', 'preparation_started', 'granted'];
    case 'lapsed':
      return [...heard, 'approve', 'preparation_started', 'lapsed'];
  }
}

const support = { position: 'support', text: '该事项发生频率高，乡镇具备承接条件，同意赋权。' };
const lawful = { finding: 'lawful', citation: '', text: '法律依据充分，程序合法。' };
const approval = { outcome: 'approve', text: '同意。', supersedes: null, common: null };
const rejection = {
  ...{ outcome: 'reject', reasonCode: 'no_need', text: '近两年案件很少。', wouldBePossibleIf: '年案件达到二十件后再行申请。' },
  ...{ alternativeItemId: null, alternativeName: null, supersedes: null },
};

const sentBack = { reasonCode: 'need_unclear', missing: '补充近一年案件数据。', remainingWorkingDays: 5 };

function historyWriter(client: Connection, frame: Frame, now: number, idAt: (at: number) => string) {
  const insert = into(
    client,
    'request_events',
    'id',
    'request_id',
    'at',
    'kind',
    'stage',
    'account_id',
    'actor_name',
    'actor_organisation',
    'facts',
  );
  const task = taskWriter(client, now, idAt);
  return (line: Line, department: Frame['departments'][number]): void => {
    const { id, township, fate } = line;
    let at = line.at;
    const event = (kind: string, stage: Stage | null, by: Person | null, facts: object): void => {
      insert(idAt(at), id, at, kind, stage, by?.accountId ?? null, by?.name ?? null, by?.organisation ?? null, JSON.stringify(facts));
    };
    const decider = frame.deciders[scattered(at, formerDeciders)] ?? null;
    const happen = (step: Step): void => {
      at += 4 * day + scattered(at, 30) * hour;
      switch (step) {
        case 'opinion':
          event('opinion', 'department', department.reviewer, support);
          task.closed('department_opinion', line, department.id, 'reviewer', at);
          break;
        case 'legal_review':
          event('legal_review', 'legal', frame.legalReviewer, lawful);
          task.closed('legal_review', line, frame.legalOffice.id, 'legal_reviewer', at);
          break;
        case 'approve':
        case 'reject':
          event('decision', 'county', decider, step === 'approve' ? approval : rejection);
          task.closed('county_decision', line, frame.county.id, 'decider', at);
          break;
        case 'sent_back':
          event('sent_back', 'department', department.reviewer, sentBack);
          break;
        case 'withdrawn':
          event('withdrawn', null, township.lead, { text: '人员调整，暂不承接。' });
          break;
        case 'granted':
          event('granted', null, township.lead, { grantId: id, documentNumber: `青溪赋权〔2025〕${id}号`, startsAt: at });
          break;
        case 'preparation_started':
        case 'lapsed':
          event(step, null, null, {});
      }
    };
    event('submitted', null, township.lead, { orderNumber: '青溪存单〔2025〕1号' });
    for (const step of steps(fate)) happen(step);
    const pending = pendingTask(fate, line, frame, department.id);
    if (pending) task.open(pending.kind, line, pending.organisationId, pending.role, at);
  };
}

interface Pending {
  readonly kind: string;
  readonly organisationId: string;
  readonly role: string;
}

/** Whose turn it is (RULES.md 7.9). */
function pendingTask({ state, stage }: Fate, { township }: Line, frame: Frame, departmentId: string): Pending | null {
  if (state === 'sent_back') return { kind: 'supplement', organisationId: township.id, role: 'lead' };
  if (state === 'preparing') return { kind: 'meet_prerequisites', organisationId: township.id, role: 'lead' };
  switch (stage) {
    case 'department':
      return { kind: 'department_opinion', organisationId: departmentId, role: 'reviewer' };
    case 'legal':
      return { kind: 'legal_review', organisationId: frame.legalOffice.id, role: 'legal_reviewer' };
    case 'county':
      return { kind: 'county_decision', organisationId: frame.county.id, role: 'decider' };
    case null:
      return null;
  }
}

function taskWriter(client: Connection, now: number, idAt: (at: number) => string) {
  const insert = into(
    client,
    'tasks',
    ...[
      'id',
      'kind',
      'subject_kind',
      'subject_id',
      'organisation_id',
      'role',
      'power_id',
      'township_id',
      'due_at',
      'opened_at',
      'closed_at',
      'outcome',
    ],
  );
  const write = (
    kind: string,
    { id, item, township }: Line,
    organisationId: string,
    role: string,
    openedAt: number,
    dueAt: number,
    closedAt: number | null,
  ): void =>
    insert(
      idAt(openedAt),
      kind,
      'request',
      id,
      organisationId,
      role,
      item.powerId,
      township.id,
      dueAt,
      openedAt,
      closedAt,
      closedAt === null ? null : 'done',
    );
  return {
    open: (kind: string, line: Line, organisationId: string, role: string, at: number) =>
      write(kind, line, organisationId, role, at, now + 60 * day, null),
    closed: (kind: string, line: Line, organisationId: string, role: string, at: number) =>
      write(kind, line, organisationId, role, at - 3 * day, at + 7 * day, at),
  };
}
