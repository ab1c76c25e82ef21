import { z } from 'zod';
import { Id, Nothing, Version, line, page } from '../common.ts';
import { LinkBody, linkFields, searchFields } from './directory-links.ts';
import { only, operation, signedIn } from '../operation.ts';
import { LegalBasis, TownshipKind } from '../words.ts';

const feature = 'directory';

const townshipPowerFields = {
  name: line(300),
  /** Which kinds of township the law names; empty stands for all. */
  kinds: z.array(TownshipKind).max(4),
  bases: z.array(LegalBasis).min(1).max(10),
} as const;
/** What townships may do by law (法定职权): no order is needed for it. */
export const TownshipPower = z.strictObject({ id: Id, ...townshipPowerFields, ...linkFields, version: Version });
export type TownshipPower = z.infer<typeof TownshipPower>;

const townshipPowerParams = z.strictObject({ townshipPowerId: Id });
export const listTownshipPowers = operation({
  id: 'listTownshipPowers',
  feature,
  method: 'GET',
  path: '/township-powers',
  summary: 'What townships may do by law, without ordering it',
  access: signedIn,
  query: z.strictObject({ ...searchFields, kind: TownshipKind.optional() }),
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
