import { z } from 'zod';
import { Id, Instant, Version, optionalProse } from '../common.ts';
import {
  Carrier,
  CarveOut,
  Category,
  Consequences,
  Difficulty,
  Eligibility,
  LegalBasis,
  Liability,
  Prerequisite,
  Release,
  ResourceItem,
  Responsibilities,
  StartRule,
  StatutoryType,
  Suitability,
} from '../words.ts';

export const Edition = z.strictObject({
  id: Id,
  number: z.int().min(1),
  title: z.string(),
  state: z.enum(['draft', 'published', 'superseded']),
  documentNumber: z.string().nullable(),
  publishedAt: Instant.nullable(),
  itemCount: z.int().min(0),
  version: Version,
});
export type Edition = z.infer<typeof Edition>;

/** The terms of a power in one edition. */
export const Terms = z.strictObject({
  carrier: Carrier,
  release: Release,
  legalBases: z.array(LegalBasis).max(10),
  scopeNote: optionalProse(500),
  /** Parts that stay with the department; editions from before this field have none. */
  carveOuts: z.array(CarveOut).max(20),
  difficulty: Difficulty,
  liability: Liability,
  eligibility: Eligibility,
  prerequisites: z.array(Prerequisite).max(10),
  resources: z.array(ResourceItem).max(10),
  /** True when the item says on purpose that nothing is demanded or nothing is delivered. */
  isPrerequisiteFree: z.boolean(),
  isResourceFree: z.boolean(),
  responsibilities: Responsibilities.nullable(),
  suitability: Suitability.nullable(),
  trialMonths: z.int().min(0).max(36),
  termMonths: z.int().min(1).max(240).nullable(),
  startRule: StartRule,
  isReturnable: z.boolean(),
  notReturnableBasis: optionalProse(300).nullable(),
  /** Codes of powers without which this one is useless (inspect, order, fine). */
  companions: z.array(z.string().max(40)).max(10),
  /** Codes of powers that one township cannot hold beside this one. */
  exclusiveWith: z.array(z.string().max(40)).max(10),
});
export type Terms = z.infer<typeof Terms>;

export const MenuRow = z.strictObject({
  id: Id,
  powerId: Id,
  code: z.string(),
  name: z.string(),
  statutoryType: StatutoryType,
  category: Category,
  field: z.string(),
  departmentId: Id,
  departmentName: z.string(),
  carrier: Carrier,
  release: Release,
  difficulty: Difficulty,
  liability: Liability,
  isReturnable: z.boolean(),
});
export type MenuRow = z.infer<typeof MenuRow>;

export const MenuItem = z.strictObject({
  ...MenuRow.shape,
  editionId: Id,
  editionNumber: z.int(),
  terms: Terms,
  consequences: Consequences,
  companionItems: z.array(z.strictObject({ itemId: Id.nullable(), code: z.string(), name: z.string() })),
  version: Version,
});
export type MenuItem = z.infer<typeof MenuItem>;

export const EligibilityReason = z.strictObject({
  kind: z.enum([
    'kind',
    'tags',
    'residents',
    'area',
    'communities',
    'staff_quota',
    'staff_present',
    'certified_officers',
    'budget',
    'subdistrict_licence',
    'department_locked',
    'by_law',
    'taken_back',
    'personal_freedom',
    'passed_on',
    'directory_ended',
  ]),
  need: z.string(),
  have: z.string(),
});
