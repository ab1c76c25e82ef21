import { z } from 'zod';
import { Count, Id, Version, line } from '../common.ts';
import { only, operation, signedIn } from '../operation.ts';
import { Duty, OrganisationKind, OrganisationSystem, TownshipKind } from '../words.ts';

const feature = 'accounts';

export const OrganisationName = z.strictObject({ id: Id, kind: OrganisationKind, name: z.string(), shortName: z.string() });
export const Profile = z.strictObject({
  residents: Count,
  areaSquareMetres: Count.max(1_000_000_000_000),
  communities: Count,
  staffQuota: Count,
  staffPresent: Count,
  budgetYuanPerYear: Count.max(1_000_000_000_000),
  tags: z.array(line(20)).max(20),
});
export const Organisation = z.strictObject({
  id: Id,
  kind: OrganisationKind,
  duty: Duty.nullable(),
  system: OrganisationSystem,
  /** Why a vertical or city body may pass powers down at all; without it its items are locked. */
  systemBasis: z.string().nullable(),
  name: z.string(),
  shortName: z.string(),
  divisionCode: z.string().nullable(),
  townshipKind: TownshipKind.nullable(),
  profile: Profile.nullable(),
  contactPhone: z.string(),
  complaintPhone: z.string(),
  address: z.string(),
  isActive: z.boolean(),
  version: Version,
});
export type Organisation = z.infer<typeof Organisation>;

const organisationFields = {
  duty: Duty.nullable(),
  system: OrganisationSystem,
  systemBasis: line(200).nullable(),
  name: line(60),
  shortName: line(20),
  divisionCode: z
    .string()
    .regex(/^[0-9]{9}$/)
    .nullable(),
  townshipKind: TownshipKind.nullable(),
  profile: Profile.nullable(),
  contactPhone: line(40),
  complaintPhone: line(40),
  address: line(120),
  isActive: z.boolean(),
} as const;

export const listOrganisations = operation({
  id: 'listOrganisations',
  feature,
  method: 'GET',
  path: '/organisations',
  summary: 'Organisations of the county',
  access: signedIn,
  query: z.strictObject({ kind: OrganisationKind.optional() }),
  response: z.strictObject({ items: z.array(Organisation) }),
  status: 200,
});
export const createOrganisation = operation({
  id: 'createOrganisation',
  feature,
  method: 'POST',
  path: '/organisations',
  summary: 'Add an organisation',
  access: only('admin'),
  body: z.strictObject({ kind: OrganisationKind, ...organisationFields }),
  response: Organisation,
  status: 201,
  idempotent: true,
  refusals: ['organisation_name_taken', 'division_taken'],
});
export const editOrganisation = operation({
  id: 'editOrganisation',
  feature,
  method: 'PUT',
  path: '/organisations/{organisationId}',
  summary: 'Change an organisation',
  access: only('admin'),
  params: z.strictObject({ organisationId: Id }),
  body: z.strictObject(organisationFields),
  response: Organisation,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['organisation_name_taken', 'division_taken', 'organisation_in_use'],
});
