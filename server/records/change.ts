import type { AuditRecorded } from '#contract/audit/audit-trail.ts';
import type { Db, Tx } from '#db/connection.ts';
import type { Finished } from '#db/finished.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import { appendAudit } from './audit.ts';
import type { Authorise, AuthorityLost, ChangeActor } from '#server/platform/authority.ts';
import { answered, notFound, type Answered, type Refused } from '#server/platform/binding.ts';
import { issueDocument, type NewDocument } from './documents.ts';
import { keepKey, recallKey, type RequestKey } from './idempotency.ts';
import { appendOutbox } from './outbox.ts';
import { closeTasks, openTasks, type NewTask, type TaskFilter } from './tasks.ts';

export interface ChangePorts {
  readonly unitOfWork: Pick<UnitOfWork, 'transact'>;
  readonly newId: () => string;
  readonly authorise: Authorise;
}

/** A call of an operation is a context as it stands. */
export interface ChangeContext {
  readonly operationId: string;
  readonly actor: ChangeActor;
  readonly now: number;
  readonly requestId: string;
  readonly sessionId?: string | null;
  readonly idempotency: { readonly key: string; readonly bodyHash: string } | null;
}
type Keyless = ChangeContext & { readonly idempotency: null };

/** One line of the audit trail and, where others must hear of it, of the outbox. */
export type Fact = AuditRecorded & {
  readonly outbox?: { readonly kind: string; readonly payload?: Readonly<Record<string, unknown>> };
};

/** What a change may do, all of it in one transaction. */
export interface Act {
  readonly tx: Tx;
  readonly now: number;
  readonly newId: () => string;
  readonly actor: ChangeActor;
  readonly record: (fact: Fact) => void;
  readonly openTask: (task: NewTask) => void;
  /** Several at once cost one statement. */
  readonly openTasks: (tasks: readonly NewTask[]) => void;
  /** Returns how many were open. */
  readonly closeTasks: (filter: TaskFilter, outcome: string) => number;
  /** Returns the number of the document. */
  readonly issueDocument: (document: NewDocument) => string;
}

/**
 * `resultId` names what came of it where the value does not say so by an `id` of its own. `unchanged`: what was asked for stands there
 * already, so nothing is written and nothing recorded.
 */
type Outcome =
  | { readonly kind: 'unchanged'; readonly value: unknown }
  | { readonly kind: 'done'; readonly value: unknown; readonly resultId?: string }
  | { readonly kind: 'refused'; readonly refusal: { readonly code: string } };
type KeyReused = { readonly kind: 'refused'; readonly refusal: { readonly code: 'idempotency_key_reused' } };
type ValueOf<O> = O extends { readonly kind: 'done' | 'unchanged'; readonly value: infer V } ? V : never;
type Done<O> = { readonly kind: 'done'; readonly value: ValueOf<O>; readonly replayed: boolean };

export type Changed<O extends Outcome> = Done<O> | Extract<O, { readonly kind: 'refused' }> | AuthorityLost;
export type ChangedOnce<O extends Outcome> = Changed<O> | Refused | KeyReused;

/** Shows to a repeated request what the first one has made, as it stands now and as far as the actor may see it (README, "The same key again"). */
export type Present<V> = (db: Db, resultId: string | null) => Answered<V> | Refused;

/** Of what an act has made: found by its id, or gone. */
export const presentFound =
  <R, V>(find: (db: Db, id: string) => R | null | undefined, present: (row: R, db: Db) => V): Present<V> =>
  (db, id) => {
    const row = id === null ? null : find(db, id);
    return row === null || row === undefined ? notFound : answered(present(row, db));
  };
/** Of an act that answers nothing. */
export const presentNothing: Present<undefined> = () => answered(undefined);

const keyReused: KeyReused = { kind: 'refused', refusal: { code: 'idempotency_key_reused' } };

/**
 * The one way of changing anything: is the actor still who was let in, then do the work, write audit and outbox, in one transaction.
 * A refusal leaves nothing behind. What is done has said what it did: a change without an audit record is a fault.
 */
export function change<O extends Outcome>(ports: ChangePorts, context: Keyless, work: (act: Act) => Finished<O>): Promise<Changed<O>> {
  const settled = ports.unitOfWork.transact((tx): unknown => {
    const lost = ports.authorise(tx, context);
    if (lost) return lost;
    const outcome = perform(tx, ports, context, work);
    return outcome.kind === 'refused' ? outcome : done(outcome);
  });
  // `perform` has run `work`, so this is what it gives.
  return settled as Promise<Changed<O>>;
}

/** The same for a request with a key: it counts once, however often it comes, and each time shows what came of it. */
export function changeOnce<O extends Outcome>(
  ports: ChangePorts,
  context: ChangeContext,
  present: Present<ValueOf<O>>,
  work: (act: Act) => Finished<O>,
): Promise<ChangedOnce<O>> {
  const key = requestKey(context);
  const settled = ports.unitOfWork.transact((tx): unknown => {
    const lost = ports.authorise(tx, context);
    if (lost) return lost;
    const recalled = key ? recallKey(tx, key) : null;
    if (recalled?.kind === 'reused') return keyReused;
    if (recalled?.kind === 'done') {
      const shown = present(tx, recalled.resultId);
      return shown.kind === 'refused' ? shown : { ...shown, replayed: true };
    }
    const outcome = perform(tx, ports, context, work);
    if (outcome.kind === 'refused') return outcome;
    if (key && outcome.kind === 'done') keepKey(tx, key, outcome.resultId ?? idIn(outcome.value), context.now);
    return done(outcome);
  });
  return settled as Promise<ChangedOnce<O>>;
}

function perform<O extends Outcome>(tx: Tx, ports: ChangePorts, context: ChangeContext, work: (act: Act) => Finished<O>): Outcome {
  const recorded = { facts: 0 };
  const outcome = work(actIn(tx, ports, context, recorded)) as O;
  if (outcome.kind === 'done' && recorded.facts === 0) throw new Error(`${context.operationId} changed something without an audit record`);
  return outcome;
}

const done = ({ kind, value }: Exclude<Outcome, { readonly kind: 'refused' }>) =>
  ({ kind: 'done', value, replayed: kind === 'unchanged' }) as const;

const idIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;

function requestKey({ actor, operationId, idempotency }: ChangeContext): RequestKey | null {
  if (!idempotency) return null;
  if (actor.accountId === null) throw new Error(`${operationId} has an idempotency key but no account to keep it for`);
  return { actorId: actor.accountId, key: idempotency.key, operation: operationId, bodyHash: idempotency.bodyHash };
}

function actIn(tx: Tx, ports: ChangePorts, context: ChangeContext, recorded: { facts: number }): Act {
  const { actor, now, requestId } = context;
  const open = (tasks: readonly NewTask[]): void =>
    openTasks(
      tx,
      tasks.map((task) => ({ ...task, id: ports.newId() })),
      now,
    );
  return {
    tx,
    now,
    actor,
    newId: ports.newId,
    record({ action, subjectKind, subjectId, detail = {}, outbox }) {
      const who = {
        actorId: actor.accountId,
        actorName: actor.name,
        onBehalfOfId: actor.onBehalfOf?.accountId ?? null,
        onBehalfOf: actor.onBehalfOf?.name ?? null,
      };
      appendAudit(tx, { at: now, ...who, action, subjectKind, subjectId, detail: JSON.stringify(detail), requestId });
      if (outbox) appendOutbox(tx, { at: now, kind: outbox.kind, subjectKind, subjectId, payload: outbox.payload ?? {} });
      recorded.facts += 1;
    },
    openTask: (task) => open([task]),
    openTasks: open,
    closeTasks: (filter, outcome) => closeTasks(tx, filter, outcome, now),
    issueDocument: (document) => issueDocument(tx, document, now),
  };
}
