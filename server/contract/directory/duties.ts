import { z } from 'zod';
import { Id, Nothing, Version, line, optionalProse, page } from '../common.ts';
import { LinkBody, linkFields, searchFields } from './directory-links.ts';
import { only, operation, signedIn } from '../operation.ts';
import { DutyListName } from '../words.ts';

const feature = 'directory';

const dutyFields = { name: line(300), field: line(20), department: optionalProse(100), note: optionalProse(500) } as const;
/** A line of one of the three duty lists; without a township it speaks for all of the county (RULES.md 2.21). */
export const DutyEntry = z.strictObject({
  id: Id,
  list: DutyListName,
  townshipId: Id.nullable(),
  townshipName: z.string().nullable(),
  ...dutyFields,
  ...linkFields,
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
    ...searchFields,
    list: DutyListName.optional(),
    /** A township, or `county` for what holds for all of them. */
    townshipId: Id.optional(),
  }),
  response: page(DutyEntry),
  status: 200,
  refusals: ['not_found'],
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
