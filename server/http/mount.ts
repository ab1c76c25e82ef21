import { createHash } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { OperationShape } from '#contract/operation.ts';
import type { Refusal } from '#contract/problems.ts';
import type { Actor } from '#server/domain/actor.ts';
import type { Answer, Binding, CallOf, FileAnswer, Ready } from '#server/platform/binding.ts';
import type { InputError } from './input.ts';
import { parsePart } from './input.ts';
import { problemOf, type ProblemExtras } from './problems.ts';
import { createRouter } from './router.ts';
import { readUpload } from './upload.ts';
import { endedCookie, hashOf, isSameSite, openedCookie, tokenOf } from './session.ts';

export interface LiveSession {
  readonly id: string;
  readonly actor: Actor;
  readonly mustChangePassword: boolean;
}
export interface MountPorts {
  readonly now: () => number;
  readonly newId: () => string;
  readonly publicOrigin: string | null;
  /** Who stands behind a cookie; `actingFor` is the account whose substitute wants to act. Null when the session is not alive. */
  readonly resolveSession: (tokenHash: string, now: number, actingFor: string | null) => LiveSession | 'not_substitute' | null;
  readonly addressOf: (request: Request) => string;
  readonly onAnswered: (operationId: string, status: number, milliseconds: number) => void;
  /** Parse every answer with its schema: an answer that the document does not describe is our fault and becomes a 500. */
  readonly validateAnswers: boolean;
}

const json = 'application/json; charset=utf-8';
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** What a person with an initial secret may still do. */
const allowedBeforePasswordChange = new Set(['readMe', 'changePassword', 'signOut']);

const noQuery = parsePart(undefined, 'query', undefined);

type Step<T> =
  | { readonly kind: 'go'; readonly value: T }
  | { readonly kind: 'stop'; readonly refusal: Refusal; readonly errors?: readonly InputError[]; readonly allow?: string };
const go = <T>(value: T): Step<T> => ({ kind: 'go', value });
const stop = (code: Refusal['code'], errors?: readonly InputError[]): Step<never> => ({
  kind: 'stop',
  refusal: { code },
  ...(errors ? { errors } : {}),
});

/** Mounts the operation table: one handler that knows HTTP, so that no use case has to. */
export function mountOperations(bindings: readonly Binding[], ports: MountPorts): RequestHandler {
  const match = createRouter(bindings);
  return (request: Request & { rawBody?: Buffer }, response: Response, next: NextFunction) => {
    const startedAt = performance.now();
    const requestId = ports.newId();
    const found = match(request.method, request.path);
    if (found.kind !== 'found') {
      if (found.kind === 'other_methods') response.setHeader('Allow', found.methods.join(', '));
      sendProblem(response, request, { code: found.kind === 'unknown' ? 'unknown_operation' : 'method_not_allowed' }, requestId);
      return;
    }
    const { operation, handle } = found.binding;
    const now = ports.now();
    const call = prepare(operation, request, found.params, { requestId, now, ports });
    const finish = (answer: Answer<unknown>): void => {
      sendAnswer(response, request, operation, answer, { requestId, now, validate: ports.validateAnswers });
      ports.onAnswered(operation.id, response.statusCode, performance.now() - startedAt);
    };
    if (call.kind === 'stop') {
      sendProblem(response, request, call.refusal, requestId, call.errors ? { errors: [...call.errors] } : {});
      ports.onAnswered(operation.id, response.statusCode, performance.now() - startedAt);
      return;
    }
    if (operation.upload) {
      withUpload(request, call.value, operation.upload.maxBytes)
        .then(async (whole) => finish('code' in whole ? { kind: 'refused', refusal: whole } : await handle(whole)))
        .catch(next);
      return;
    }
    try {
      const answer = handle(call.value);
      if (answer instanceof Promise) answer.then(finish).catch(next);
      else finish(answer);
    } catch (fault) {
      next(fault);
    }
  };
}

/** The file is read last, once everything else about the request is in order: who may not send one, sends none. */
async function withUpload(request: Request, call: CallOf<OperationShape>, maxBytes: number): Promise<CallOf<OperationShape> | Refusal> {
  const upload = await readUpload(request, maxBytes);
  if ('code' in upload) return upload;
  const { idempotency } = call;
  const bodyHash = idempotency ? createHash('sha256').update(idempotency.bodyHash).update(upload.hash).digest('base64url') : '';
  return { ...call, body: upload, idempotency: idempotency ? { ...idempotency, bodyHash } : null };
}

interface Surroundings {
  readonly requestId: string;
  readonly now: number;
  readonly ports: MountPorts;
}

function prepare(
  operation: OperationShape,
  request: Request & { rawBody?: Buffer },
  params: Record<string, string>,
  around: Surroundings,
): Step<CallOf<OperationShape>> {
  if (unsafe.has(request.method) && !isSameSite(request, around.ports.publicOrigin)) return stop('cross_site');
  const session = sessionOf(operation, request, around);
  if (session.kind === 'stop') return session;
  const input = inputOf(operation, request, params);
  if (input.kind === 'stop') return input;
  const idempotency = idempotencyOf(operation, request);
  if (idempotency.kind === 'stop') return idempotency;
  const version = versionOf(operation, request);
  if (version.kind === 'stop') return version;
  return go({
    operationId: operation.id,
    ...input.value,
    // Operations for everyone may see who it is; all others have been refused above when nobody is signed in.
    actor: session.value?.actor ?? null,
    now: around.now,
    requestId: around.requestId,
    expectedVersion: version.value,
    idempotency: idempotency.value,
    address: around.ports.addressOf(request),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
    sessionId: session.value?.id ?? null,
  } as CallOf<OperationShape>);
}

function sessionOf(operation: OperationShape, request: Request, { now, ports }: Surroundings): Step<LiveSession | null> {
  const token = tokenOf(request);
  const hat = request.headers['acting-for'];
  const live = token ? ports.resolveSession(hashOf(token), now, typeof hat === 'string' ? hat : null) : null;
  if (operation.access.kind === 'public') return go(live === 'not_substitute' ? null : live);
  if (live === 'not_substitute') return stop('forbidden');
  if (!live) return stop('not_signed_in');
  if (live.mustChangePassword && !allowedBeforePasswordChange.has(operation.id)) return stop('password_change_required');
  const { access } = operation;
  if (access.kind === 'roles' && !live.actor.memberships.some(({ role }) => access.roles.includes(role))) return stop('forbidden');
  return go(live);
}

function inputOf(
  operation: OperationShape,
  request: Request,
  params: Record<string, string>,
): Step<{ params: unknown; query: unknown; body: unknown }> {
  if (operation.body && !request.is('application/json')) return stop('unsupported_media');
  if (operation.upload && !request.is('application/octet-stream')) return stop('unsupported_media');
  const parts = {
    params: parsePart(operation.params, 'params', params),
    // Express parses a query anew each time that it is asked for.
    query: operation.query ? parsePart(operation.query, 'query', request.query) : noQuery,
    body: parsePart(operation.body, 'body', request.body),
  };
  // An id that cannot exist is an id that does not exist: it must not tell more than an unknown one.
  if (parts.params.kind === 'invalid') return stop('not_found');
  const errors = [parts.query, parts.body].flatMap((part) => (part.kind === 'invalid' ? part.errors : []));
  if (errors.length > 0) return stop('invalid_input', errors);
  const value = (part: (typeof parts)['body']): unknown => (part.kind === 'parsed' ? part.value : undefined);
  return go({ params: value(parts.params), query: value(parts.query), body: value(parts.body) });
}

function idempotencyOf(operation: OperationShape, request: Request & { rawBody?: Buffer }): Step<{ key: string; bodyHash: string } | null> {
  if (!operation.idempotent) return go(null);
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[0-9A-Za-z_-]{8,64}$/.test(key)) return stop('idempotency_key_missing');
  const bodyHash = createHash('sha256')
    // What a file is for stands in its address.
    .update(operation.upload ? request.url : request.path)
    .update('\0')
    .update(request.rawBody ?? '')
    .digest('base64url');
  return go({ key, bodyHash });
}

function versionOf(operation: OperationShape, request: Request): Step<number | null> {
  if (!operation.versioned) return go(null);
  const header = request.headers['if-match'];
  const version = typeof header === 'string' ? /^"([1-9][0-9]{0,14})"$/.exec(header)?.[1] : undefined;
  return version === undefined ? stop('version_missing') : go(Number(version));
}

interface Sending {
  readonly requestId: string;
  readonly now: number;
  readonly validate: boolean;
}

function sendAnswer(
  response: Response,
  request: Request,
  operation: OperationShape,
  answer: Answer<unknown>,
  { requestId, now, validate }: Sending,
): void {
  if (answer.kind === 'refused') {
    sendProblem(response, request, answer.refusal, requestId, {
      ...(answer.currentVersion === undefined ? {} : { currentVersion: answer.currentVersion }),
      ...(answer.changes ? { changes: [...answer.changes] } : {}),
    });
    return;
  }
  response.setHeader('X-Request-Id', requestId);
  if (answer.kind === 'ready') {
    response.setHeader('ETag', answer.etag);
    response.setHeader('Cache-Control', 'private, no-cache');
    if (request.headers['if-none-match'] === answer.etag) sendText(response, 304, null, json);
    else sendText(response, operation.status, bytesOf(answer), operation.media ?? json);
    return;
  }
  if (answer.kind === 'file') {
    sendFile(response, operation, answer);
    return;
  }
  if (answer.session)
    response.setHeader(
      'Set-Cookie',
      answer.session.kind === 'opened' ? openedCookie(answer.session.token, now, answer.session.expiresAt) : endedCookie,
    );
  if (answer.replayed) response.setHeader('Idempotency-Replayed', 'true');
  response.setHeader('Cache-Control', 'no-store');
  if (operation.status === 204) {
    sendText(response, 204, null, json);
    return;
  }
  const value = validate ? operation.response.parse(answer.value) : answer.value;
  const version = versionIn(value);
  if (version !== null) response.setHeader('ETag', `"${String(version)}"`);
  sendText(response, operation.status, operation.media ? String(value) : JSON.stringify(value), operation.media ?? json);
}

function sendFile(response: Response, operation: OperationShape, { name, media, bytes }: FileAnswer): void {
  if (!operation.download?.includes(media))
    throw new Error(`${operation.id} answered a file of type ${media}, which the table does not name`);
  // RFC 6266 with RFC 8187: any name, and nothing in it that could end the header.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  response.setHeader('Content-Disposition', `attachment; filename="download"; filename*=UTF-8''${encoded}`);
  response.setHeader('Cache-Control', 'no-store');
  sendText(response, operation.status, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), media);
}

/** Encoded once for as long as somebody keeps the answer: of a menu page, the encoding costs more than all else. */
const encoded = new WeakMap<Ready, Buffer>();
function bytesOf(answer: Ready): Buffer {
  const known = encoded.get(answer);
  if (known) return known;
  const bytes = Buffer.from(answer.body);
  encoded.set(answer, bytes);
  return bytes;
}

function versionIn(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' ? value.version : null;
}

/** Writes the answer itself: Express's own send would hash every body for an ETag that nobody asked for. */
function sendText(response: Response, status: number, body: string | Buffer | null, type: string): void {
  response.statusCode = status;
  if (body === null) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', typeof body === 'string' ? Buffer.byteLength(body) : body.length);
  response.end(body);
}

export function sendProblem(response: Response, request: Request, refusal: Refusal, requestId: string, extras: ProblemExtras = {}): void {
  const problem = problemOf(refusal, `urn:request:${requestId}`, extras);
  response.setHeader('X-Request-Id', requestId);
  response.setHeader('Cache-Control', 'no-store');
  if (problem.status === 503) response.setHeader('Retry-After', '5');
  if (problem.status === 429) response.setHeader('Retry-After', String(refusal.params?.['seconds'] ?? 60));
  if (request.method === 'HEAD') response.end();
  else sendText(response, problem.status, JSON.stringify(problem), 'application/problem+json; charset=utf-8');
}
