import type { AnswerOf, SentBodyOf, SentParamsOf, SentQueryOf } from '#contract/operation.ts';
import type { AnyOperation } from '#contract/operations.ts';

// Types only: neither the table nor zod is shipped to the browser.
type Keyed<O> = O extends { readonly method: infer M extends string; readonly path: infer P extends string } ? `${M} ${P}` : never;

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : object extends Value
    ? { readonly [K in Name]?: Value }
    : { readonly [K in Name]: Value };
type Content<O extends AnyOperation> = Part<'params', SentParamsOf<O>> & Part<'query', SentQueryOf<O>> & Part<'body', SentBodyOf<O>>;
type Versioned<O> = O extends { readonly versioned: true } ? { readonly version: number } : unknown;
type Idempotent<O> = O extends { readonly idempotent: true } ? { readonly idempotencyKey: string } : unknown;

// Written out once per operation; conditional types over the whole union would be computed at every call.
interface Row<O extends AnyOperation> {
  readonly content: Content<O> & Versioned<O>;
  readonly key: Idempotent<O>;
  readonly answer: AnswerOf<O>;
}
type Table = { readonly [O in AnyOperation as Keyed<O>]: Row<O> };

/** Every operation of the contract as `METHOD /path`, the key by which screens call it. */
export type Route = keyof Table;
export type ReadRoute = Extract<Route, `GET ${string}`>;
export type ChangeRoute = Exclude<Route, ReadRoute>;

/** What a caller knows: parameters, query, body, the version seen. The idempotency key is kept by the form. */
export type Given<R extends Route> = Table[R]['content'];
export type InputOf<R extends Route> = Given<R> & Table[R]['key'];
export type Answer<R extends Route> = Table[R]['answer'];

/** The argument may be left out when nothing in it is required. */
export type Optionally<Input> = object extends Input ? [input?: Input] : [input: Input];

/** The same without types, for the few lines that put a request together. */
export interface LooseInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly body?: unknown;
  readonly version?: number;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}
