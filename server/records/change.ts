import type { Tx } from '#db/connection.ts';
import type { Finished } from '#db/finished.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import { appendAudit } from './audit.ts';
import { issueDocument, type NewDocument } from './documents.ts';
import { keepAnswer, recallAnswer, type RequestKey } from './idempotency.ts';
import { appendOutbox } from './outbox.ts';
import { closeTasks, openTask, type NewTask, type TaskFilter } from './tasks.ts';

export interface ChangePorts {
  readonly unitOfWork: Pick<UnitOfWork, 'transact'>;
  readonly newId: () => string;
}

/** Null where no account stands behind the change: the program itself, or somebody not signed in. */
export interface ChangeActor {
  readonly accountId: string | null;
  readonly name: string;
  readonly onBehalfOf: { readonly accountId: string; readonly name: string } | null;
}

/** A call of an operation is a context as it stands. */
export interface ChangeContext {
  readonly operationId: string;
  readonly actor: ChangeActor;
  readonly now: number;
  readonly requestId: string;
  readonly idempotency: { readonly key: string; readonly bodyHash: string } | null;
}

/** One line of the audit trail and, where others must hear of it, of the outbox. */
export interface Fact {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly outbox?: { readonly kind: string; readonly payload?: Readonly<Record<string, unknown>> };
}

/** What a change may do, all of it in one transaction. */
export interface Act {
  readonly tx: Tx;
  readonly now: number;
  readonly newId: () => string;
  readonly actor: ChangeActor;
  readonly record: (fact: Fact) => void;
  /** Answers the id of the task. */
  readonly openTask: (task: NewTask) => string;
  /** Answers how many were open. */
  readonly closeTasks: (filter: TaskFilter, outcome: string) => number;
  /** Answers the number of the document. */
  readonly issueDocument: (document: NewDocument) => string;
}

/** `kept` stands in for the value where a repeated key gets its answer: what may be shown only once is not stored. */
type Outcome =
  | { readonly kind: 'done'; readonly value: unknown; readonly kept?: unknown }
  | { readonly kind: 'refused'; readonly refusal: { readonly code: string } };
type KeyReused = { readonly kind: 'refused'; readonly refusal: { readonly code: 'idempotency_key_reused' } };
type ValueOf<O> = O extends { readonly kind: 'done'; readonly value: infer V } ? V : never;

export type Changed<O extends Outcome> =
  { readonly kind: 'done'; readonly value: ValueOf<O>; readonly replayed: boolean } | Extract<O, { readonly kind: 'refused' }> | KeyReused;

const keyReused: KeyReused = { kind: 'refused', refusal: { code: 'idempotency_key_reused' } };

/**
 * The one way of changing anything: look for the key, do the work, write audit, outbox and answer, in one transaction.
 * A refusal leaves nothing behind. What is done has said what it did: a change without an audit record is a fault.
 */
export function change<O extends Outcome>(
  ports: ChangePorts,
  context: ChangeContext,
  work: (act: Act) => Finished<O>,
): Promise<Changed<O>> {
  const key = requestKey(context);
  const settled = ports.unitOfWork.transact((tx): unknown => {
    const recalled = key ? recallAnswer(tx, key) : null;
    if (recalled?.kind === 'reused') return keyReused;
    if (recalled?.kind === 'answered') return { kind: 'done', value: JSON.parse(recalled.answer) as unknown, replayed: true };
    const recorded = { facts: 0 };
    const outcome = work(actIn(tx, ports, context, recorded)) as O;
    if (outcome.kind === 'refused') return outcome;
    if (recorded.facts === 0) throw new Error(`${context.operationId} changed something without an audit record`);
    if (key) keepAnswer(tx, key, JSON.stringify(outcome.kept ?? outcome.value ?? null), context.now);
    return { kind: 'done', value: outcome.value, replayed: false };
  });
  // An answer that is replayed was of this type too: the key belongs to this operation.
  return settled as Promise<Changed<O>>;
}

function requestKey({ actor, operationId, idempotency }: ChangeContext): RequestKey | null {
  if (!idempotency) return null;
  if (actor.accountId === null) throw new Error(`${operationId} has an idempotency key but no account to keep it for`);
  return { actorId: actor.accountId, key: idempotency.key, operation: operationId, bodyHash: idempotency.bodyHash };
}

function actIn(tx: Tx, ports: ChangePorts, context: ChangeContext, recorded: { facts: number }): Act {
  const { actor, now, requestId } = context;
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
    openTask(task) {
      const id = ports.newId();
      openTask(tx, id, task, now);
      return id;
    },
    closeTasks: (filter, outcome) => closeTasks(tx, filter, outcome, now),
    issueDocument: (document) => issueDocument(tx, document, now),
  };
}
