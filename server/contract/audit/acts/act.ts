import { z } from 'zod';

/** One kind of act of the audit trail: to what it is done, and what its record says, exactly. */
export const act = <const S extends string, D extends z.ZodType>(subjectKind: S, detail: D) => ({ subjectKind, detail }) as const;

export const id = z.string();
export const text = z.string();
export const day = z.string();
export const at = z.int();
export const count = z.int();
export const nothing = z.strictObject({});

/** What a row held then: its columns are those of the version that wrote it, so that they cannot be listed once for all. */
export const Row: z.ZodType<object> = z.looseObject({});
/** What a row held before and after. */
export const changed = z.strictObject({ before: Row.nullable(), after: Row });
