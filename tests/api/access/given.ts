import { createHash } from 'node:crypto';
import type { OperationShape } from '#contract/operation.ts';
import { fillDemo } from '#server/demo/index.ts';
import type { Db, Tx } from '#db/connection.ts';
import { accounts, memberships, substitutions } from '#db/schema/accounts.ts';
import { sessions } from '#db/schema/sign-in.ts';
import { buildApp } from '#server/app.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { Role } from '#server/domain/values/words.ts';
import { resolveSession } from '#server/features/sign-in/resolve-session.ts';
import { eachPage } from '#server/features/imports/lists/list-pages.ts';
import { mayCall, type Binding, type CallOf } from '#server/platform/binding.ts';
import { fixedClock } from '#server/platform/clock.ts';
import { createNewId } from '#server/platform/ids.ts';
import { createLog } from '#server/platform/log.ts';
import { createTestDatabase } from '#tests/support/database.ts';

export interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}
type Answered = { readonly kind: 'done'; readonly value: unknown } | { readonly kind: 'refused'; readonly code: string };

/** A county that was filled by fifteen months of use, asked without HTTP but through the same door. */
export interface FilledCounty {
  readonly db: Db;
  /** For arranging: writes at once. */
  readonly tx: Tx;
  readonly now: number;
  readonly bindings: readonly Binding[];
  readonly ask: (actor: Actor, operation: OperationShape, input?: Input) => Promise<Answered>;
  /** The rows that the list takes along as a file. */
  readonly taken: (actor: Actor, operation: OperationShape, query?: Input['query']) => Promise<readonly unknown[]>;
  /** Who stands behind a session of the account now; null where they are no substitute of that person. */
  readonly actorOf: (accountId: string, actingFor?: string) => Actor | null;
  readonly close: () => Promise<void>;
}

export async function fillCounty(now: number): Promise<FilledCounty> {
  const { db, tx, unitOfWork, close } = createTestDatabase();
  const clock = fixedClock(0);
  const newId = createNewId(clock);
  const { bindings, ports, sweep, stop } = buildApp({ db, unitOfWork, clock, newId, log: createLog('error') });
  await fillDemo({ db, unitOfWork, clock, newId, bindings, sweep }, now, () => undefined);
  clock.set(now);
  const byId = new Map(bindings.map((binding) => [binding.operation.id, binding]));
  const resolve = resolveSession(ports);
  return {
    ...{ db, tx, now, bindings },
    async ask(actor, operation, input = {}) {
      const binding = byId.get(operation.id);
      if (!binding) throw new Error(`${operation.id} is bound to nothing`);
      if (!mayCall(operation, actor)) return { kind: 'refused', code: 'forbidden' };
      const answer = await binding.handle(callFor(operation, actor, now, input));
      if (answer.kind === 'refused') return { kind: 'refused', code: answer.refusal.code };
      if (answer.kind === 'file') throw new Error(`${operation.id} answered a file`);
      return { kind: 'done', value: answer.kind === 'ready' ? JSON.parse(answer.body.toString()) : answer.value };
    },
    async taken(actor, operation, query = {}) {
      const binding = byId.get(operation.id);
      if (!binding) throw new Error(`${operation.id} is bound to nothing`);
      const rows: unknown[] = [];
      const asked = { params: {}, query, rows: 'items', only: null };
      const refusal = await eachPage(binding, callFor(operation, actor, now, { query }), asked, (page) => rows.push(...page));
      if (refusal) throw new Error(`${operation.id} was not taken along: ${refusal.refusal.code}`);
      return rows;
    },
    actorOf(accountId, actingFor) {
      const tokenHash = createHash('sha256').update(`token of ${accountId}`).digest('base64url');
      const times = { createdAt: now, lastSeenAt: now, expiresAt: now + 86_400_000 };
      tx.insert(sessions)
        .values({ tokenHash, id: `session of ${accountId}`, accountId, address: '', userAgent: '', ...times })
        .onConflictDoNothing()
        .run();
      const live = resolve(tokenHash, now, actingFor ?? null);
      if (live === null) throw new Error(`${accountId} has no session`);
      return live === 'not_substitute' ? null : live.actor;
    },
    async close() {
      await stop();
      await close();
    },
  };
}

function callFor(operation: OperationShape, actor: Actor, now: number, { params, query }: Input): CallOf<OperationShape> {
  return {
    ...{ operationId: operation.id, actor, now, requestId: 'r', body: undefined, address: '', userAgent: '', sessionId: null },
    ...{ expectedVersion: null, idempotency: null },
    params: operation.params?.parse(params ?? {}) ?? {},
    query: operation.query?.parse(query ?? {}) ?? {},
  };
}

export interface Post {
  readonly role: Role;
  readonly organisationId: string;
}

let opened = 0;
/** An account with these posts; `former` are posts that it once had. */
export function openAccount(tx: Tx, posts: readonly Post[], former: readonly Post[] = []): string {
  opened += 1;
  const id = `random-${String(opened)}`;
  tx.insert(accounts)
    .values({
      id,
      username: id,
      name: id,
      passwordHash: '',
      passwordChangedAt: 0,
      mustChangePassword: false,
      failedSignIns: 0,
      version: 1,
      createdAt: 0,
    })
    .run();
  for (const one of [...posts, ...former])
    tx.insert(memberships)
      .values({ accountId: id, ...one })
      .onConflictDoNothing()
      .run();
  for (const { role, organisationId } of former) {
    if (posts.some((one) => one.role === role && one.organisationId === organisationId)) continue;
    tx.$client.prepare('DELETE FROM memberships WHERE account_id = ? AND organisation_id = ? AND role = ?').run(id, organisationId, role);
  }
  return id;
}

/** One person stands in for another from one day of the calendar, counted from now, to another. */
export function standIn(tx: Tx, awayAccountId: string, substituteAccountId: string, from: number, to: number): void {
  const id = `stand-in-${awayAccountId}-${substituteAccountId}`;
  tx.insert(substitutions)
    .values({ id, awayAccountId, substituteAccountId, fromAt: from, toAt: to, reason: '出差', version: 1, createdAt: from })
    .run();
}
