import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface StopLimits {
  /** How long a request that has begun to arrive may go on arriving. */
  readonly receiveMs: number;
  /** How long an answer may take to be made and sent. */
  readonly answerMs: number;
}

/** A request that has not arrived whole, or whose answer has not left whole. */
export interface Running {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
}

export interface Connections {
  readonly running: ReadonlySet<Running>;
  /** Takes no new connection, finishes what runs and closes all; resolves when no connection is left. */
  readonly close: (limits: StopLimits) => Promise<void>;
}

/** After its end was announced to a peer, this long is waited for the peer's own. */
const farewellMs = 300;

/**
 * Hands the requests of a server on and counts what runs. Node's own close() waits for each connection that is not between two requests: one that is silent,
 * slow, or kept alive behind a request in flight holds a stop up for as long as its owner likes (RULES.md R8).
 */
export function countConnections(server: Server, listener: RequestListener): Connections {
  const open = new Set<Socket>();
  const running = new Set<Running>();
  let state: 'open' | 'stopping' | 'closed' = 'open';
  let onIdle: (() => void) | null = null;
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', (message, response) => {
    if (state === 'closed') {
      // Its sender could not be told any more whether it was done.
      message.socket.destroy();
      return;
    }
    const one = { message, response };
    running.add(one);
    if (state === 'stopping') sayClose(response);
    const end = (): void => {
      running.delete(one);
      if (running.size === 0) onIdle?.();
    };
    response.once('close', () => {
      // Who was refused early may still be sending.
      if (message.complete || message.destroyed) end();
      else message.once('close', end);
    });
    listener(message, response);
  });

  async function close({ receiveMs, answerMs }: StopLimits): Promise<void> {
    state = 'stopping';
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    for (const { response } of running) sayClose(response);
    await new Promise<void>((resolve) => {
      if (running.size === 0) {
        resolve();
        return;
      }
      onIdle = resolve;
      setTimeout(() => endSlowSenders(running), receiveMs).unref();
      setTimeout(resolve, answerMs).unref();
    });
    state = 'closed';
    for (const socket of open) socket.end();
    setTimeout(() => open.forEach((socket) => socket.destroy()), farewellMs).unref();
    await closed;
  }
  return { running, close };
}

/** The client learns that its next request needs another connection. */
function sayClose(response: ServerResponse): void {
  if (!response.headersSent) response.shouldKeepAlive = false;
}

/** What has not arrived yet was not acknowledged either. */
function endSlowSenders(running: ReadonlySet<Running>): void {
  for (const { message } of running) if (!message.complete) message.socket.destroy();
}
