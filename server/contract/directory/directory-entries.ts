import { z } from 'zod';
import { Day, Id, Version, line, optionalProse, page } from '../common.ts';
import { LinkBody, linkFields, searchFields } from './directory-links.ts';
import { only, operation, signedIn } from '../operation.ts';
import { LegalBasis, StatutoryType } from '../words.ts';

const feature = 'directory';

const entryFields = {
  code: z.string().regex(/^[0-9A-Z][0-9A-Z-]{0,39}$/),
  name: line(300),
  statutoryType: StatutoryType,
  field: line(20),
  bases: z.array(LegalBasis).max(10),
  scopeNote: optionalProse(500),
  /** The province's published decision, as it is cited. */
  decision: line(200),
  decidedOn: Day,
} as const;
/** A line of the province's list of powers that may be passed down (RULES.md 2.20). */
export const DirectoryEntry = z.strictObject({
  id: Id,
  ...entryFields,
  ...linkFields,
  /** Since when the province no longer lists it; null while it does. */
  endedOn: Day.nullable(),
  version: Version,
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

const entryParams = z.strictObject({ entryId: Id });
export const listDirectory = operation({
  id: 'listDirectory',
  feature,
  method: 'GET',
  path: '/directory',
  summary: 'The provincial directory: what may be passed down at all',
  access: signedIn,
  query: z.strictObject({ ...searchFields, statutoryType: StatutoryType.optional(), state: z.enum(['in_force', 'ended']).optional() }),
  response: page(DirectoryEntry),
  status: 200,
});
export const readDirectoryEntry = operation({
  id: 'readDirectoryEntry',
  feature,
  method: 'GET',
  path: '/directory/{entryId}',
  summary: 'One entry of the provincial directory',
  access: signedIn,
  params: entryParams,
  response: DirectoryEntry,
  status: 200,
});
export const addDirectoryEntry = operation({
  id: 'addDirectoryEntry',
  feature,
  method: 'POST',
  path: '/directory',
  summary: 'Enter a line of the provincial directory',
  access: only('admin'),
  body: z.strictObject({ ...entryFields, powerId: Id.nullable() }),
  response: DirectoryEntry,
  status: 201,
  idempotent: true,
  refusals: ['directory_code_taken', 'power_retired'],
});
export const editDirectoryEntry = operation({
  id: 'editDirectoryEntry',
  feature,
  method: 'PUT',
  path: '/directory/{entryId}',
  summary: 'Correct an entry of the provincial directory',
  access: only('admin'),
  params: entryParams,
  body: z.strictObject(entryFields),
  response: DirectoryEntry,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['directory_code_taken'],
});
export const linkDirectoryEntry = operation({
  id: 'linkDirectoryEntry',
  feature,
  method: 'PUT',
  path: '/directory/{entryId}/power',
  summary: 'Say which power of the county an entry speaks of, or that it speaks of none',
  access: only('admin'),
  params: entryParams,
  body: LinkBody,
  response: DirectoryEntry,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['power_retired'],
});
export const endDirectoryEntry = operation({
  id: 'endDirectoryEntry',
  feature,
  method: 'PUT',
  path: '/directory/{entryId}/end',
  summary: 'Say since when the province no longer lists a power, or that it still does',
  access: only('admin'),
  params: entryParams,
  body: z.strictObject({ endedOn: Day.nullable() }),
  response: DirectoryEntry,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['date_invalid'],
});
