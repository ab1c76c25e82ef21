import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { OperationShape } from '#contract/operation.ts';
import type { Refusal } from '#contract/problems.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { mayCall, type Answer, type Binding, type CallOf } from '#server/platform/binding.ts';
import { sendAnswer, sendProblem } from './answer.ts';
import type { Operate } from './api.ts';
import type { AnswerFault } from './error-handler.ts';
import { hasBody, isOf, queryOf, type Incoming } from './incoming.ts';
import { type InputError, parsePart } from './input.ts';
import { createRouter } from './router.ts';
import { readUpload } from './upload.ts';
import { hashOf, isSameSite, tokenOf } from './session.ts';

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
  readonly addressOf: (message: IncomingMessage) => string;
  readonly onAnswered: (operationId: string, status: number, milliseconds: number) => void;
  /** Parse every answer with its schema: an answer that the document does not describe is our fault and becomes a 500. */
  readonly validateAnswers: boolean;
  readonly answerFault: AnswerFault;
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** What a person with an initial secret may still do. */
const allowedBeforePasswordChange = new Set(['readMe', 'changePassword', 'signOut']);

const noQuery = parsePart(undefined, 'query', undefined);

type Step<T> =
  | { readonly kind: 'go'; readonly value: T }
  | { readonly kind: 'stop'; readonly refusal: Refusal; readonly errors?: readonly InputError[] };
const go = <T>(value: T): Step<T> => ({ kind: 'go', value });
const stop = (code: Refusal['code'], errors?: readonly InputError[]): Step<never> => ({
  kind: 'stop',
  refusal: { code },
  ...(errors ? { errors } : {}),
});

/** Mounts the operation table: one handler that knows HTTP, so that no use case has to. */
export function mountOperations(bindings: readonly Binding[], ports: MountPorts): Operate {
  const match = createRouter(bindings);
  return (incoming, response) => {
    const startedAt = performance.now();
    const requestId = ports.newId();
    const { message } = incoming;
    const found = match(incoming.method, incoming.path);
    if (found.kind !== 'found') {
      if (found.kind === 'unknown') sendProblem(message, response, { code: 'unknown_operation' }, requestId);
      else sendProblem(message, response, { code: 'method_not_allowed' }, requestId, { allow: found.methods.join(', ') });
      return;
    }
    const { operation, handle } = found.binding;
    const now = ports.now();
    const answered = (): void => ports.onAnswered(operation.id, response.statusCode, performance.now() - startedAt);
    const declared = ports.validateAnswers ? (value: unknown) => operation.response.parse(value) : (value: unknown) => value;
    const finish = (answer: Answer<unknown>): void => {
      sendAnswer(message, response, operation, answer, { requestId, now, declared });
      answered();
    };
    const fail = (fault: unknown): void => {
      ports.answerFault(fault, message, response, requestId);
      answered();
    };
    try {
      const call = prepare(operation, incoming, found.params, { requestId, now, ports });
      if (call.kind === 'stop') {
        sendProblem(message, response, call.refusal, requestId, call.errors ? { errors: [...call.errors] } : {});
        answered();
        return;
      }
      if (operation.upload) {
        withUpload(message, call.value, operation.upload.maxBytes)
          .then(async (whole) => finish('code' in whole ? { kind: 'refused', refusal: whole } : await handle(whole)))
          .catch(fail);
        return;
      }
      const answer = handle(call.value);
      if (answer instanceof Promise) answer.then(finish).catch(fail);
      else finish(answer);
    } catch (fault) {
      fail(fault);
    }
  };
}

/** The file is read last, once everything else about the request is in order: who may not send one, sends none. */
async function withUpload(
  message: IncomingMessage,
  call: CallOf<OperationShape>,
  maxBytes: number,
): Promise<CallOf<OperationShape> | Refusal> {
  const upload = await readUpload(message, maxBytes);
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
  incoming: Incoming,
  params: Record<string, string>,
  around: Surroundings,
): Step<CallOf<OperationShape>> {
  const { message } = incoming;
  if (unsafe.has(incoming.method) && !isSameSite(message, around.ports.publicOrigin)) return stop('cross_site');
  const session = sessionOf(operation, message, around);
  if (session.kind === 'stop') return session;
  const input = inputOf(operation, incoming, params);
  if (input.kind === 'stop') return input;
  const idempotency = idempotencyOf(operation, incoming);
  if (idempotency.kind === 'stop') return idempotency;
  const version = versionOf(operation, message);
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
    address: around.ports.addressOf(message),
    userAgent: (message.headers['user-agent'] ?? '').slice(0, 200),
    sessionId: session.value?.id ?? null,
  } as CallOf<OperationShape>);
}

function sessionOf(operation: OperationShape, request: IncomingMessage, { now, ports }: Surroundings): Step<LiveSession | null> {
  const token = tokenOf(request);
  const away = request.headers['acting-for'];
  const live = token ? ports.resolveSession(hashOf(token), now, typeof away === 'string' ? away : null) : null;
  if (operation.access.kind === 'public') return go(live === 'not_substitute' ? null : live);
  if (live === 'not_substitute') return stop('forbidden');
  if (!live) return stop('not_signed_in');
  if (live.mustChangePassword && !allowedBeforePasswordChange.has(operation.id)) return stop('password_change_required');
  if (!mayCall(operation, live.actor)) return stop('forbidden');
  return go(live);
}

function inputOf(
  operation: OperationShape,
  incoming: Incoming,
  params: Record<string, string>,
): Step<{ params: unknown; query: unknown; body: unknown }> {
  const { message } = incoming;
  if (operation.body && !(hasBody(message) && isOf(message, 'application/json'))) return stop('unsupported_media');
  if (operation.upload && !(hasBody(message) && isOf(message, 'application/octet-stream'))) return stop('unsupported_media');
  const parts = {
    params: parsePart(operation.params, 'params', params),
    query: operation.query ? parsePart(operation.query, 'query', queryOf(incoming)) : noQuery,
    body: parsePart(operation.body, 'body', incoming.body),
  };
  // An id that cannot exist is an id that does not exist: it must not tell more than an unknown one.
  if (parts.params.kind === 'invalid') return stop('not_found');
  const errors = [parts.query, parts.body].flatMap((part) => (part.kind === 'invalid' ? part.errors : []));
  if (errors.length > 0) return stop('invalid_input', errors);
  const value = (part: (typeof parts)['body']): unknown => (part.kind === 'parsed' ? part.value : undefined);
  return go({ params: value(parts.params), query: value(parts.query), body: value(parts.body) });
}

function idempotencyOf(
  operation: OperationShape,
  { message, path, search, rawBody }: Incoming,
): Step<{ key: string; bodyHash: string } | null> {
  if (!operation.idempotent) return go(null);
  const key = message.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[0-9A-Za-z_-]{8,64}$/.test(key)) return stop('idempotency_key_missing');
  const bodyHash = createHash('sha256')
    // What a file is for stands in its address.
    .update(operation.upload ? `${path}?${search}` : path)
    .update('\0')
    .update(rawBody ?? '')
    .digest('base64url');
  return go({ key, bodyHash });
}

function versionOf(operation: OperationShape, { headers }: IncomingMessage): Step<number | null> {
  if (!operation.versioned) return go(null);
  const header = headers['if-match'];
  const version = typeof header === 'string' ? /^"([1-9][0-9]{0,14})"$/.exec(header)?.[1] : undefined;
  return version === undefined ? stop('version_missing') : go(Number(version));
}
