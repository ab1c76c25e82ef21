import type { Problem } from '#contract/problems.ts';
import { NetworkError, ProblemError, StrangeAnswerError } from './call-error.ts';
import { actingFor } from './capacity.ts';
import type { Answer, Given, InputOf, LooseInput, Optionally, ReadRoute, Route } from './call-types.ts';

const base = '/api/v1';

let leave: (() => void) | undefined;

/** What to do when the server no longer knows who asks; the application goes to the sign-in page, the register stays. */
export function whenSignedOut(act: (() => void) | undefined): void {
  leave = act;
}

let mustChange: (() => void) | undefined;

/** What to do when the initial secret has to be replaced before anything else. */
export function whenPasswordMustChange(act: (() => void) | undefined): void {
  mustChange = act;
}

/**
 * Calls one operation of the contract. Refusals are thrown as ProblemError, a lost connection as NetworkError. Forms use
 * `useAct`, which keeps the idempotency key, and screens `useAnswer`.
 */
export async function call<R extends Route>(route: R, ...input: Optionally<InputOf<R>>): Promise<Answer<R>> {
  return callLoosely(route, input[0] as LooseInput | undefined);
}

/** The same for callers that have checked the input already: the hooks. */
export async function callLoosely<R extends Route>(route: R, input: LooseInput = {}): Promise<Answer<R>> {
  const { method, address } = addressFor(route, input);
  const response = await fetched(address, {
    method,
    headers: headersFor(input),
    credentials: 'same-origin',
    cache: 'no-store',
    ...(input.body === undefined ? {} : { body: input.body instanceof Blob ? input.body : JSON.stringify(input.body) }),
    ...(input.signal === undefined ? {} : { signal: input.signal }),
  });
  if (!response.ok) throw await refusalOf(response);
  return (response.status === 204 ? undefined : await parsed(response)) as Answer<R>;
}

/** A file that an operation answers, with the name that it gives it. */
export interface FetchedFile {
  readonly name: string;
  readonly content: Blob;
}

/** Calls an operation whose answer is a file: by a call and not by a link, so that a refusal can be told and a substitute is known. */
export async function callForFile(route: Route, input: LooseInput = {}): Promise<FetchedFile> {
  const { method, address } = addressFor(route, input);
  const init = { method, headers: headersFor(input), credentials: 'same-origin', cache: 'no-store' } as const;
  const response = await fetched(address, input.body === undefined ? init : { ...init, body: JSON.stringify(input.body) });
  if (!response.ok) throw await refusalOf(response);
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  try {
    return { name: named === undefined ? 'download' : decodeURIComponent(named), content: await response.blob() };
  } catch (error) {
    throw new NetworkError(error);
  }
}

/** Address of a readable operation, for links that download. */
export function addressOf<R extends ReadRoute>(route: R, ...input: Optionally<Given<R>>): string {
  return addressFor(route, input[0] ?? {}).address;
}

function addressFor(route: string, input: LooseInput): { readonly method: string; readonly address: string } {
  const space = route.indexOf(' ');
  const path = route.slice(space + 1).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.append(name, `${value}`);
  }
  const query = search.toString();
  return { method: route.slice(0, space), address: `${base}${path}${query === '' ? '' : `?${query}`}` };
}

function headersFor(input: LooseInput): Record<string, string> {
  const away = actingFor();
  return {
    accept: 'application/json, application/problem+json',
    ...(input.body === undefined ? {} : { 'content-type': input.body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
    ...(input.version === undefined ? {} : { 'if-match': `"${input.version}"` }),
    ...(away === null ? {} : { 'acting-for': away }),
    ...(input.idempotencyKey === undefined ? {} : { 'idempotency-key': input.idempotencyKey }),
  };
}

async function fetched(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    // A cancelled read is no failure: the caller has already turned to something else.
    if (init.signal?.aborted === true) throw error;
    throw new NetworkError(error);
  }
}

async function parsed(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw new NetworkError(error);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new StrangeAnswerError(response.status);
  }
}

async function refusalOf(response: Response): Promise<ProblemError | NetworkError | StrangeAnswerError> {
  let answer: unknown;
  try {
    answer = await parsed(response);
  } catch (error) {
    return error instanceof NetworkError ? error : new StrangeAnswerError(response.status);
  }
  if (!isProblem(answer)) return new StrangeAnswerError(response.status);
  if (answer.code === 'not_signed_in') leave?.();
  if (answer.code === 'password_change_required') mustChange?.();
  const seconds = Number(response.headers.get('retry-after') ?? '');
  return new ProblemError(answer, Number.isFinite(seconds) && seconds > 0 ? seconds : undefined);
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string' && 'status' in answer;
}
