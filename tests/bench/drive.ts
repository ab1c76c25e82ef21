import autocannon from 'autocannon';
import type { Sent } from './operations.ts';

export interface Round {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Sends `amount` requests over so many connections, each as soon as its last answer is there. An answer other than 2xx fails the bench. */
export async function drive(origin: string, connections: number, amount: number, next: () => Sent): Promise<Round> {
  const times: number[] = [];
  const odd = new Map<number, number>();
  let firstOdd = '';
  let endedAt = 0;
  const begunAt = performance.now();
  const result = await fire(
    {
      url: origin,
      connections,
      amount,
      sampleInt: 50,
      timeout: 30,
      requests: [{ setupRequest: setUp(next) }],
      setupClient: onOddBody((body) => (firstOdd ||= body)),
    },
    (status, milliseconds) => {
      endedAt = performance.now();
      times.push(milliseconds);
      if (status < 200 || status > 299) odd.set(status, (odd.get(status) ?? 0) + 1);
    },
  );
  if (odd.size > 0)
    throw new Error(
      `answers other than 2xx: ${[...odd].map(([status, count]) => `${count} x ${status}`).join(', ')}; the first: ${firstOdd}`,
    );
  if (result.errors > 0 || times.length !== amount)
    throw new Error(`${amount - times.length} of ${amount} requests had no answer (${result.errors} errors)`);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0;
  return { requests: amount, perSecond: amount / ((endedAt - begunAt) / 1000), p50: at(0.5), p99: at(0.99) };
}

/** A connection asks for its request only when it is about to send it. */
const setUp =
  (next: () => Sent) =>
  (request: autocannon.Request): autocannon.Request => ({ ...request, headers: {}, body: undefined, ...next() });

function fire(options: autocannon.Options, onAnswer: (status: number, milliseconds: number) => void): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    const instance = autocannon(options, (fault: unknown, result) => {
      if (fault) reject(fault instanceof Error ? fault : new Error('autocannon failed', { cause: fault }));
      else resolve(result);
    });
    instance.on('response', (_client, status, _bytes, milliseconds) => onAnswer(status, milliseconds));
  });
}

/** What a server says when it does not say yes. */
const onOddBody = (tell: (body: string) => void) => (client: autocannon.Client) => {
  client.on('headers', (head: object) => {
    if ('statusCode' in head && Number(head.statusCode) > 299)
      client.once('body', (body: Buffer) =>
        tell(
          body
            .toString('utf8')
            .replace(/^[^]*?\r\n\r\n/, '')
            .slice(0, 1000),
        ),
      );
  });
};
