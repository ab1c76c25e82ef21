import { z } from 'zod';
import { Cursor, Day, Id, Instant, Limit, page } from './common.ts';
import { everyone, operation } from './operation.ts';
import { LawFlag, PublicBases } from './statutes.ts';
import { Carrier, CarveOut, Consequences, GrantState, LegalBasis, StatutoryType, TownshipKind } from './words.ts';

const feature = 'register';
/** The day asked about; today where none is given. The answer is for the end of that day, or for now when it is today. */
const on = { on: Day.optional() } as const;

const Body = z.strictObject({ id: Id, name: z.string(), contactPhone: z.string(), complaintPhone: z.string(), address: z.string() });
export const RegisterTownship = z.strictObject({ ...Body.shape, divisionCode: z.string(), kind: TownshipKind });

export const readRegisterFrame = operation({
  id: 'readRegisterFrame',
  feature,
  method: 'GET',
  path: '/register',
  summary: 'County, townships and departments of the register',
  access: everyone,
  response: z.strictObject({
    county: z.string(),
    isDemo: z.boolean(),
    today: Day,
    contact: z.string(),
    townships: z.array(RegisterTownship),
    departments: z.array(Body),
    edition: z.strictObject({ number: z.int(), title: z.string(), documentNumber: z.string(), publishedAt: Instant }).nullable(),
  }),
  status: 200,
});
export const RegisterRow = z.strictObject({
  powerId: Id,
  code: z.string(),
  powerName: z.string(),
  statutoryType: StatutoryType,
  townshipId: Id,
  townshipName: z.string(),
  departmentName: z.string(),
  carrier: Carrier,
  holder: z.enum(['township', 'department']),
  state: GrantState,
  sinceOn: Day,
  documentNumber: z.string(),
  lawFlag: LawFlag,
});
const search = { q: z.string().max(80).optional(), townshipId: Id.optional(), departmentId: Id.optional(), ...on } as const;
export const searchRegister = operation({
  id: 'searchRegister',
  feature,
  method: 'GET',
  path: '/register/holdings',
  summary: 'Who holds what on a day: powers that townships hold, or that rest with the department while suspended',
  access: everyone,
  query: z.strictObject({ ...search, limit: Limit, cursor: Cursor }),
  response: z.strictObject({ ...page(RegisterRow).shape, on: Day }),
  status: 200,
  refusals: ['date_invalid'],
});
export const downloadRegister = operation({
  id: 'downloadRegister',
  feature,
  method: 'GET',
  path: '/register/holdings.csv',
  summary: 'The same as a file (UTF-8, comma separated)',
  access: everyone,
  query: z.strictObject(search),
  response: z.string(),
  status: 200,
  media: 'text/csv; charset=utf-8',
  refusals: ['date_invalid'],
});
export const searchPowers = operation({
  id: 'searchRegisterPowers',
  feature,
  method: 'GET',
  path: '/register/powers',
  summary: 'Find a power of the published menu by name or code',
  access: everyone,
  query: z.strictObject({ q: z.string().max(80).optional(), departmentId: Id.optional(), limit: Limit, cursor: Cursor }),
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        statutoryType: StatutoryType,
        departmentName: z.string(),
        townshipsHolding: z.int(),
      }),
    ),
    nextCursor: z.string().nullable(),
    total: z.int().min(0),
    isTotalExact: z.boolean(),
  }),
  status: 200,
});
export const Holder = z.strictObject({
  townshipId: Id,
  townshipName: z.string(),
  holder: z.enum(['township', 'department']),
  holderName: z.string(),
  state: GrantState.nullable(),
  sinceOn: Day.nullable(),
  inWhoseName: z.string(),
  respondentName: z.string(),
  documentNumber: z.string().nullable(),
  lawFlag: LawFlag,
  contactPhone: z.string(),
  complaintPhone: z.string(),
});
export const readRegisterPower = operation({
  id: 'readRegisterPower',
  feature,
  method: 'GET',
  path: '/register/powers/{code}',
  summary: 'One power: who decides where, on what basis, whom to ask',
  access: everyone,
  params: z.strictObject({ code: z.string().max(40) }),
  query: z.strictObject(on),
  response: z.strictObject({
    on: Day,
    code: z.string(),
    name: z.string(),
    statutoryType: StatutoryType,
    department: Body,
    legalBases: z.array(LegalBasis),
    basesNow: PublicBases,
    scopeNote: z.string(),
    carveOuts: z.array(CarveOut),
    carrier: Carrier.nullable(),
    consequences: Consequences.nullable(),
    holders: z.array(Holder),
  }),
  status: 200,
  refusals: ['date_invalid'],
});
/** Why this stretch began. */
export const HistoryReason = z.enum(['always', 'granted', 'suspended', 'resumed', 'returned', 'swapped', 'recalled', 'expired']);
export const HistoryEntry = z.strictObject({
  fromOn: Day,
  toOn: Day.nullable(),
  holder: z.enum(['township', 'department']),
  holderName: z.string(),
  documentNumber: z.string().nullable(),
  reason: HistoryReason,
});
export const readRegisterTownship = operation({
  id: 'readRegisterTownship',
  feature,
  method: 'GET',
  path: '/register/townships/{townshipId}',
  summary: "A township's powers on a day",
  access: everyone,
  params: z.strictObject({ townshipId: Id }),
  query: z.strictObject(on),
  response: z.strictObject({ on: Day, township: RegisterTownship, items: z.array(RegisterRow) }),
  status: 200,
  refusals: ['date_invalid'],
});
export const readHistory = operation({
  id: 'readRegisterHistory',
  feature,
  method: 'GET',
  path: '/register/powers/{code}/townships/{townshipId}',
  summary: 'Every change of hands of one power in one township',
  access: everyone,
  params: z.strictObject({ code: z.string().max(40), townshipId: Id }),
  response: z.strictObject({
    code: z.string(),
    powerName: z.string(),
    townshipName: z.string(),
    departmentName: z.string(),
    entries: z.array(HistoryEntry),
  }),
  status: 200,
});
export const verifyDocument = operation({
  id: 'verifyDocument',
  feature,
  method: 'GET',
  path: '/register/documents',
  summary: 'Is this document number real?',
  access: everyone,
  query: z.strictObject({ number: z.string().max(80).optional() }),
  response: z.strictObject({
    isKnown: z.boolean(),
    number: z.string(),
    /** `existing` is a paper from before the portal, under which powers were registered (存量). */
    kind: z.enum(['grant', 'common_grant', 'return', 'swap', 'recall', 'edition', 'existing']).nullable(),
    issuedOn: Day.nullable(),
    title: z.string().nullable(),
    powerCode: z.string().nullable(),
    townshipName: z.string().nullable(),
    /** What the paper keeps out of the power. */
    carveOuts: z.array(CarveOut),
    /** What was registered under an older paper, the first of it; one paper may speak of many powers and townships. */
    grants: z.array(z.strictObject({ powerCode: z.string(), powerName: z.string(), townshipName: z.string() })),
    hasMoreGrants: z.boolean(),
  }),
  status: 200,
});
