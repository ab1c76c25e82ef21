import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import type { Request } from 'express';
import type { OperationShape } from '#contract/operation.ts';
import type { Refusal } from '#contract/problems.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { mayCall, type CallOf } from '#server/platform/binding.ts';
import { parsePart, type InputError } from './input.ts';
import { isJson } from './json-body.ts';
import { hasBody, isOf, searchOf } from '../message.ts';
import { wantedVersion, type WantedVersion } from './preconditions.ts';
import { hashOf, isSameSite, tokenOf } from '../session.ts';

export interface LiveSession {
  readonly id: string;
  readonly actor: Actor;
  readonly mustChangePassword: boolean;
}

export interface CallPorts {
  readonly publicOrigin: string | null;
  /** Who stands behind a cookie; `actingFor` is the account whose substitute wants to act. Null when the session is not alive. */
  readonly resolveSession: (tokenHash: string, now: number, actingFor: string | null) => LiveSession | 'not_substitute' | null;
  readonly addressOf: (message: IncomingMessage) => string;
}

/** An operation that was asked for, before anything else is known. */
export interface Asked {
  readonly operation: OperationShape;
  readonly request: Request;
  readonly params: Record<string, string>;
  readonly requestId: string;
  readonly now: number;
}

export interface Stop {
  readonly kind: 'stop';
  readonly refusal: Refusal;
  readonly errors?: readonly InputError[];
}
type Step<T> = { readonly kind: 'go'; readonly value: T } | Stop;
const go = <T>(value: T): Step<T> => ({ kind: 'go', value });
const stop = (code: Refusal['code'], errors?: readonly InputError[]): Stop => ({
  kind: 'stop',
  refusal: { code },
  ...(errors ? { errors } : {}),
});

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** What a person with an initial secret may still do. */
const allowedBeforePasswordChange = new Set(['readMe', 'changePassword', 'signOut']);

const noQuery = parsePart(undefined, 'query', undefined);

/** Who asks, and whether they may at all; looked at before a body is read. */
export function admit({ operation, request, now }: Asked, ports: CallPorts): Step<LiveSession | null> {
  if (unsafe.has(operation.method) && !isSameSite(request, ports.publicOrigin)) return stop('cross_site');
  const token = tokenOf(request);
  const actingFor = request.headers['acting-for'];
  const live = token ? ports.resolveSession(hashOf(token), now, typeof actingFor === 'string' ? actingFor : null) : null;
  if (operation.access.kind === 'public') return go(live === 'not_substitute' ? null : live);
  if (live === 'not_substitute') return stop('forbidden');
  if (!live) return stop('not_signed_in');
  if (live.mustChangePassword && !allowedBeforePasswordChange.has(operation.id)) return stop('password_change_required');
  if (!mayCall(operation, live.actor)) return stop('forbidden');
  return go(live);
}

export interface Prepared {
  readonly call: CallOf<OperationShape>;
  readonly wanted: WantedVersion | null;
}

/** The call of a use case, once its body has been read. */
export function prepare(asked: Asked, session: LiveSession | null, ports: CallPorts): Step<Prepared> {
  const { operation, request, now, requestId } = asked;
  const input = inputOf(asked);
  if (input.kind === 'stop') return input;
  const idempotency = idempotencyOf(operation, request);
  if (idempotency.kind === 'stop') return idempotency;
  const wanted = operation.versioned ? wantedVersion(request) : null;
  if (operation.versioned && !wanted) return stop('version_missing');
  const call = {
    operationId: operation.id,
    ...input.value,
    // Operations for everyone may see who it is; all others have been refused above when there is no session.
    actor: session?.actor ?? null,
    now,
    requestId,
    expectedVersion: wanted?.first ?? null,
    idempotency: idempotency.value,
    address: ports.addressOf(request),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
    sessionId: session?.id ?? null,
  } as CallOf<OperationShape>;
  return go({ call, wanted });
}

function inputOf({ operation, request, params }: Asked): Step<{ params: unknown; query: unknown; body: unknown }> {
  if (operation.body && !isJson(request)) return stop('unsupported_media');
  if (operation.upload && !(hasBody(request) && isOf(request, 'application/octet-stream'))) return stop('unsupported_media');
  const parts = {
    params: parsePart(operation.params, 'params', params),
    query: operation.query ? parsePart(operation.query, 'query', parseQuery(searchOf(request.url))) : noQuery,
    body: parsePart(operation.body, 'body', request.body),
  };
  // An id that cannot exist is an id that does not exist: it must not tell more than an unknown one.
  if (parts.params.kind === 'invalid') return stop('not_found');
  const errors = [parts.query, parts.body].flatMap((part) => (part.kind === 'invalid' ? part.errors : []));
  if (errors.length > 0) return stop('invalid_input', errors);
  const value = (part: (typeof parts)['body']): unknown => (part.kind === 'parsed' ? part.value : undefined);
  return go({ params: value(parts.params), query: value(parts.query), body: value(parts.body) });
}

function idempotencyOf(operation: OperationShape, request: Request): Step<{ key: string; bodyHash: string } | null> {
  if (!operation.idempotent) return go(null);
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[0-9A-Za-z_-]{8,64}$/.test(key)) return stop('idempotency_key_missing');
  const bodyHash = createHash('sha256')
    // What a file is for stands in its address.
    .update(operation.upload ? `${request.path}?${searchOf(request.url)}` : request.path)
    .update('\0')
    .update(request.jsonBytes ?? '')
    .digest('base64url');
  return go({ key, bodyHash });
}
