import { z } from 'zod';
import { Cursor, Day, Id, Limit, Nothing, Version, line, optionalProse, page } from './common.ts';
import { only, operation, signedIn } from './operation.ts';
import { DutyListName, LegalBasis, StatutoryType, TownshipKind } from './words.ts';

const feature = 'directory';

/** The power of the county that an entry speaks of; null while nobody has said. */
const link = { powerId: Id.nullable(), powerCode: z.string().nullable(), powerName: z.string().nullable() } as const;
const search = {
  q: z.string().max(80).optional(),
  link: z.enum(['linked', 'unlinked']).optional(),
  powerId: Id.optional(),
  limit: Limit,
  cursor: Cursor,
} as const;
const LinkBody = z.strictObject({ powerId: Id.nullable() });

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
/** A line of the province's list of powers that may be passed down (domain.md section 2, Directory). */
export const DirectoryEntry = z.strictObject({
  id: Id,
  ...entryFields,
  ...link,
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
  query: z.strictObject({ ...search, statutoryType: StatutoryType.optional(), state: z.enum(['in_force', 'ended']).optional() }),
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

const dutyFields = { name: line(300), field: line(20), department: optionalProse(100), note: optionalProse(500) } as const;
/** A line of one of the three duty lists; without a township it speaks for all of the county (domain.md section 2, Duty lists). */
export const DutyEntry = z.strictObject({
  id: Id,
  list: DutyListName,
  townshipId: Id.nullable(),
  townshipName: z.string().nullable(),
  ...dutyFields,
  ...link,
  version: Version,
});
export type DutyEntry = z.infer<typeof DutyEntry>;

const dutyParams = z.strictObject({ dutyId: Id });
export const listDuties = operation({
  id: 'listDuties',
  feature,
  method: 'GET',
  path: '/duties',
  summary: 'The three duty lists: a township sees its own and those of the whole county',
  access: signedIn,
  query: z.strictObject({
    ...search,
    list: DutyListName.optional(),
    /** A township, or `county` for what holds for all of them. */
    townshipId: Id.optional(),
  }),
  response: page(DutyEntry),
  status: 200,
});
export const readDuty = operation({
  id: 'readDuty',
  feature,
  method: 'GET',
  path: '/duties/{dutyId}',
  summary: 'One line of a duty list',
  access: signedIn,
  params: dutyParams,
  response: DutyEntry,
  status: 200,
});
export const addDuty = operation({
  id: 'addDuty',
  feature,
  method: 'POST',
  path: '/duties',
  summary: 'Put a line on a duty list',
  access: only('admin'),
  body: z.strictObject({ list: DutyListName, townshipId: Id.nullable(), ...dutyFields, powerId: Id.nullable() }),
  response: DutyEntry,
  status: 201,
  idempotent: true,
  refusals: ['duty_taken', 'power_retired'],
});
export const editDuty = operation({
  id: 'editDuty',
  feature,
  method: 'PUT',
  path: '/duties/{dutyId}',
  summary: 'Correct a line of a duty list',
  access: only('admin'),
  params: dutyParams,
  body: z.strictObject(dutyFields),
  response: DutyEntry,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['duty_taken'],
});
export const linkDuty = operation({
  id: 'linkDuty',
  feature,
  method: 'PUT',
  path: '/duties/{dutyId}/power',
  summary: 'Say which power of the county a line of a duty list speaks of, or that it speaks of none',
  access: only('admin'),
  params: dutyParams,
  body: LinkBody,
  response: DutyEntry,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['power_retired'],
});
export const removeDuty = operation({
  id: 'removeDuty',
  feature,
  method: 'DELETE',
  path: '/duties/{dutyId}',
  summary: 'Take a line off a duty list',
  access: only('admin'),
  params: dutyParams,
  response: Nothing,
  status: 204,
  versioned: true,
  idempotent: true,
});

const townshipPowerFields = {
  name: line(300),
  /** Which kinds of township the law names; empty stands for all. */
  kinds: z.array(TownshipKind).max(4),
  bases: z.array(LegalBasis).min(1).max(10),
} as const;
/** What townships may do by law (法定职权): nobody needs to order it. */
export const TownshipPower = z.strictObject({ id: Id, ...townshipPowerFields, ...link, version: Version });
export type TownshipPower = z.infer<typeof TownshipPower>;

const townshipPowerParams = z.strictObject({ townshipPowerId: Id });
export const listTownshipPowers = operation({
  id: 'listTownshipPowers',
  feature,
  method: 'GET',
  path: '/township-powers',
  summary: 'What townships may do by law, without ordering it',
  access: signedIn,
  query: z.strictObject({ ...search, kind: TownshipKind.optional() }),
  response: page(TownshipPower),
  status: 200,
});
export const readTownshipPower = operation({
  id: 'readTownshipPower',
  feature,
  method: 'GET',
  path: '/township-powers/{townshipPowerId}',
  summary: 'One power that townships have by law',
  access: signedIn,
  params: townshipPowerParams,
  response: TownshipPower,
  status: 200,
});
export const addTownshipPower = operation({
  id: 'addTownshipPower',
  feature,
  method: 'POST',
  path: '/township-powers',
  summary: 'Enter a power that townships have by law',
  access: only('admin'),
  body: z.strictObject({ ...townshipPowerFields, powerId: Id.nullable() }),
  response: TownshipPower,
  status: 201,
  idempotent: true,
  refusals: ['township_power_taken', 'power_retired'],
});
export const editTownshipPower = operation({
  id: 'editTownshipPower',
  feature,
  method: 'PUT',
  path: '/township-powers/{townshipPowerId}',
  summary: 'Correct a power that townships have by law',
  access: only('admin'),
  params: townshipPowerParams,
  body: z.strictObject(townshipPowerFields),
  response: TownshipPower,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['township_power_taken'],
});
export const linkTownshipPower = operation({
  id: 'linkTownshipPower',
  feature,
  method: 'PUT',
  path: '/township-powers/{townshipPowerId}/power',
  summary: 'Say which power of the county a statutory township power is, or that it is none',
  access: only('admin'),
  params: townshipPowerParams,
  body: LinkBody,
  response: TownshipPower,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['power_retired'],
});
export const removeTownshipPower = operation({
  id: 'removeTownshipPower',
  feature,
  method: 'DELETE',
  path: '/township-powers/{townshipPowerId}',
  summary: 'Remove a power that townships do not have by law after all',
  access: only('admin'),
  params: townshipPowerParams,
  response: Nothing,
  status: 204,
  versioned: true,
  idempotent: true,
});
