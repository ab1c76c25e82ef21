import type { NextFunction, RequestHandler, Response } from 'express';
import type { Answer, Binding } from '#server/platform/binding.ts';
import { sendAnswer, sendProblem } from './answer.ts';
import { admit, prepare, type Asked, type CallPorts, type LiveSession, type Prepared, type Stop } from './calls/call.ts';
import { isJson, readJson } from './calls/json-body.ts';
import { methodOf } from './message.ts';
import { requestIdOf } from './request-id.ts';
import { createRouter } from './router.ts';
import { withUpload } from './calls/upload.ts';
import { handleOnVersion } from './calls/versions.ts';

export interface MountPorts extends CallPorts {
  readonly now: () => number;
  readonly newId: () => string;
  readonly onAnswered: (operationId: string, status: number, milliseconds: number) => void;
}

interface Exchange extends Asked {
  readonly binding: Binding;
  readonly response: Response;
  readonly next: NextFunction;
  readonly startedAt: number;
}

/**
 * The operation table behind one mount, so that no use case has to know HTTP. In order: the operation, same site, session and
 * access, body, input, idempotency key, version, use case.
 */
export function mountOperations(bindings: readonly Binding[], ports: MountPorts): RequestHandler {
  const match = createRouter(bindings);
  return (request, response, next) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(request, ports.newId);
    const found = match(methodOf(request), request.path);
    if (found.kind === 'unknown') {
      // The documentation stands below the same mount.
      next();
      return;
    }
    if (found.kind === 'other_methods') {
      const allow = found.methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
      sendProblem(response, { code: 'method_not_allowed' }, requestId, { allow });
      return;
    }
    const { binding, params } = found;
    const now = ports.now();
    operate({ operation: binding.operation, binding, request, response, next, params, requestId, now, startedAt }, ports);
  };
}

function operate(exchange: Exchange, ports: MountPorts): void {
  const { operation, request, response } = exchange;
  const session = admit(exchange, ports);
  if (session.kind === 'stop') {
    refuse(exchange, session, ports);
    return;
  }
  if (!operation.body || !isJson(request)) {
    call(exchange, session.value, ports);
    return;
  }
  readJson(request, response, (fault?: unknown) => {
    if (fault) fail(exchange, fault, ports);
    else call(exchange, session.value, ports);
  });
}

function call(exchange: Exchange, session: LiveSession | null, ports: MountPorts): void {
  try {
    const prepared = prepare(exchange, session, ports);
    if (prepared.kind === 'stop') {
      refuse(exchange, prepared, ports);
      return;
    }
    const answer = handled(exchange, prepared.value);
    if (!(answer instanceof Promise)) finish(exchange, answer, ports);
    else answer.then((settled) => finish(exchange, settled, ports)).catch((fault: unknown) => fail(exchange, fault, ports));
  } catch (fault) {
    fail(exchange, fault, ports);
  }
}

/** A file is read last, once everything else about the request is in order: who may not send one, sends none. */
function handled({ request, binding }: Exchange, { call: made, wanted }: Prepared): Answer<unknown> | Promise<Answer<unknown>> {
  const { operation, handle } = binding;
  if (operation.upload) return withUpload(request, made, operation.upload.maxBytes, handle);
  return wanted ? handleOnVersion(handle, made, wanted) : handle(made);
}

function finish(exchange: Exchange, answer: Answer<unknown>, ports: MountPorts): void {
  sendAnswer(exchange, answer);
  answered(exchange, ports);
}

function refuse(exchange: Exchange, { refusal, errors }: Stop, ports: MountPorts): void {
  sendProblem(exchange.response, refusal, exchange.requestId, errors ? { errors: [...errors] } : {});
  answered(exchange, ports);
}

function fail(exchange: Exchange, fault: unknown, ports: MountPorts): void {
  exchange.next(fault);
  answered(exchange, ports);
}

const answered = ({ operation, response, startedAt }: Exchange, { onAnswered }: MountPorts): void =>
  onAnswered(operation.id, response.statusCode, performance.now() - startedAt);
