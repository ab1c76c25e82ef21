import { vi } from 'vitest';
import type { Problem, ProblemCode } from '#contract/problems.ts';

export interface Sent {
  readonly route: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Reply = Response | Promise<Response> | ((sent: Sent) => Response | Promise<Response>);

export interface Network {
  readonly sent: Sent[];
  /** Sets the replies to one `METHOD /path`, in order; the last one stays. */
  readonly answer: (route: string, ...replies: readonly Reply[]) => void;
  readonly sentTo: (route: string) => readonly Sent[];
}

/** Stands in for the network at its edge: `fetch` itself. A call that no test foresaw fails it. */
export function fakeNetwork(): Network {
  const replies = new Map<string, Reply[]>();
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://portal.test');
    const call: Sent = {
      route: `${init.method ?? 'GET'} ${url.pathname.replace(/^\/api\/v1/, '')}`,
      query: url.searchParams,
      headers: init.headers as Record<string, string>,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    };
    sent.push(call);
    const queue = replies.get(call.route);
    const reply = queue !== undefined && queue.length > 1 ? queue.shift() : queue?.[0];
    if (reply === undefined) throw new Error(`nobody answers ${call.route}`);
    const answer = await (typeof reply === 'function' ? reply(call) : reply);
    return answer.clone();
  });
  return {
    sent,
    answer: (route, ...given) => void replies.set(route, [...given]),
    sentTo: (route) => sent.filter((call) => call.route === route),
  };
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
}

export function nothing(): Response {
  return new Response(null, { status: 204 });
}

export function refusal(code: ProblemCode, status: number, more: Partial<Problem> = {}, headers: Record<string, string> = {}): Response {
  const problem: Problem = { type: `/problems/${code}`, title: code, status, instance: 'request-1', code, ...more };
  return new Response(JSON.stringify(problem), { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

/** No answer at all: the cable is out. */
export function lost(): never {
  throw new TypeError('Failed to fetch');
}
