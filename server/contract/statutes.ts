import { z } from 'zod';
import { Cursor, Day, Id, Instant, Limit, Version, line, page, prose } from './common.ts';
import { only, operation } from './operation.ts';
import { LegalBasis } from './words.ts';

const feature = 'statutes';
const readers = only('admin', 'legal_reviewer', 'decider', 'reviewer', 'auditor');
/** Whether a law still stands is found, not decided: the administrator enters it, or the legal office. */
const keepers = only('admin', 'legal_reviewer');

export const StatuteKind = z.enum(['law', 'administrative_regulation', 'local_regulation', 'rule', 'other']);
export const StatuteEnd = z.enum(['amended', 'repealed']);
export const BasisSubject = z.enum(['menu_item', 'grant', 'directory_entry', 'township_power']);
export const BasisAct = z.enum(['reconfirmed', 'rebased', 'recalled']);
export const Validity = z.enum(['in_force', 'ending', 'ended']);
/** A basis has ended and waits for its review; null where nothing does. */
export const LawFlag = StatuteEnd.nullable();

const Successor = z.strictObject({ versionId: Id, statuteId: Id, title: z.string(), versionOn: Day });
/** What became of one version: `endedOn` may lie ahead. */
const Ending = {
  validity: Validity,
  endedOn: Day.nullable(),
  endKind: StatuteEnd.nullable(),
  endBasis: z.string(),
  successor: Successor.nullable(),
} as const;

/** How one basis of an item or a grant stands on the day asked about. */
export const BasisStanding = z.strictObject({
  ...LegalBasis.shape,
  ...Ending,
  validity: z.enum(['unknown', ...Validity.options]),
  needsReview: z.boolean(),
});
const decided = { act: BasisAct, law: z.string(), versionOn: Day, reason: z.string(), at: Instant } as const;
/** The bases on which something rests now, and what was decided about those that ended. */
export const SubjectBases = z.strictObject({
  lawFlag: LawFlag,
  bases: z.array(BasisStanding),
  reviews: z.array(z.strictObject({ ...decided, by: z.string() })),
});
export type SubjectBases = z.infer<typeof SubjectBases>;
export const PublicBases = z.strictObject({ ...SubjectBases.shape, reviews: z.array(z.strictObject(decided)) });

const Counts = z.strictObject({
  menu_item: z.int().min(0),
  grant: z.int().min(0),
  directory_entry: z.int().min(0),
  township_power: z.int().min(0),
});
const BriefVersion = z.strictObject({
  id: Id,
  versionOn: Day,
  validity: Validity,
  endedOn: Day.nullable(),
  endKind: StatuteEnd.nullable(),
});
export const StatuteVersion = z.strictObject({
  ...BriefVersion.shape,
  ...Ending,
  statuteId: Id,
  title: z.string(),
  /** What rests on it and, once it has ended, waits for its review; each counted up to 1,000. */
  left: Counts,
  /** What was reviewed since its end was entered. */
  done: z.int().min(0),
  version: Version,
});
export type StatuteVersion = z.infer<typeof StatuteVersion>;
const statuteFields = { title: line(120), kind: StatuteKind } as const;
const heads = { id: Id, title: z.string(), kind: StatuteKind, version: Version } as const;
export const StatuteRow = z.strictObject({ ...heads, versions: z.array(BriefVersion) });
export const Statute = z.strictObject({ ...heads, versions: z.array(StatuteVersion) });
export type Statute = z.infer<typeof Statute>;

export const listStatutes = operation({
  id: 'listStatutes',
  feature,
  method: 'GET',
  path: '/statutes',
  summary: 'Statutes with their versions, by title; `state`: a version is in force, is about to end, or none is in force any more',
  access: readers,
  query: z.strictObject({ q: z.string().max(80).optional(), state: Validity.optional(), limit: Limit, cursor: Cursor }),
  response: page(StatuteRow),
  status: 200,
});
export const addStatute = operation({
  id: 'addStatute',
  feature,
  method: 'POST',
  path: '/statutes',
  summary: 'Register a statute with its first version',
  access: keepers,
  body: z.strictObject({ ...statuteFields, versionOn: Day }),
  response: Statute,
  status: 201,
  idempotent: true,
  refusals: ['statute_title_taken'],
});
export const readStatute = operation({
  id: 'readStatute',
  feature,
  method: 'GET',
  path: '/statutes/{statuteId}',
  summary: 'A statute, all its versions and how much rests on each',
  access: readers,
  params: z.strictObject({ statuteId: Id }),
  response: Statute,
  status: 200,
});
export const editStatute = operation({
  id: 'editStatute',
  feature,
  method: 'PUT',
  path: '/statutes/{statuteId}',
  summary: 'Correct a slip; the title only while nothing cites it',
  access: keepers,
  params: z.strictObject({ statuteId: Id }),
  body: z.strictObject(statuteFields),
  response: Statute,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['statute_title_taken', 'statute_in_use'],
});
export const addStatuteVersion = operation({
  id: 'addStatuteVersion',
  feature,
  method: 'POST',
  path: '/statutes/{statuteId}/versions',
  summary: 'Register a version of a statute',
  access: keepers,
  params: z.strictObject({ statuteId: Id }),
  body: z.strictObject({ versionOn: Day }),
  response: Statute,
  status: 201,
  idempotent: true,
  refusals: ['statute_version_taken'],
});
const versionId = z.strictObject({ versionId: Id });
const ofVersion = {
  feature,
  access: keepers,
  params: versionId,
  response: StatuteVersion,
  status: 200,
  versioned: true,
  idempotent: true,
} as const;
export const readStatuteVersion = operation({
  id: 'readStatuteVersion',
  feature,
  method: 'GET',
  path: '/statute-versions/{versionId}',
  summary: 'One version: what became of it, what rests on it, what is reviewed and left',
  access: readers,
  params: versionId,
  response: StatuteVersion,
  status: 200,
});
export const editStatuteVersion = operation({
  ...ofVersion,
  id: 'editStatuteVersion',
  method: 'PUT',
  path: '/statute-versions/{versionId}',
  summary: 'Correct the day of a version, while nothing cites it',
  body: z.strictObject({ versionOn: Day }),
  refusals: ['statute_version_taken', 'statute_in_use', 'period_reversed'],
});
export const endStatuteVersion = operation({
  ...ofVersion,
  id: 'endStatuteVersion',
  method: 'POST',
  path: '/statute-versions/{versionId}/end',
  summary: 'Mark a version as amended or repealed from a day on; what rests on it is flagged from then on',
  body: z.strictObject({ endKind: StatuteEnd, endedOn: Day, endBasis: line(300), successorId: Id.nullable() }),
  refusals: ['statute_version_ended', 'period_reversed', 'reason_required', 'successor_unfit'],
});
export const undoStatuteEnd = operation({
  ...ofVersion,
  id: 'undoStatuteEnd',
  method: 'POST',
  path: '/statute-versions/{versionId}/end/undoing',
  summary: 'Take a mark back that was made by mistake; the flags go with it',
  body: z.strictObject({ reason: prose(500) }),
  refusals: ['statute_version_not_ended', 'reason_required'],
});

export const listLawChanges = operation({
  id: 'listLawChanges',
  feature,
  method: 'GET',
  path: '/law-changes',
  summary: 'Versions that have ended or are about to, newest first, with what is left to review',
  access: readers,
  query: z.strictObject({ limit: Limit, cursor: Cursor }),
  response: page(StatuteVersion),
  status: 200,
});
export const BasisLine = z.strictObject({
  subjectKind: BasisSubject,
  subjectId: Id,
  name: z.string(),
  code: z.string(),
  /** The edition of an item, the township of a grant; empty otherwise. */
  place: z.string(),
  /** Where an item stands; null for everything else. */
  edition: z.strictObject({ id: Id, state: z.enum(['draft', 'published', 'superseded']) }).nullable(),
  articles: z.array(z.string()),
  isRecallOpen: z.boolean(),
  /** The review that counts, if there is one. */
  review: z
    .strictObject({ id: Id, act: BasisAct, reason: z.string(), by: z.string(), at: Instant, newBases: z.array(LegalBasis).nullable() })
    .nullable(),
});
export type BasisLine = z.infer<typeof BasisLine>;
export const listBasisLines = operation({
  id: 'listBasisLines',
  feature,
  method: 'GET',
  path: '/statute-versions/{versionId}/lines',
  summary: 'What rests on a version: open (all of it, or once it has ended what waits for a review) or done',
  access: readers,
  params: versionId,
  query: z.strictObject({ kind: BasisSubject.optional(), status: z.enum(['open', 'done']).optional(), limit: Limit, cursor: Cursor }),
  response: z.strictObject({
    ...page(BasisLine).shape,
    /** Which kinds of subject the reader may review; empty while the version is in force. */
    reviewable: z.array(BasisSubject),
  }),
  status: 200,
});
/** With the review that the caller saw on each line, so that no review overwrites one that its author has not seen. */
const reviewedLines = z
  .array(z.strictObject({ subjectKind: BasisSubject, subjectId: Id, reviewId: Id.nullable() }))
  .min(1)
  .max(200);
/** Only a rebase names what the lines rest on from now on. */
export const BasesReview = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('reconfirmed'), reason: prose(1000), lines: reviewedLines }),
  z.strictObject({ act: z.literal('rebased'), reason: prose(1000), basis: LegalBasis, lines: reviewedLines }),
]);
export type BasesReview = z.infer<typeof BasesReview>;

export const reviewBases = operation({
  ...ofVersion,
  id: 'reviewBases',
  method: 'POST',
  path: '/statute-versions/{versionId}/reviews',
  summary: 'Reconfirm or rebase what rests on an ended version, all of the lines or none',
  body: BasesReview,
  refusals: ['statute_version_not_ended', 'statute_not_in_force', 'not_resting', 'reviewed_meanwhile', 'reason_required'],
});
