import type { IncomingMessage } from 'node:http';
import type { Connections, Running } from './connections.ts';

export interface SenderLimits {
  /** How often is looked. */
  readonly windowMs: number;
  /** What must have come since the last look. */
  readonly leastBytes: number;
  /** More than any operation takes. */
  readonly mostBytes: number;
}

interface Sender {
  readonly bytesAtFirst: number;
  bytes: number;
  /** Looks in a row at which too little had come: one may be a stalled line, or a busy machine of ours. */
  misses: number;
}

const mostMisses = 2;

/**
 * A request may take as long as its line needs, so that a file of the allowed size arrives over a slow one, but it must go on: who
 * only drips, to hold a connection, is let go, and so is who goes on sending what was refused. Headers have a limit of their own
 * (`headersTimeout`). Returns how to end the watch.
 */
export function watchSenders({ running }: Connections, limits: SenderLimits, onEnded: (message: IncomingMessage) => void): () => void {
  const senders = new WeakMap<IncomingMessage, Sender>();
  const look = setInterval(() => {
    for (const one of running) {
      if (one.message.complete || !isTooSlow(one, senders, limits)) continue;
      onEnded(one.message);
      one.message.socket.destroy();
    }
  }, limits.windowMs);
  look.unref();
  return () => clearInterval(look);
}

function isTooSlow({ message, response }: Running, senders: WeakMap<IncomingMessage, Sender>, limits: SenderLimits): boolean {
  const { bytesRead } = message.socket;
  const sender = senders.get(message);
  if (!sender) {
    senders.set(message, { bytesAtFirst: bytesRead, bytes: bytesRead, misses: 0 });
    return false;
  }
  const goesOn = bytesRead - sender.bytes >= limits.leastBytes && !response.writableFinished;
  sender.bytes = bytesRead;
  sender.misses = goesOn ? 0 : sender.misses + 1;
  return sender.misses >= mostMisses || bytesRead - sender.bytesAtFirst > limits.mostBytes;
}
