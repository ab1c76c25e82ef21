import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkDraft, ruleAt } from '#client/lib/contract-check.ts';
import { lengthOf } from '#client/ui/fields/length-counter.tsx';
import { line, optionalProse, prose } from '#contract/common.ts';
import { fileReturn } from '#contract/grants/grants.ts';

describe('limits of a field', () => {
  it('come from the contract, through lists, options and either-or', () => {
    expect(ruleAt(fileReturn.body, 'text')).toEqual({ isRequired: true, maxLength: 2000 });
    expect(ruleAt(fileReturn.body, 'pendingCases')).toEqual({ isRequired: false, maxLength: undefined });
    expect(ruleAt(fileReturn.body, 'pendingCases.description')).toEqual({ isRequired: true, maxLength: 200 });
    expect(ruleAt(fileReturn.body, 'pendingCases.7.description')).toEqual({ isRequired: true, maxLength: 200 });
    const decision = z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('approve'), text: optionalProse(500) }),
      z.strictObject({ outcome: z.literal('reject'), wouldBePossibleIf: prose(300), note: line(40).nullable() }),
    ]);
    expect(ruleAt(decision, 'text')).toEqual({ isRequired: false, maxLength: 500 });
    expect(ruleAt(decision, 'wouldBePossibleIf')).toEqual({ isRequired: true, maxLength: 300 });
    expect(ruleAt(decision, 'note')).toEqual({ isRequired: false, maxLength: 40 });
  });

  it('of a field that the contract does not know are none', () => {
    expect(ruleAt(fileReturn.body, 'elsewhere.0')).toEqual({ isRequired: false, maxLength: undefined });
  });
});

describe('the length of a text', () => {
  it('is counted in sight as the contract counts it', () => {
    const typed = fc.string({ unit: fc.constantFrom('一', 'a', ' ', '\n', '\r\n', 'e\u0301'), maxLength: 12 });
    const isRaw = (text: string): boolean => text.length <= 12;
    fc.assert(
      fc.property(typed.filter(isRaw), (text) => {
        const length = lengthOf(text);
        return prose(6).safeParse(text).success === (length > 0 && length <= 6);
      }),
    );
  });
});

describe('the check of a draft', () => {
  it('makes of it what the server would', () => {
    const draft = { reasonCode: 'other', text: ' e\u0301 ', wishedOn: '2027-01-04', pendingCases: [] };
    expect(checkDraft(fileReturn.body, draft)).toEqual({ kind: 'valid', body: { ...draft, text: '\u00e9' } });
  });

  it('names each fault by its place and the code that the server would send', () => {
    const draft = { reasonCode: null, text: '', wishedOn: '11月', pendingCases: [{ description: 'a\u0007', owner: 'township' }] };
    expect(checkDraft(fileReturn.body, draft)).toEqual({
      kind: 'faulty',
      faults: [
        { path: 'reasonCode', code: 'invalid_value' },
        { path: 'text', code: 'required' },
        { path: 'wishedOn', code: 'invalid_format' },
        { path: 'pendingCases.0.description', code: 'control_character' },
      ],
    });
  });
});
