import type { RequestAct, RequestActs, RequestEventOf, SaidFacts } from '#contract/requests/request-facts.ts';
import type { Signatory } from '#server/domain/people/signatory.ts';
import type { Tx } from '#db/connection.ts';
import { choosePreparing, startPreparation } from '#server/domain/requests/preparation.ts';
import type { RequestEvent } from '#server/domain/requests/request.ts';
import type { Decided } from '#server/domain/requests/review.ts';
import { openCommitments, releaseCommitments } from '#server/features/resources/index.ts';
import type { Act } from '#server/records/change.ts';
import { circumstancesOf, demandItem, type CountyRules, type PreparationView } from './circumstances.ts';
import { loadFile, type RequestFile } from './file.ts';
import type { TermsPorts } from './ports.ts';
import { preparingCount, waitingRequests } from './preparation-queries.ts';
import type { EventRow, RequestRow } from './request-queries.ts';
import { eventOf } from './request-events.ts';
import { appendEvents, saveMoved, type Answers, type Moved } from './request-store.ts';
import { followPreparation, passObligations } from './request-tasks.ts';

/** What an act has come to, and what is to be remembered of it. */
export interface Saving<A extends RequestAct = RequestAct> {
  readonly action: A;
  readonly decided: Decided;
  /** Null where the program itself acts. */
  readonly signatory: Signatory | null;
  /** What people said, by the kind of the event that it belongs to. */
  readonly facts: RequestActs[A];
  /** Columns beyond what the rules know. */
  readonly columns?: Partial<Moved>;
  /** What the township has written anew; saved already, shown with the file. */
  readonly answers?: Partial<Answers>;
}

/** What time and slots do: it is not signed, and there is nothing to be said of it. */
const unsigned = { opinion_silent: {}, preparation_started: {}, lapsed: {} } as const satisfies SaidFacts;

type When = Pick<EventRow, 'at' | 'stage'>;

/** A fact of the timeline, with the person behind it as a name that stays. */
export function eventRow(
  { newId }: Act,
  requestId: string,
  { kind, facts }: RequestEventOf,
  { at, stage }: When,
  by: Signatory | null,
): EventRow {
  return {
    id: newId(),
    ...{ requestId, at, kind, stage },
    accountId: by?.accountId ?? null,
    actorName: by?.name ?? null,
    actorOrganisation: by?.organisation ?? null,
    onBehalfOf: by?.onBehalfOf ?? null,
    onBehalfOfAccountId: by?.onBehalfOfId ?? null,
    facts: { ...facts },
  };
}

/** The row after an act: what the rules say, then what the act adds. */
export function movedRow(row: RequestRow, { request, events }: Decided, columns: Partial<Moved> = {}, now: number): RequestRow {
  const { state, stage, route, dueAt, isDueProvisional, remainingWorkingDays, isReconsidered, isExtensionUsed } = request;
  const hasMoved = state !== row.state || stage !== row.stage;
  const isOtherDeadline = hasMoved || dueAt !== row.dueAt;
  return {
    ...row,
    ...{ state, stage, route, dueAt, isDueProvisional, remainingWorkingDays, isReconsidered, isExtensionUsed },
    writers: request.interested,
    sinceAt: hasMoved ? (events.at(-1)?.at ?? now) : row.sinceAt,
    escalatedAt: isOtherDeadline ? null : row.escalatedAt,
    ...columns,
  };
}

/** A file as an act has left it; `view` as far as the act had to read it once more, and nothing has changed it since. */
export interface SavedFile extends RequestFile {
  readonly view?: PreparationView | undefined;
}

/** Writes the next version of a file with its history, and what follows from it. Null when somebody else wrote first. */
export function saveRequest(act: Act, ports: TermsPorts, rules: CountyRules, file: RequestFile, saving: Saving): SavedFile | null {
  const { action, decided, signatory, facts, columns, answers } = saving;
  const { row } = file;
  const next = { ...movedRow(row, decided, columns, act.now), ...answers, writers: decided.request.interested, version: row.version + 1 };
  if (!saveMoved(act.tx, row.id, row.version, next)) return null;
  const events = decided.events.map((event) =>
    eventRow(act, row.id, factsFor(event.kind, facts), event, Object.hasOwn(unsigned, event.kind) ? null : signatory),
  );
  appendEvents(act.tx, events);
  record(act, action, next, facts);
  const saved = { ...file, row: next, events: [...file.events, ...events], request: decided.request };
  const { begun, view } = follow(act, ports, rules, row, saved, action);
  // A request that was approved may have been given a slot at once.
  return begun.includes(row.id) ? demandFile(act.tx, row.id) : { ...saved, view };
}

/** The event with its facts: an act that leaves out what its history must say is a fault of the program. */
function factsFor(kind: RequestEvent['kind'], said: SaidFacts): RequestEventOf {
  const told: SaidFacts = { ...said, ...unsigned };
  return eventOf(kind, told);
}

function record(
  act: Act,
  action: RequestAct,
  { id, orderId, townshipId, powerId, departmentId, state, stage }: RequestRow,
  facts: SaidFacts,
): void {
  const outbox = { kind: action, payload: { orderId, townshipId, powerId, departmentId, state, stage } };
  act.record({ action, subjectKind: 'request', subjectId: id, detail: { state, stage, ...facts }, outbox });
}

/** The requests that were given a slot, and what the file in preparation was found to be prepared against. */
interface Following {
  readonly begun: readonly string[];
  readonly view: PreparationView | undefined;
}

/** Obligations, commitments and slots follow from where the file now is. */
function follow(
  act: Act,
  ports: TermsPorts,
  rules: CountyRules,
  before: RequestRow,
  { row, request }: RequestFile,
  action: RequestAct,
): Following {
  const hasMoved = row.state !== before.state || row.stage !== before.stage;
  if (hasMoved || row.dueAt !== before.dueAt) passObligations(act, rules, row, request, action);
  if (row.state === 'preparing' && before.state !== 'preparing') {
    const { id: requestId, townshipId, powerId } = row;
    openCommitments(act, {
      requestId,
      townshipId,
      powerId,
      items: demandItem(ports, row.itemId).terms.resources,
      calendar: rules.calendar,
    });
  }
  const view = row.state === 'preparing' ? followFacts(act, ports, rules, row) : undefined;
  if (before.state === 'preparing' && row.state !== 'preparing' && row.state !== 'granted') releaseCommitments(act, request.id);
  const mayServe = (before.state === 'preparing' && row.state !== 'preparing') || row.state === 'approved';
  return { view, begun: mayServe ? startWaiting(act, ports, rules, row.townshipId) : [] };
}

/** Obligations of a preparation after a change of its facts. */
export function followFacts(act: Act, ports: TermsPorts, rules: CountyRules, row: RequestRow): PreparationView {
  const view = circumstancesOf(ports, act.tx, row, act.now, rules);
  if (view.readiness) followPreparation(act, row, view.readiness);
  return view;
}

const preparationTerm = (rules: CountyRules) => ({ count: rules.settings.preparationDays, unit: 'working_days' }) as const;

/** Gives an approved file a slot in the same step, where one is free and no request waits longer. */
export function startIfFree(act: Act, rules: CountyRules, approved: Decided): Decided {
  const { townshipId } = approved.request;
  if (preparingCount(act.tx, townshipId) >= rules.settings.preparationSlots || waitingRequests(act.tx, townshipId, 1).length > 0)
    return approved;
  const started = startPreparation(approved.request, preparationTerm(rules), { now: act.now, calendar: rules.calendar });
  return started.kind === 'done' ? { request: started.value.request, events: [...approved.events, ...started.value.events] } : approved;
}

/** Free slots go to the requests that have waited longest (RULES.md 5.17). Answers which began. */
export function startWaiting(act: Act, ports: TermsPorts, rules: CountyRules, townshipId: string): readonly string[] {
  const { preparationSlots } = rules.settings;
  const taken = preparingCount(act.tx, townshipId);
  if (taken >= preparationSlots) return [];
  const chosen = choosePreparing(waitingRequests(act.tx, townshipId, preparationSlots), taken, preparationSlots);
  for (const { id } of chosen) {
    const file = demandFile(act.tx, id);
    const started = startPreparation(file.request, preparationTerm(rules), { now: act.now, calendar: rules.calendar });
    if (started.kind === 'refused') throw new Error(`request ${id} waits for a slot but cannot take one`);
    saveRequest(act, ports, rules, file, { action: 'preparation_started', decided: started.value, signatory: null, facts: {} });
  }
  return chosen.map(({ id }) => id);
}

export function demandFile(db: Tx, id: string): RequestFile {
  const file = loadFile(db, id);
  if (!file) throw new Error(`request ${id} vanished inside its own transaction`);
  return file;
}
