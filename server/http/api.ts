import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendProblem } from './answer.ts';
import { isDocsPath } from './docs.ts';
import { hasBody, isOf, placeBelowApi, readJson, type Incoming } from './incoming.ts';

export type Operate = (incoming: Incoming, response: ServerResponse) => void;

/**
 * The way of a call of the API, past Express: its layers, its getters and the prototypes that it changes cost a call more than
 * the call's own work. Answers whether the message was one; pages, files, documentation and health stay with Express.
 */
export function apiEntrance(operate: Operate, newId: () => string): (message: IncomingMessage, response: ServerResponse) => boolean {
  return (message, response) => {
    const place = placeBelowApi(message.url ?? '');
    if (!place || isDocsPath(place.path)) return false;
    const { path, search } = place;
    const bare: Incoming = { message, method: message.method ?? 'GET', path, search, rawBody: undefined, body: undefined };
    if (!hasBody(message) || !isOf(message, 'application/json')) {
      operate(bare, response);
      return true;
    }
    readJson(message, (body) => {
      if (body.kind === 'read') operate({ ...bare, rawBody: body.raw, body: body.value }, response);
      else sendProblem(message, response, { code: body.code }, newId());
    });
    return true;
  };
}
