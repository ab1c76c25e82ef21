import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CommonTownship } from '#contract/common-decisions.ts';
import { EditionOpinion } from '#contract/editions/editions.ts';
import { GrantEvent } from '#contract/grants/grant-events.ts';
import { RecallDecision, TrialClosing } from '#contract/grants/grant-decisions.ts';
import { Decision, LegalReview, Opinion } from '#contract/requests/request-decisions.ts';
import { TimelineEvent } from '#contract/requests/request-events.ts';
import { BasesReview } from '#contract/statutes.ts';
import { presentEvent as presentGrantEvent } from '#server/features/grants/timeline.ts';
import { presentEvent as presentRequestEvent } from '#server/features/requests/request-events.ts';
import { parsePart } from '#server/http/calls/input.ts';

const words = fc.constantFrom('同意', '先培训，再承接', 'with words', '第二十四条');
const maybe = fc.oneof(fc.constant(''), words);
const id = fc.constantFrom('i1', 'g2', 'power_3');
const day = fc.constantFrom('2026-03-01', '2027-12-31');
const lines = fc.constant([{ subjectKind: 'grant', subjectId: 'g1', reviewId: null }]);
const basis = fc.record({ law: words, article: words, versionOn: day });
const conditions = fc.record({
  extraPrerequisites: fc.constantFrom([], [{ key: 'x', kind: 'staffing', count: 2 }]),
  termMonths: fc.option(fc.integer({ min: 1, max: 240 })),
  notBeforeOn: fc.option(day),
  text: words,
});
const township = { townshipId: id, name: words, kind: fc.constantFrom('town', 'subdistrict') };
const pendingCases = fc.constantFrom([], [{ description: '在办一件', owner: 'township' }]);

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;
interface Union {
  readonly schema: z.ZodType;
  readonly tag: string;
  /** Each case with its own fields, written from the rules and not from the schema. */
  readonly cases: Readonly<Record<string, Fields>>;
}
const unions: Readonly<Record<string, Union>> = {
  opinion: {
    schema: Opinion,
    tag: 'position',
    cases: {
      support: { text: maybe },
      support_with_conditions: { text: words },
      object: { text: words, reasonCode: fc.constantFrom('no_demand', 'other') },
    },
  },
  'legal review': {
    schema: LegalReview,
    tag: 'finding',
    cases: {
      lawful: { citation: maybe, text: maybe },
      lawful_with_conditions: { citation: maybe, text: words },
      unlawful: { citation: words, text: maybe },
    },
  },
  decision: {
    schema: Decision,
    tag: 'outcome',
    cases: {
      approve: { text: maybe },
      approve_with_conditions: { text: maybe, conditions },
      reject: {
        text: words,
        reasonCode: fc.constantFrom('not_ready', 'not_lawful'),
        wouldBePossibleIf: maybe,
        alternativeItemId: fc.option(id),
      },
    },
  },
  'recall decision': {
    schema: RecallDecision,
    tag: 'outcome',
    cases: { recall: { text: words, effectiveOn: fc.option(day), pendingCases }, keep: { text: words } },
  },
  'trial closing': {
    schema: TrialClosing,
    tag: 'outcome',
    cases: { confirm: { text: words }, extend: { text: words, extendMonths: fc.integer({ min: 1, max: 12 }) }, take_back: { text: words } },
  },
  'place of a township in a common decision': {
    schema: CommonTownship,
    tag: 'place',
    cases: {
      granted: township,
      preparing: { ...township, openPrerequisites: fc.nat() },
      left_out: { ...township, reasons: fc.constantFrom([], ['already_held']) },
    },
  },
  'opinion on a draft': {
    schema: EditionOpinion,
    tag: 'outcome',
    cases: {
      lawful: { text: maybe, citation: maybe },
      lawful_with_conditions: { text: words, citation: maybe },
      unlawful: { text: words, citation: words },
    },
  },
  'review of bases': {
    schema: BasesReview,
    tag: 'act',
    cases: { reconfirmed: { reason: words, lines }, rebased: { reason: words, lines, basis } },
  },
};

const bodyOf = ({ tag, cases }: Union): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(...Object.entries(cases).map(([name, fields]) => fc.record({ [tag]: fc.constant(name), ...fields })));
const fieldsOf = ({ tag, cases }: Union, body: Record<string, unknown>): Fields => cases[String(body[tag])] ?? {};
const faultsOf = (schema: z.ZodType, body: unknown): string[] => {
  const parsed = parsePart(schema, 'body', body);
  return parsed.kind === 'parsed' ? [] : parsed.errors.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe.each(Object.entries(unions))('%s', (_name, union) => {
  const { schema, tag, cases } = union;

  it('takes every case as it is', () => {
    fc.assert(
      fc.property(bodyOf(union), (body) => {
        expect(schema.parse(body)).toEqual(body);
      }),
    );
  });

  it('refuses a field of another case, and points at it', () => {
    const all = [...new Set(Object.values(cases).flatMap((fields) => Object.keys(fields)))];
    fc.assert(
      fc.property(bodyOf(union), fc.constantFrom(...all, 'surprise'), fc.constantFrom(null, '', 'x', []), (body, field, value) => {
        if (field in fieldsOf(union, body)) return;
        expect(faultsOf(schema, { ...body, [field]: value })).toEqual([`/${field} unrecognized_keys`]);
      }),
    );
  });

  it('refuses a body that lacks a field of its case, and points at it', () => {
    fc.assert(
      fc.property(bodyOf(union), fc.nat(), (body, nth) => {
        const names = Object.keys(fieldsOf(union, body));
        const gone = names[nth % names.length] ?? '';
        const { [gone]: _gone, ...rest } = body;
        expect(faultsOf(schema, rest).map((fault) => fault.split(' ')[0])).toEqual([`/${gone}`]);
      }),
    );
  });

  it('refuses a case that there is not', () => {
    fc.assert(
      fc.property(bodyOf(union), (body) => {
        expect(faultsOf(schema, { ...body, [tag]: 'other' }).map((fault) => fault.split(' ')[0])).toEqual([`/${tag}`]);
      }),
    );
  });
});

const signature = { actorName: '县领导', actorOrganisation: '青禾县人民政府', onBehalfOf: null, accountId: 'a1' };
const stored = (facts: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(facts)) as Record<string, unknown>;

describe('what is written down comes back as it was', () => {
  const bodies = { opinion: unions['opinion'], legal_review: unions['legal review'], decision: unions['decision'] } as const;
  const more = {
    opinion: () => ({}),
    legal_review: () => ({}),
    decision: ({ outcome, alternativeItemId }: Record<string, unknown>) => ({
      supersedes: null,
      ...(outcome === 'approve' ? { common: null } : {}),
      ...(outcome === 'reject' ? { alternativeName: alternativeItemId === null ? null : '抗旱补助给付' } : {}),
    }),
  } as const;

  it.each(['opinion', 'legal_review', 'decision'] as const)('%s of a request', (kind) => {
    const union = bodies[kind];
    if (!union) throw new Error('no such union');
    fc.assert(
      fc.property(bodyOf(union), (body) => {
        const facts = { ...body, ...more[kind](body) };
        const row = { id: 'e1', requestId: 'r1', at: 5, kind, stage: 'county', onBehalfOfAccountId: null, ...signature } as const;
        const told = presentRequestEvent({ ...row, facts: stored(facts) });
        expect(told).toMatchObject({ kind, facts });
        expect(TimelineEvent.safeParse(told).success).toBe(true);
      }),
    );
  });

  it.each([
    ['trial_closed', 'trial closing'],
    ['recall_decided', 'recall decision'],
  ] as const)('%s of a grant', (kind, name) => {
    const union = unions[name];
    if (!union) throw new Error('no such union');
    fc.assert(
      fc.property(bodyOf(union), ({ outcome, text }) => {
        const facts = {
          ...{ outcome, text },
          ...(outcome === 'extend' ? { trialEndsAt: 9 } : {}),
          ...(outcome === 'recall' ? { effectiveOn: '2026-04-01', pendingCases: 1 } : {}),
          ...(outcome === 'confirm' || outcome === 'extend' ? {} : { documentNumber: '青禾赋权〔2026〕2号' }),
        };
        const told = presentGrantEvent({ id: 'e1', grantId: 'g1', at: 5, kind, ...signature, facts: stored(facts) });
        expect(told).toMatchObject({ kind, facts });
        expect(GrantEvent.safeParse(told).success).toBe(true);
      }),
    );
  });

  it('a kind or a shape that this version does not know keeps its place and says so', () => {
    const row = { id: 'e1', grantId: 'g1', at: 5, ...signature };
    expect(presentGrantEvent({ ...row, kind: 'sold', facts: {} })).toMatchObject({ id: 'e1', at: 5, kind: 'unreadable', facts: {} });
    expect(presentGrantEvent({ ...row, kind: 'hearing_stated', facts: { statement: 7 } })).toMatchObject({ kind: 'unreadable' });
  });
});
