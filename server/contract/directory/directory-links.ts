import { z } from 'zod';
import { Cursor, Id, Limit } from '../common.ts';

/** The power of the county that an entry speaks of; null until it is linked. */
export const linkFields = { powerId: Id.nullable(), powerCode: z.string().nullable(), powerName: z.string().nullable() } as const;
/** What every list of the directory is searched by. */
export const searchFields = {
  q: z.string().max(80).optional(),
  link: z.enum(['linked', 'unlinked']).optional(),
  powerId: Id.optional(),
  limit: Limit,
  cursor: Cursor,
} as const;
export const LinkBody = z.strictObject({ powerId: Id.nullable() });
