import { z } from 'zod';
import { Count, Cursor, Day, Id, Limit, page } from './common.ts';
import { only, operation } from './operation.ts';
import { Carrier, Difficulty, Liability, StatutoryType } from './words.ts';

const feature = 'suggestions';
const access = only('clerk', 'lead');
/** For which township; may be left out by who acts for one alone. */
const ofTownship = { townshipId: Id.optional() } as const;
const refusals = ['no_published_edition', 'township_required', 'not_found'] as const;

export const Area = z.enum(['urban', 'suburb', 'park', 'scenic', 'remote', 'mountain', 'farming', 'waterside']);
export const DistanceToCounty = z.enum(['near', 'middle', 'far']);
export const Capacity = z.enum(['window', 'team', 'both']);
export const Appetite = z.enum(['careful', 'steady', 'bold']);

/** Why a power is suggested, computed from facts that the reader can look up. */
export const SuggestionReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('problem'), field: z.string() }),
  z.strictObject({ kind: z.literal('area'), area: Area, field: z.string() }),
  z.strictObject({ kind: z.literal('distance') }),
  z.strictObject({ kind: z.literal('window') }),
  z.strictObject({ kind: z.literal('team') }),
  z.strictObject({ kind: z.literal('frequent') }),
  z.strictObject({ kind: z.literal('easy_to_spot') }),
  z.strictObject({ kind: z.literal('tier'), difficulty: Difficulty, liability: Liability }),
  z.strictObject({ kind: z.literal('people_ready') }),
  z.strictObject({ kind: z.literal('people_later'), missing: z.int() }),
  z.strictObject({ kind: z.literal('companion'), of: z.string() }),
  z.strictObject({ kind: z.literal('held_by_similar'), held: z.int(), of: z.int(), townships: z.array(z.string()), sinceOn: Day }),
  z.strictObject({ kind: z.literal('certified'), certificateKindName: z.string(), have: z.int(), need: z.int() }),
  z.strictObject({ kind: z.literal('staff'), have: z.int(), need: z.int() }),
  z.strictObject({ kind: z.literal('nothing_needed') }),
  z.strictObject({ kind: z.literal('attest'), text: z.string() }),
]);
export type SuggestionReason = z.infer<typeof SuggestionReason>;

export const Suggestion = z.strictObject({
  itemId: Id,
  code: z.string(),
  name: z.string(),
  departmentName: z.string(),
  statutoryType: StatutoryType,
  carrier: Carrier,
  difficulty: Difficulty,
  liability: Liability,
  reasons: z.array(SuggestionReason).min(1),
  /** What has to be ordered with it; those of a guided order stand in it themselves. */
  companions: z.array(z.strictObject({ itemId: Id, code: z.string(), name: z.string() })),
});
export type Suggestion = z.infer<typeof Suggestion>;

const Answers = {
  problems: z.array(z.string()),
  certifiedNow: Count,
  certifiedSoon: Count,
  distance: DistanceToCounty,
  areas: z.array(Area),
  capacity: Capacity,
  appetite: Appetite,
} as const;

export const readGuidedQuestions = operation({
  id: 'readGuidedQuestions',
  feature,
  method: 'GET',
  path: '/suggestions/questions',
  summary: 'The six questions of a guided order, with what profile and roster answer already',
  access,
  query: z.strictObject(ofTownship),
  /** `fields`: those in which the township may order something, with how many powers. */
  response: z.strictObject({ fields: z.array(z.strictObject({ field: z.string(), count: z.int() })), answers: z.strictObject(Answers) }),
  status: 200,
  refusals,
});

const people = z
  .string()
  .regex(/^[0-9]{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(0).max(500))
  .optional();
const listOf = <T extends z.ZodType<string, string>>(one: T, most: number) =>
  z
    .string()
    .max(200)
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(one).max(most))
    .optional();
export const proposeOrder = operation({
  id: 'proposeOrder',
  feature,
  method: 'GET',
  path: '/suggestions/guided-order',
  summary: 'A set of powers that answers the six questions, each with its reasons; what is not answered is taken from profile and roster',
  access,
  query: z.strictObject({
    ...ofTownship,
    problems: listOf(z.string().max(20), 3),
    certifiedNow: people,
    certifiedSoon: people,
    distance: DistanceToCounty.optional(),
    areas: listOf(Area, 8),
    capacity: Capacity.optional(),
    appetite: Appetite.optional(),
    most: z
      .string()
      .regex(/^([1-9]|1[0-9]|20)$/)
      .transform(Number)
      .pipe(z.int())
      .optional(),
  }),
  response: z.strictObject({
    answers: z.strictObject(Answers),
    items: z.array(Suggestion),
    /** What answers a need and is left out: too few people, harder than dared, more than the order was to hold. */
    left: z.strictObject({ people: z.int(), tier: z.int(), more: z.int() }),
  }),
  status: 200,
  refusals,
});

/** A similar township and what makes it so; in the order of the divisions, for likeness is no rank. */
export const SimilarTownship = z.strictObject({
  townshipId: Id,
  name: z.string(),
  isSameKind: z.boolean(),
  sharedTags: z.array(z.string()),
  hasCloseResidents: z.boolean(),
  hasCloseStaff: z.boolean(),
});
export const listHeldBySimilar = operation({
  id: 'listHeldBySimilar',
  feature,
  method: 'GET',
  path: '/suggestions/similar',
  summary: 'What similar townships hold and the own one may order; at most 50, the most held first',
  access,
  query: z.strictObject(ofTownship),
  response: z.strictObject({ similar: z.array(SimilarTownship), items: z.array(Suggestion), total: z.int() }),
  status: 200,
  refusals,
});

export const listReady = operation({
  id: 'listReady',
  feature,
  method: 'GET',
  path: '/suggestions/ready',
  summary: 'What the township could take on now with the people it has, by code',
  access,
  query: z.strictObject({ ...ofTownship, limit: Limit, cursor: Cursor }),
  response: page(Suggestion),
  status: 200,
  refusals,
});
