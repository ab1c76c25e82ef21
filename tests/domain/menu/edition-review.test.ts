import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callBackReview,
  refusePublishing,
  refuseSending,
  reviewEdition,
  reviewTerm,
  standingOf,
  type EditionOpinion,
  type EditionReview,
} from '#server/domain/menu/edition-review.ts';
import { dueAt } from '#server/domain/time/deadlines.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { admin, calendar, legalReviewer, now, person } from '#tests/domain/given.ts';

const sent: EditionReview = { editionVersion: 4, sentBy: [admin.accountId], outcome: null };
const lawful: EditionOpinion = { outcome: 'lawful', text: '', citation: '' };
const codeOf = (outcome: ReturnType<typeof reviewEdition>) => (outcome.kind === 'refused' ? outcome.refusal.code : outcome.value.outcome);

describe('the time of the office', () => {
  it.each([
    [false, 5, 5],
    [false, 1, 1],
    [true, 5, 7],
    [true, 7, 7],
    [true, 10, 10],
  ])('major decision %s, %i days set: %i working days', (isMajorDecision, days, count) => {
    expect(reviewTerm({ isMajorDecision, days })).toEqual({ count, unit: 'working_days' });
  });

  it('counts working days of the calendar: a make-up Sunday counts, a holiday does not', () => {
    const due = dueAt(calendar, now + 14 * 86_400_000, reviewTerm({ isMajorDecision: true, days: 3 }));
    expect([dayOf(now + 14 * 86_400_000), due.on]).toEqual(['2026-09-16', '2026-09-24']);
  });
});

describe('the standing of a draft', () => {
  const rows: readonly (readonly [string, readonly EditionReview[], number, string])[] = [
    ['never sent', [], 4, 'none'],
    ['with the office', [sent], 4, 'open'],
    ['changed while it is there', [sent], 5, 'outdated'],
    ['voided by a change', [{ ...sent, outcome: 'voided' }], 5, 'outdated'],
    ['called back, nothing said before', [{ ...sent, outcome: 'called_back' }], 4, 'none'],
    [
      'called back, an answer before',
      [
        { ...sent, outcome: 'called_back' },
        { ...sent, outcome: 'lawful_with_conditions' },
      ],
      4,
      'lawful_with_conditions',
    ],
    ['found lawful', [{ ...sent, outcome: 'lawful' }], 4, 'lawful'],
    ['found lawful, then changed', [{ ...sent, outcome: 'lawful' }], 5, 'outdated'],
    ['unlawful, the same version sent again', [sent, { ...sent, outcome: 'unlawful' }], 4, 'open'],
  ];
  it.each(rows)('%s', (_, reviews, version, standing) => expect(standingOf(reviews, version)).toBe(standing));

  it('is lawful only for the very version that was found so, whatever the history', () => {
    const outcome = fc.constantFrom(null, 'lawful', 'lawful_with_conditions', 'unlawful', 'called_back', 'voided');
    const review = fc.record({ editionVersion: fc.integer({ min: 1, max: 6 }), sentBy: fc.constant(['a']), outcome });
    fc.assert(
      fc.property(fc.array(review, { maxLength: 6 }), fc.integer({ min: 1, max: 6 }), (reviews, version) => {
        const mayPublish = refusePublishing(standingOf(reviews, version)) === null;
        const last = reviews.find((one) => one.outcome !== 'called_back');
        expect(mayPublish).toBe(last?.outcome === 'lawful' && last.editionVersion === version);
      }),
    );
  });
});

describe('sending', () => {
  it.each([
    ['none', 3, 0, undefined],
    ['outdated', 3, 0, undefined],
    ['unlawful', 3, 0, undefined],
    ['lawful_with_conditions', 3, 0, undefined],
    ['open', 3, 0, 'review_open'],
    ['lawful', 3, 0, 'review_not_needed'],
    ['none', 0, 0, 'edition_empty'],
    ['none', 3, 2, 'edition_has_findings'],
  ] as const)('a draft that stands %s with %i items and %i blocking findings: %s', (standing, items, blocking, code) => {
    expect(refuseSending(standing, { items, blocking })?.code).toBe(code);
  });
});

describe('reviewing', () => {
  it.each([
    ['lawful, nothing more to say', sent, lawful, 4, 'lawful'],
    [
      'with conditions',
      sent,
      { outcome: 'lawful_with_conditions', text: '补充公开征求意见情况', citation: '' },
      4,
      'lawful_with_conditions',
    ],
    ['conditions that say nothing', sent, { outcome: 'lawful_with_conditions', text: ' ', citation: '' }, 4, 'reason_required'],
    ['unlawful', sent, { outcome: 'unlawful', text: '街道不能受托', citation: '行政许可法第二十四条' }, 4, 'unlawful'],
    ['unlawful without an article', sent, { outcome: 'unlawful', text: '街道不能受托', citation: '' }, 4, 'citation_required'],
    ['unlawful without words', sent, { outcome: 'unlawful', text: '', citation: '行政许可法第二十四条' }, 4, 'reason_required'],
    ['another version', sent, lawful, 5, 'review_outdated'],
    ['what was answered', { ...sent, outcome: 'lawful' }, lawful, 4, 'review_closed'],
    ['what was called back', { ...sent, outcome: 'called_back' }, lawful, 4, 'review_closed'],
  ] as const)('%s', (_, review, opinion, version, expected) => {
    expect(codeOf(reviewEdition(review, legalReviewer, opinion, version))).toBe(expected);
  });

  it('is not for those who sent it, nor for whom they stood in', () => {
    const both = person(admin.accountId, 'legal_reviewer', 'department-legal');
    expect(codeOf(reviewEdition(sent, both, lawful, 4))).toBe('sent_by_self');
    const substitute = { ...legalReviewer, onBehalfOf: { accountId: admin.accountId, name: 'x' } };
    expect(codeOf(reviewEdition(sent, substitute, lawful, 4))).toBe('sent_by_self');
  });

  it('can be called back while it is open, and not after', () => {
    expect(codeOf(callBackReview(sent, admin, 4))).toBe('called_back');
    expect(codeOf(callBackReview({ ...sent, outcome: 'lawful' }, admin, 4))).toBe('review_closed');
  });
});
