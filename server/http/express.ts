import { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Express } from 'express';

/** What a server makes of a message (`ServerOptions` of node:http). */
export interface MessageClasses {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly ServerResponse: typeof ServerResponse;
}

/** An application with what Express does by itself switched off where the portal does it, or where it would tell of our insides. */
export function createExpress(): { readonly app: Express; readonly messages: MessageClasses } {
  const app = express();
  // Whatever NODE_ENV says: Express's own last answer shows a stack unless it is in production.
  app.set('env', 'production');
  app.enable('case sensitive routing');
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', false);
  return { app, messages: messagesOf(app) };
}

/**
 * Express gives every message its own prototypes; a change of prototype of a living object costs more than all else that Express does
 * for a call (README.md). A server that makes its messages of these classes has them right from the start. Without, all works the same.
 */
function messagesOf(app: Express): MessageClasses {
  class PortalRequest extends IncomingMessage {}
  class PortalResponse<R extends IncomingMessage> extends ServerResponse<R> {}
  Object.setPrototypeOf(PortalRequest.prototype, app.request);
  Object.setPrototypeOf(PortalResponse.prototype, app.response);
  Object.assign(app, { request: PortalRequest.prototype, response: PortalResponse.prototype });
  return { IncomingMessage: PortalRequest, ServerResponse: PortalResponse };
}
