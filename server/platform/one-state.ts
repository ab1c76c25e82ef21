import type { Db } from '#db/connection.ts';
import { readOneState } from '#db/one-state.ts';
import type { Binding } from './binding.ts';

/** A read answers from one state of the county, though a worker may commit between two of its statements. */
export const readingOneState = (db: Db, { operation, handle }: Binding): Binding =>
  operation.method === 'GET' ? { operation, handle: (call) => readOneState(db, () => handle(call)) } : { operation, handle };
