import { z } from 'zod';
import { Cursor, Id, IdList, Instant, Limit, Nothing, page } from '../common.ts';
import { Edition, EligibilityReason, MenuItem, MenuRow } from './menu-terms.ts';
import { operation, signedIn } from '../operation.ts';
import { StatuteEnd, SubjectBases } from '../statutes.ts';
import { Carrier, Category, Difficulty, Liability, Release, StatutoryType } from '../words.ts';

const feature = 'menu';

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
    /** The own township that is meant; may be left out by who acts for one alone. */
    townshipId: Id.optional(),
    /** Without an order, by code; what is searched for, the best answers first. */
    sort: z.enum(['code', 'name', 'difficulty', 'liability', 'popular']).optional(),
    limit: Limit,
    cursor: Cursor,
  }),
  response: MenuPage,
  status: 200,
  refusals: ['no_published_edition', 'township_required', 'not_found'],
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
