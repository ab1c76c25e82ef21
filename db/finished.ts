import type { SQLWrapper } from 'drizzle-orm';
import type { SQLiteTable, SQLiteUpdateBuilder } from 'drizzle-orm/sqlite-core';

type Call = (...parameters: never[]) => unknown;
type Prepared = { readonly getQuery: Call };
type Begun = { readonly from: Call } | { readonly values: Call; readonly select: Call } | SQLiteUpdateBuilder<SQLiteTable, 'sync', unknown>;
type Unfinished = PromiseLike<unknown> | SQLWrapper | Prepared | Begun | Call;
type Verdict<T> = [T] extends [never] ? T : T extends Unfinished ? 'work is synchronous and runs its queries: .run(), .get(), .all()' : T;

/** What work may return: no promise and no query that was not run, neither bare nor as the value of an outcome. */
export type Finished<T> = T extends { readonly value: infer V } ? (Verdict<V> extends V ? T : Verdict<V>) : Verdict<T>;
