import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach } from 'vitest';
import type { OperationShape } from '#contract/operation.ts';
import { operations } from '#contract/operations.ts';
import type { Problem } from '#contract/problems.ts';
import type { Answer, Given, LooseInput, Route } from '#client/lib/call-types.ts';
import { openDatabase, type Db, type Tx } from '#db/connection.ts';
import { sessions } from '#db/schema/sign-in.ts';
import { createUnitOfWork, type UnitOfWork } from '#db/unit-of-work.ts';
import { buildApp } from '#server/app.ts';
import { refusalsOf } from '#server/http/openapi.ts';
import { fixedClock, type FixedClock } from '#server/platform/clock.ts';
import { createNewId } from '#server/platform/ids.ts';
import { createLog } from '#server/platform/log.ts';
import type { Ports } from '#server/platform/ports.ts';
import { monday, seedCounty, type Person } from '#tests/builders/county.ts';
import { createTestDatabase, createTestFolder } from './database.ts';

export interface Reply<T> {
  readonly status: number;
  readonly headers: Headers;
  /** What was answered when all went well; anything else stands in `problem`. */
  readonly body: T;
  readonly problem: Problem;
}
type Extra = { readonly key?: string; readonly actingFor?: Person };
type Input<R extends Route> = object extends Given<R> ? [input?: Given<R> & Extra] : [input: Given<R> & Extra];

/** A browser, signed in as somebody or not at all. Every change gets a key of its own unless the test names one. */
export interface Caller {
  /** The reply, whatever it is. */
  call<R extends Route>(route: R, ...input: Input<R>): Promise<Reply<Answer<R>>>;
  /** The answer; throws when it was refused. */
  ok<R extends Route>(route: R, ...input: Input<R>): Promise<Answer<R>>;
  /** The refusal's status and code, `409 wrong_state`; throws when there was none. */
  refusal<R extends Route>(route: R, ...input: Input<R>): Promise<string>;
  /** Sends what the types would not let through. */
  send(
    method: string,
    path: string,
    init?: { readonly headers?: Record<string, string>; readonly body?: string | Blob },
  ): Promise<Reply<unknown>>;
}

export interface TestApp {
  readonly origin: string;
  readonly db: Db;
  readonly ports: Ports;
  readonly unitOfWork: UnitOfWork;
  readonly clock: FixedClock;
  readonly newId: () => string;
  /** Signed in, with a session that is alive at the present time of the clock. */
  as(person: Person): Caller;
  readonly anonymous: Caller;
  /** Runs a statement that no operation offers, to set a scene. */
  arrange(work: (tx: Tx) => void): void;
  /** What the server does before it serves anybody. */
  start(): Promise<void>;
  /** What the server does every minute, now. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

const templates = new Map<(tx: Tx) => void, Buffer>();

/** A migrated county as bytes; made once per process and seed, then cloned. */
function seededOnce(seed: (tx: Tx) => void): Buffer {
  const known = templates.get(seed);
  if (known) return known;
  const { tx } = createTestDatabase();
  seed(tx);
  const bytes = tx.$client.serialize();
  tx.$client.close();
  templates.set(seed, bytes);
  return bytes;
}

export interface AppSetup {
  readonly at?: number;
  readonly seed?: (tx: Tx) => void;
  /** Sees the database before the app does. */
  readonly before?: (db: Db) => void;
  /** In a file of its own instead of in memory: for what works on the database from another thread. */
  readonly inFile?: boolean;
  /** A built client, or what stands in for one. */
  readonly clientFolder?: string;
  /** Sends every change that has a key a second time, and demands the same answer. */
  readonly repeats?: boolean;
  /** Takes the lines of the log instead of the terminal. */
  readonly logTo?: (line: string) => void;
}

/** The whole portal over HTTP on a county of its own, with a clock that only the test moves. */
export async function startApp(options: AppSetup = {}): Promise<TestApp> {
  const bytes = seededOnce(options.seed ?? seedCounty);
  const folder = options.inFile ? createTestFolder() : null;
  const path = folder && `${folder.directory}/county.sqlite`;
  if (path) writeFileSync(path, bytes);
  const db = openDatabase(path ?? bytes, { check: false });
  options.before?.(db);
  const clock = fixedClock(options.at ?? monday);
  const newId = createNewId(clock);
  const unitOfWork = createUnitOfWork(db);
  const { clientFolder = null, logTo } = options;
  const log = createLog('error', logTo && { write: logTo });
  const { listener, messages, ports, sweep, start, stop } = buildApp({ db, unitOfWork, clock, newId, log, clientFolder });
  const server = createServer(messages, listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const arrange = (work: (tx: Tx) => void): void => {
    work(db as Tx);
  };
  const sessionOf = liveSessions(db, arrange, clock);
  return {
    ...{ origin, db, ports, unitOfWork, clock, newId, arrange },
    as: (person) => caller(origin, () => sessionOf(person), options.repeats),
    anonymous: caller(origin, () => null),
    start: () => start(clock.now()),
    sweep: () => sweep(clock.now()),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await stop();
      await unitOfWork.close();
      folder?.dispose();
    },
  };
}

/** A fresh app around every test of a file. */
export function useApp(options: AppSetup = {}): () => TestApp {
  let current: TestApp | undefined;
  beforeEach(async () => {
    current = await startApp(options);
  });
  afterEach(async () => {
    await current?.close();
    current = undefined;
  });
  return () => {
    if (!current) throw new Error('the app lives inside tests only');
    return current;
  };
}

const day = 86_400_000;

/** Never forgotten, as db/statements/statement-cache.ts says of the portal's own. */
const unseen: unknown[] = [];

/** A statement of the tests' own: those who count what the portal asks (`traceStatements`) do not see it. */
function pastTheTrace({ $client }: Db, source: string): ReturnType<Db['$client']['prepare']> {
  const statement = (Object.getPrototypeOf($client) as Db['$client']).prepare.call($client, source);
  unseen.push(statement);
  return statement;
}

/** Sessions die when idle, and tests move the clock by months: a session is renewed for the time that it is now. */
function liveSessions(db: Db, arrange: TestApp['arrange'], clock: FixedClock): (person: Person) => string {
  const look = pastTheTrace(
    db,
    'SELECT created_at = ? AND expires_at = ? AND revoked_at IS NULL FROM sessions WHERE token_hash = ?',
  ).pluck();
  return (person) => {
    const token = `token-of-${person}`;
    const tokenHash = createHash('sha256').update(token).digest('base64url');
    const now = clock.now();
    // As good as new: somebody else may be writing to the file just now.
    if (look.get(now, now + day, tokenHash) === 1) return token;
    arrange((tx) => {
      tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run();
      const times = { createdAt: now, lastSeenAt: now, expiresAt: now + day };
      tx.insert(sessions)
        .values({ tokenHash, id: `session-of-${person}`, accountId: person, address: '', userAgent: '', ...times })
        .run();
    });
    return token;
  };
}

const documented = new Map(operations.map((one) => [`${one.method} ${one.path}`, refusalsOf(one)]));

/** Every operation documents what it may refuse, and refuses for nothing else (RULES.md 11.1). */
function demandDocumented(route: string, { code }: Problem): void {
  const codes = documented.get(route);
  if (codes && !codes.includes(code)) throw new Error(`${route} was refused with ${code}, of which its contract says nothing`);
}

const keyed = new Set(operations.filter(isKeyed).map((one) => `${one.method} ${one.path}`));
function isKeyed(operation: OperationShape): boolean {
  return operation.idempotent === true;
}

function caller(origin: string, tokenNow: () => string | null, repeats = false): Caller {
  const send: Caller['send'] = async (method, path, init = {}) => {
    const token = tokenNow();
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { ...(token ? { cookie: `__Host-session=${token}`, origin } : {}), ...init.headers },
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    if (response.headers.has('content-disposition')) {
      const bytes = Buffer.from(await response.arrayBuffer());
      return { status: response.status, headers: response.headers, body: bytes, problem: undefined as never };
    }
    const text = await response.text();
    const content: unknown = text.startsWith('{') ? JSON.parse(text) : text === '' ? undefined : text;
    return { status: response.status, headers: response.headers, body: content, problem: content as Problem };
  };
  const call = async (route: string, input: LooseInput & Extra = {}): Promise<Reply<unknown>> => {
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])));
    const query = new URLSearchParams(Object.entries(input.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]));
    const headers = {
      ...(method === 'GET' ? {} : { 'idempotency-key': input.key ?? randomUUID() }),
      ...(input.version === undefined ? {} : { 'if-match': `"${String(input.version)}"` }),
      ...(input.body === undefined ? {} : { 'content-type': input.body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
      ...(input.actingFor === undefined ? {} : { 'acting-for': input.actingFor }),
    };
    const body = input.body === undefined ? {} : { body: input.body instanceof Blob ? input.body : JSON.stringify(input.body) };
    const reply = await send(method, query.size > 0 ? `${path}?${query.toString()}` : path, { headers, ...body });
    if (reply.status >= 400) demandDocumented(route, reply.problem);
    if (repeats && reply.status < 300 && keyed.has(route)) {
      const again = await send(method, query.size > 0 ? `${path}?${query.toString()}` : path, { headers, ...body });
      const [first, second] = [reply, again].map((one) => JSON.stringify([one.status, one.body]));
      if (first !== second || again.headers.get('idempotency-replayed') !== 'true')
        throw new Error(`${route} sent again answered ${second ?? ''} instead of ${first ?? ''}`);
    }
    return reply;
  };
  return {
    send,
    call: ((route, input) => call(route, input)) as Caller['call'],
    ok: (async (route, input) => {
      const reply = await call(route, input);
      if (reply.status >= 300) throw new Error(`${route} was refused: ${JSON.stringify(reply.problem)}`);
      return reply.body;
    }) as Caller['ok'],
    refusal: (async (route, input) => {
      const { status, problem, body } = await call(route, input);
      if (status < 400) throw new Error(`${route} was not refused: ${JSON.stringify(body)}`);
      return `${String(status)} ${problem.code}`;
    }) as Caller['refusal'],
  };
}
