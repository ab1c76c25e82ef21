import { z } from 'zod';
import { Cursor, Day, DocumentNumber, Id, IdList, Instant, Limit, Nothing, Version, line, optionalProse, page } from './common.ts';
import { only, operation, signedIn } from './operation.ts';
import { StatuteEnd, SubjectBases } from './statutes.ts';
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
} from './words.ts';

const feature = 'menu';

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

export const Power = z.strictObject({
  id: Id,
  code: z.string(),
  name: z.string(),
  statutoryType: StatutoryType,
  category: Category,
  field: z.string(),
  departmentId: Id,
  departmentName: z.string(),
  limitsPersonalFreedom: z.boolean(),
  cameDownFrom: z.enum(['province', 'city']).nullable(),
  /** The decision by which it came down; empty when it is the county's own. */
  cameDownBasis: z.string(),
  /** The power that this one was found to be the same as; it is on no menu any more. */
  mergedIntoId: Id.nullable(),
  version: Version,
});
const powerFields = {
  code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/),
  name: line(300),
  statutoryType: StatutoryType,
  category: Category,
  field: line(20),
  departmentId: Id,
  limitsPersonalFreedom: z.boolean().optional(),
  cameDownFrom: z.enum(['province', 'city']).nullable().optional(),
  cameDownBasis: optionalProse(300).optional(),
} as const;

/** The terms of a power in one edition (domain.md section 3). */
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

export const Finding = z.strictObject({
  gate: z.string(),
  severity: z.enum(['blocking', 'warning']),
  law: z.string(),
  article: z.string(),
  itemId: Id,
  code: z.string(),
  name: z.string(),
  field: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** An item as its editors see it, with what the gates have against it as it stands. */
export const DraftItem = z.strictObject({ ...MenuItem.shape, findings: z.array(Finding) });
export type DraftItem = z.infer<typeof DraftItem>;

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
/** What a township sees before it clicks. */
export const Badge = z.strictObject({
  itemId: Id,
  isHeld: z.boolean(),
  isOrdered: z.boolean(),
  inDraft: z.boolean(),
  heldByOthers: z.int().min(0),
  onTrialElsewhere: z.int().min(0),
  /** How many others have asked for it and have no final answer yet; a figure, never who. */
  requestedByOthers: z.int().min(0),
  /** Names of powers that the township holds or has asked for and that exclude this one. */
  excludedBy: z.array(z.string()),
  notEligible: z.array(EligibilityReason),
});

/** What the menu is filtered by; each value is counted as if it alone of its filter were chosen. */
export const facetNames = [
  'category',
  'departmentId',
  'statutoryType',
  'carrier',
  'difficulty',
  'liability',
  'release',
  'returnable',
] as const;
export type FacetName = (typeof facetNames)[number];
const Facet = z.record(z.string(), z.int());
export const Facets = z.strictObject({
  category: Facet,
  departmentId: Facet,
  statutoryType: Facet,
  carrier: Facet,
  difficulty: Facet,
  liability: Facet,
  release: Facet,
  returnable: Facet,
});
export type Facets = z.infer<typeof Facets>;
/** Why a power was found, and the stretches of its name to mark, in UTF-16 units, each up to behind its last. */
export const FoundRow = z.strictObject({
  ...MenuRow.shape,
  match: z
    .strictObject({
      by: z.enum(['code', 'code_start', 'name_start', 'name', 'code_part', 'initials', 'pinyin']),
      name: z.array(z.tuple([z.int(), z.int()]).readonly()).readonly(),
    })
    .optional(),
});
export type FoundRow = z.infer<typeof FoundRow>;
export const MenuPage = z.strictObject({
  edition: Edition,
  ...page(FoundRow).shape,
  facets: Facets,
  departments: z.array(z.strictObject({ id: Id, name: z.string(), count: z.int() })),
});
export type MenuPage = z.infer<typeof MenuPage>;

export const listMenu = operation({
  id: 'listMenu',
  feature,
  method: 'GET',
  path: '/menu/items',
  summary: 'The published menu: filter, search, sort',
  access: signedIn,
  query: z.strictObject({
    q: z.string().max(80).optional(),
    category: Category.optional(),
    departmentId: Id.optional(),
    statutoryType: StatutoryType.optional(),
    carrier: Carrier.optional(),
    difficulty: Difficulty.optional(),
    liability: Liability.optional(),
    release: Release.optional(),
    returnable: z.enum(['yes', 'no']).optional(),
    /** What the own township may order, holds, has asked for or not; and what the person marked. Of a township's people only, but for favourites. */
    standing: z.enum(['orderable', 'held', 'ordered', 'favourite']).optional(),
    /** Without an order, by code; what is searched for, the best answers first. */
    sort: z.enum(['code', 'name', 'difficulty', 'liability', 'popular']).optional(),
    limit: Limit,
    cursor: Cursor,
  }),
  response: MenuPage,
  status: 200,
  refusals: ['no_published_edition'],
});
export const readMenuItem = operation({
  id: 'readMenuItem',
  feature,
  method: 'GET',
  path: '/menu/items/{itemId}',
  summary: 'The terms of one item',
  access: signedIn,
  params: z.strictObject({ itemId: Id }),
  response: MenuItem,
  status: 200,
});

/** A power that somebody marked, on the menu in force or not. */
export const Favourite = z.strictObject({
  powerId: Id,
  code: z.string(),
  name: z.string(),
  departmentName: z.string(),
  /** Its item on the menu in force; null when it is not on it any more. */
  itemId: Id.nullable(),
  markedAt: Instant,
});
const favouriteOf = z.strictObject({ powerId: Id });
export const listFavourites = operation({
  id: 'listFavourites',
  feature,
  method: 'GET',
  path: '/menu/favourites',
  summary: 'Powers that the person marked, the latest first; at most 200',
  access: signedIn,
  response: z.strictObject({ items: z.array(Favourite) }),
  status: 200,
});
export const markFavourite = operation({
  id: 'markFavourite',
  feature,
  method: 'PUT',
  path: '/menu/favourites/{powerId}',
  summary: 'Mark a power; marking it twice is marking it once',
  access: signedIn,
  params: favouriteOf,
  response: Nothing,
  status: 204,
  idempotent: true,
  refusals: ['too_many_favourites'],
});
export const unmarkFavourite = operation({
  id: 'unmarkFavourite',
  feature,
  method: 'DELETE',
  path: '/menu/favourites/{powerId}',
  summary: 'Take the mark away; what is not marked stays so',
  access: signedIn,
  params: favouriteOf,
  response: Nothing,
  status: 204,
  idempotent: true,
});
/** Reviews of statutes change while an edition does not: they come beside the item, as badges do. */
export const listLawFlags = operation({
  id: 'listLawFlags',
  feature,
  method: 'GET',
  path: '/menu/law-flags',
  summary: 'Which of these items rest on a statute that has ended and wait for a review; ids separated by commas',
  access: signedIn,
  query: z.strictObject({ itemIds: IdList }),
  response: z.strictObject({ items: z.array(z.strictObject({ itemId: Id, lawFlag: StatuteEnd })) }),
  status: 200,
});
export const readItemBases = operation({
  id: 'readItemBases',
  feature,
  method: 'GET',
  path: '/menu/items/{itemId}/bases',
  summary: 'What an item rests on now: each basis with its validity, and what was decided about those that ended',
  access: signedIn,
  params: z.strictObject({ itemId: Id }),
  response: SubjectBases,
  status: 200,
});

export const listEditions = operation({
  id: 'listEditions',
  feature,
  method: 'GET',
  path: '/editions',
  summary: 'Editions of the menu',
  access: signedIn,
  response: z.strictObject({ items: z.array(Edition) }),
  status: 200,
});
export const openEdition = operation({
  id: 'openEdition',
  feature,
  method: 'POST',
  path: '/editions',
  summary: 'Open a draft edition; it starts as a copy of the published one',
  access: only('admin'),
  body: z.strictObject({ title: line(60) }),
  response: Edition,
  status: 201,
  idempotent: true,
  refusals: ['draft_exists'],
});
export const listDraftItems = operation({
  id: 'listEditionItems',
  feature,
  method: 'GET',
  path: '/editions/{editionId}/items',
  summary: 'Items of an edition, drafts for admin, legal office and auditor',
  access: only('admin', 'legal_reviewer', 'auditor'),
  params: z.strictObject({ editionId: Id }),
  query: z.strictObject({ q: z.string().max(80).optional(), departmentId: Id.optional(), limit: Limit, cursor: Cursor }),
  response: page(MenuRow),
  status: 200,
});
export const readDraftItem = operation({
  id: 'readEditionItem',
  feature,
  method: 'GET',
  path: '/editions/{editionId}/items/{itemId}',
  summary: 'One item of an edition',
  access: only('admin', 'legal_reviewer', 'auditor'),
  params: z.strictObject({ editionId: Id, itemId: Id }),
  response: DraftItem,
  status: 200,
});
export const addItem = operation({
  id: 'addItem',
  feature,
  method: 'POST',
  path: '/editions/{editionId}/items',
  summary: 'Put a power on the draft edition',
  access: only('admin'),
  params: z.strictObject({ editionId: Id }),
  body: z.strictObject({ powerId: Id, terms: Terms }),
  response: DraftItem,
  status: 201,
  idempotent: true,
  refusals: ['edition_not_draft', 'item_exists', 'certificate_kind_unknown', 'power_retired'],
});
export const editItem = operation({
  id: 'editItem',
  feature,
  method: 'PUT',
  path: '/editions/{editionId}/items/{itemId}',
  summary: 'Change the terms of an item on the draft',
  access: only('admin'),
  params: z.strictObject({ editionId: Id, itemId: Id }),
  body: z.strictObject({ terms: Terms }),
  response: DraftItem,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['edition_not_draft', 'certificate_kind_unknown'],
});
export const dropItem = operation({
  id: 'dropItem',
  feature,
  method: 'DELETE',
  path: '/editions/{editionId}/items/{itemId}',
  summary: 'Take an item off the draft',
  access: only('admin'),
  params: z.strictObject({ editionId: Id, itemId: Id }),
  response: Nothing,
  status: 204,
  versioned: true,
  idempotent: true,
  refusals: ['edition_not_draft'],
});
export const discardEdition = operation({
  id: 'discardEdition',
  feature,
  method: 'DELETE',
  path: '/editions/{editionId}',
  summary: 'Throw the draft edition away',
  access: only('admin'),
  params: z.strictObject({ editionId: Id }),
  response: Nothing,
  status: 204,
  versioned: true,
  idempotent: true,
  refusals: ['edition_not_draft'],
});

export const ChangedItem = z.strictObject({
  itemId: Id,
  code: z.string(),
  name: z.string(),
  change: z.enum(['added', 'dropped', 'changed']),
  fields: z.array(z.string()),
});
export const checkEdition = operation({
  id: 'checkEdition',
  feature,
  method: 'GET',
  path: '/editions/{editionId}/check',
  summary: 'Findings of the legal gates, and the difference to the published edition',
  access: only('admin', 'legal_reviewer', 'auditor'),
  params: z.strictObject({ editionId: Id }),
  response: z.strictObject({ findings: z.array(Finding), changes: z.array(ChangedItem), edition: Edition }),
  status: 200,
});
export const publishEdition = operation({
  id: 'publishEdition',
  feature,
  method: 'POST',
  path: '/editions/{editionId}/publication',
  summary: 'Publish: the edition becomes immutable and replaces the former',
  access: only('admin'),
  params: z.strictObject({ editionId: Id }),
  body: z.strictObject({ documentNumber: DocumentNumber, decidedOn: Day }),
  response: Edition,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['edition_not_draft', 'edition_has_findings', 'edition_empty', 'edition_not_reviewed', 'document_number_taken', 'date_invalid'],
});

export const listPowers = operation({
  id: 'listPowers',
  feature,
  method: 'GET',
  path: '/powers',
  summary: 'Powers of the county, on the menu or not',
  access: only('admin', 'legal_reviewer', 'auditor'),
  query: z.strictObject({
    q: z.string().max(80).optional(),
    departmentId: Id.optional(),
    /** Those that were found to be the same as another one; without it, those in use. */
    state: z.enum(['in_use', 'retired']).optional(),
    limit: Limit,
    cursor: Cursor,
  }),
  response: page(Power),
  status: 200,
});
export const createPower = operation({
  id: 'createPower',
  feature,
  method: 'POST',
  path: '/powers',
  summary: 'Add a power',
  access: only('admin'),
  body: z.strictObject(powerFields),
  response: Power,
  status: 201,
  idempotent: true,
  refusals: ['power_code_taken'],
});
