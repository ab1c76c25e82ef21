import { setFlagsFromString } from 'node:v8';

/**
 * Left to itself, V8 lets the heap grow to a multiple of what is alive before it tidies up: memory that a county's machine, or a
 * province's with a process for each county, has better use for. Where V8 does not know the word any more, nothing happens.
 */
export const keepHeapSmall = (): void => setFlagsFromString('--heap-growing-percent=30');
