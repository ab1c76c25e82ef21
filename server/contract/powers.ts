import { z } from 'zod';
import { Count, Cursor, Id, Limit, Version, line, optionalProse, page } from './common.ts';
import { only, operation } from './operation.ts';
import { Category, DutyListName, StatutoryType } from './words.ts';

// The powers of the county themselves, on the menu or not; the feature is that of the menu.
const feature = 'menu';

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
const powerParams = z.strictObject({ powerId: Id });
export const readPower = operation({
  id: 'readPower',
  feature,
  method: 'GET',
  path: '/powers/{powerId}',
  summary: 'A power of the county, with what stands for and against passing it down',
  access: only('admin', 'legal_reviewer', 'auditor'),
  params: powerParams,
  response: Power,
  status: 200,
});
export const editPower = operation({
  id: 'editPower',
  feature,
  method: 'PUT',
  path: '/powers/{powerId}',
  summary: 'Correct a power; its code stays',
  access: only('admin'),
  params: powerParams,
  body: z.strictObject({
    name: line(300),
    field: line(20),
    departmentId: Id,
    limitsPersonalFreedom: z.boolean(),
    cameDownFrom: z.enum(['province', 'city']).nullable(),
    /** The decision by which it came down; empty when it is the county's own. */
    cameDownBasis: optionalProse(300),
  }),
  response: Power,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['power_retired', 'power_in_use', 'reason_required'],
});

export const AlikeKind = z.enum(['power', 'directory_entry', 'duty_entry', 'township_power']);
/** Two names that look the same: one is always a power of the county (RULES.md 3.19). */
export const AlikePair = z.strictObject({
  left: z.strictObject({
    kind: AlikeKind,
    id: Id,
    name: z.string(),
    code: z.string().nullable(),
    /** On which duty list it stands. */
    list: DutyListName.nullable(),
    /** On how many townships' lists it stands under this name; a verdict counts for all of them. */
    count: Count,
  }),
  power: z.strictObject({ id: Id, code: z.string(), name: z.string(), departmentName: z.string() }),
  /** From 60 to 100. */
  likeness: z.int().min(0).max(100),
  /** What both names have in common, to be shown. */
  common: z.array(z.string()),
});
export type AlikePair = z.infer<typeof AlikePair>;
export const listAlikes = operation({
  id: 'listAlikes',
  feature,
  method: 'GET',
  path: '/alikes',
  summary: 'Names that look the same and are not judged yet, power by power',
  access: only('admin', 'legal_reviewer', 'auditor'),
  query: z.strictObject({ kind: AlikeKind.optional(), powerId: Id.optional(), cursor: Cursor }),
  response: z.strictObject({
    items: z.array(AlikePair),
    /** From which power on to look further; null when all were looked at. */
    nextCursor: z.string().nullable(),
    /** How many powers were looked at for this answer. */
    looked: Count,
  }),
  status: 200,
  refusals: ['not_found'],
});
export const judgeAlike = operation({
  id: 'judgeAlike',
  feature,
  method: 'POST',
  path: '/alikes',
  summary: 'Say that two names mean the same, or that they do not; said once and for all',
  access: only('admin'),
  body: z.strictObject({
    leftKind: AlikeKind,
    leftId: Id,
    powerId: Id,
    verdict: z.enum(['same', 'different']),
    /** Of two powers that are the same: which one stays; the other is retired in its favour. */
    keep: z.enum(['left', 'power']).optional(),
  }),
  response: z.strictObject({ powerId: Id }),
  status: 200,
  idempotent: true,
  refusals: ['alike_decided', 'power_in_use', 'power_retired', 'duty_taken'],
});
