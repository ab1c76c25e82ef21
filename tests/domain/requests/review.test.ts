import { describe, expect, it } from 'vitest';
import { type Decision, decideRequest } from '#server/domain/requests/decision.ts';
import { refusal } from '#server/domain/values/outcome.ts';
import {
  editRequest,
  giveOpinion,
  requestReconsideration,
  resubmitRequest,
  reviewLegally,
  sendBack,
  settle,
  submitRequest,
  withdrawRequest,
} from '#server/domain/requests/review.ts';
import type { ApprovalConditions } from '#server/domain/menu/terms.ts';
import { endOfDay } from '#server/domain/time/time.ts';
import {
  at,
  calendar,
  circumstances,
  codeOf,
  decider,
  lead,
  legalReviewer,
  must,
  now,
  otherDecider,
  request,
  reviewer,
  route,
} from '#tests/domain/given.ts';

const later = (day: string) => ({ ...circumstances, now: at(day, 10) });
const support = { position: 'support', reasonCode: null, text: '' } as const;
const lawful = { finding: 'lawful', citation: '', text: '' } as const;
const rejection: Decision = {
  outcome: 'reject',
  reasonCode: 'not_ready',
  text: 'why',
  wouldBePossibleIf: 'two officers',
  alternativeItemId: null,
};

describe('the way of a file', () => {
  it('from draft to approval, over three stages', () => {
    const submitted = must(submitRequest(request('draft', null, { interested: ['clerk'] }), lead, { route, obstacles: [] }, circumstances));
    expect(submitted.request).toMatchObject({
      state: 'in_review',
      stage: 'department',
      dueAt: endOfDay('2026-09-09'),
      interested: ['clerk', 'lead'],
    });
    const opined = must(giveOpinion(submitted.request, reviewer, support, later('2026-09-04')));
    expect(opined.request).toMatchObject({ stage: 'legal', dueAt: endOfDay('2026-09-15'), isDueProvisional: false });
    const reviewed = must(reviewLegally(opined.request, legalReviewer, lawful, later('2026-09-08')));
    expect(reviewed.request).toMatchObject({ stage: 'county', legalFinding: 'lawful' });
    const decided = must(decideRequest(reviewed.request, decider, { outcome: 'approve', text: '' }, later('2026-09-10')));
    expect(decided.request).toMatchObject({ state: 'approved', stage: null, dueAt: null });
    expect(decided.request.acts.map((act) => [act.kind, act.stage, act.people])).toEqual([
      ['opinion', 'department', ['reviewer']],
      ['legal_review', 'legal', ['legal-reviewer']],
      ['decision', 'county', ['decider']],
    ]);
    expect([submitted, opined, reviewed, decided].flatMap((one) => one.events.map((event) => event.kind))).toEqual([
      'submitted',
      'opinion',
      'legal_review',
      'decision',
    ]);
  });

  it('an obstacle keeps a draft a draft', () => {
    const obstacles = [refusal('already_held'), refusal('line_incomplete')];
    expect(codeOf(submitRequest(request('draft'), lead, { route, obstacles }, circumstances))).toBe('already_held');
    expect(() => submitRequest(request('draft'), lead, { route: [], obstacles: [] }, circumstances)).toThrow(RangeError);
  });

  it('withdrawn, it has no stage and no clock', () => {
    expect(must(withdrawRequest(request('in_review', 'legal'), lead, circumstances)).request).toMatchObject({
      state: 'withdrawn',
      stage: null,
      dueAt: null,
    });
  });
});

describe('a department', () => {
  it.each([
    [{ position: 'object', reasonCode: 'safety_risk', text: ' ' }, 'reason_required'],
    [{ position: 'support_with_conditions', text: '' }, 'reason_required'],
  ] as const)('owes words: %j', (opinion, code) => {
    expect(codeOf(giveOpinion(request('in_review', 'department'), reviewer, opinion, circumstances))).toBe(code);
  });

  it('that objects has no veto', () => {
    const objection = { position: 'object', reasonCode: 'safety_risk', text: 'why' } as const;
    expect(must(giveOpinion(request('in_review', 'department'), reviewer, objection, circumstances)).request.stage).toBe('legal');
  });

  it('silent past the deadline has let the file pass, at the deadline and not when noticed', () => {
    const file = request('in_review', 'department', { dueAt: endOfDay('2026-09-09') });
    expect(settle(file, { ...circumstances, now: endOfDay('2026-09-09') - 1 })).toEqual({ request: file, events: [] });
    const first = settle(file, { ...circumstances, now: endOfDay('2026-09-09') });
    expect(first.request).toMatchObject({ state: 'in_review', stage: 'legal', dueAt: endOfDay('2026-09-18') });
    expect(first.events).toEqual([{ kind: 'opinion_silent', at: endOfDay('2026-09-09'), stage: 'department' }]);
    expect(settle(file, later('2026-09-14'))).toEqual(first);
    expect(settle(first.request, later('2026-09-14')).events).toEqual([]);
  });

  it('cannot answer any more then, while the legal office can', () => {
    const file = request('in_review', 'department', { dueAt: endOfDay('2026-09-09') });
    expect(codeOf(giveOpinion(file, reviewer, support, later('2026-09-10')))).toBe('wrong_stage');
    const reviewed = must(reviewLegally(file, legalReviewer, lawful, later('2026-09-10')));
    expect(reviewed.events.map((event) => event.kind)).toEqual(['opinion_silent', 'legal_review']);
  });

  it('alone can be silent: legal office and county are only late', () => {
    for (const stage of ['legal', 'county'] as const) {
      const file = request('in_review', stage, { dueAt: endOfDay('2026-09-09') });
      expect(settle(file, later('2026-12-01'))).toEqual({ request: file, events: [] });
    }
  });
});

describe('the legal office', () => {
  it('cites an article for "unlawful", and says its conditions', () => {
    const file = request('in_review', 'legal');
    expect(codeOf(reviewLegally(file, legalReviewer, { finding: 'unlawful', citation: '', text: 'x' }, circumstances))).toBe(
      'citation_required',
    );
    expect(codeOf(reviewLegally(file, legalReviewer, { finding: 'lawful_with_conditions', citation: '', text: '' }, circumstances))).toBe(
      'reason_required',
    );
  });

  it('that finds a request unlawful blocks an approval, not a rejection', () => {
    const unlawful = { finding: 'unlawful', citation: '行政许可法第二十四条', text: '' } as const;
    const { request: file } = must(reviewLegally(request('in_review', 'legal'), legalReviewer, unlawful, circumstances));
    expect(codeOf(decideRequest(file, decider, { outcome: 'approve', text: '' }, circumstances))).toBe('legal_review_unlawful');
    const conditions = { extraPrerequisites: [], termMonths: 6, notBeforeOn: null, text: '' };
    expect(codeOf(decideRequest(file, decider, { outcome: 'approve_with_conditions', conditions, text: '' }, circumstances))).toBe(
      'legal_review_unlawful',
    );
    expect(must(decideRequest(file, decider, rejection, circumstances)).request.state).toBe('rejected');
  });
});

describe('the county', () => {
  const file = request('in_review', 'county');
  const conditional = (changes: Partial<ApprovalConditions>): Decision => ({
    outcome: 'approve_with_conditions',
    conditions: { ...empty, ...changes },
    text: '',
  });
  const empty = { extraPrerequisites: [], termMonths: null, notBeforeOn: null, text: '' };

  it.each<[string, Decision, string]>([
    ['no text', { ...rejection, text: ' ' }, 'reason_required'],
    ['neither a way nor an alternative', { ...rejection, wouldBePossibleIf: '' }, 'alternative_required'],
    ['empty conditions', conditional({}), 'conditions_required'],
    ['a start in the past', conditional({ notBeforeOn: '2026-09-01' }), 'date_invalid'],
    ['a start in another century', conditional({ notBeforeOn: '2206-09-01' }), 'date_invalid'],
    ['no day at all', conditional({ notBeforeOn: '2026-02-30' }), 'date_invalid'],
  ])('is refused with %s', (_name, decision, code) => {
    expect(codeOf(decideRequest(file, decider, decision, circumstances))).toBe(code);
  });

  it.each<[string, Decision, string]>([
    ['an alternative item', { ...rejection, wouldBePossibleIf: '', alternativeItemId: 'item-2' }, 'rejected'],
    ['a later start', conditional({ notBeforeOn: '2026-09-02' }), 'approved'],
    ['a shorter term', conditional({ termMonths: 6 }), 'approved'],
  ])('may decide with %s', (_name, decision, state) => {
    expect(must(decideRequest(file, decider, decision, circumstances)).request.state).toBe(state);
  });
});

describe('send back and resubmit', () => {
  const papers = { reasonCode: 'papers_missing', missing: 'the list' } as const;

  it('stops the clock and lets it run on, at the same stage', () => {
    const file = request('in_review', 'legal', { dueAt: endOfDay('2026-09-11') });
    const { request: back } = must(sendBack(file, legalReviewer, papers, circumstances));
    expect(back).toMatchObject({ state: 'sent_back', stage: 'legal', dueAt: null, remainingWorkingDays: 7 });
    expect(settle(back, later('2026-12-01')).events).toEqual([]);
    const { request: edited } = must(editRequest(back, lead, later('2026-09-21')));
    const { request: again } = must(resubmitRequest(edited, lead, { obstacles: [] }, later('2026-09-21')));
    // 22 to 24 and 28 to 30 September, the 25th is a holiday, then the first week of October off: the seventh day is the 8th.
    expect(again).toMatchObject({ state: 'in_review', stage: 'legal', dueAt: endOfDay('2026-10-08'), remainingWorkingDays: null });
  });

  it('owes words, and obstacles hold again', () => {
    const file = request('in_review', 'department');
    expect(codeOf(sendBack(file, reviewer, { reasonCode: 'other', missing: '' }, circumstances))).toBe('reason_required');
    expect(codeOf(resubmitRequest(request('sent_back', 'legal'), lead, { obstacles: [refusal('line_incomplete')] }, circumstances))).toBe(
      'line_incomplete',
    );
  });
});

describe('reconsideration', () => {
  it('goes to the county again, to other people, once', () => {
    const { request: rejected } = must(decideRequest(request('in_review', 'county'), decider, rejection, circumstances));
    expect(codeOf(requestReconsideration(rejected, lead, { grounds: '' }, circumstances))).toBe('reason_required');
    const { request: again } = must(
      requestReconsideration(rejected, lead, { grounds: 'we have them now' }, { ...circumstances, now, calendar }),
    );
    expect(again).toMatchObject({ state: 'in_review', stage: 'county', isReconsidered: true, dueAt: endOfDay('2026-09-16') });
    expect(codeOf(decideRequest(again, decider, { outcome: 'approve', text: '' }, circumstances))).toBe('same_people');
    const { request: twice } = must(decideRequest(again, otherDecider, rejection, circumstances));
    expect(codeOf(requestReconsideration(twice, lead, { grounds: 'please' }, circumstances))).toBe('reconsideration_used');
  });

  it('goes to the legal review first when that had found it unlawful, since it could not be approved otherwise', () => {
    const unlawful = request('in_review', 'county', { legalFinding: 'unlawful' });
    expect(codeOf(decideRequest(unlawful, decider, { outcome: 'approve', text: '' }, circumstances))).toBe('legal_review_unlawful');
    const { request: rejected } = must(decideRequest(unlawful, decider, rejection, circumstances));
    const { request: again } = must(requestReconsideration(rejected, lead, { grounds: 'the law has changed' }, circumstances));
    expect(again).toMatchObject({ state: 'in_review', stage: 'legal', isReconsidered: true });
    const { request: heard } = must(reviewLegally(again, legalReviewer, lawful, circumstances));
    expect(heard).toMatchObject({ stage: 'county', legalFinding: 'lawful' });
    expect(codeOf(decideRequest(heard, decider, { outcome: 'approve', text: '' }, circumstances))).toBe('same_people');
    expect(must(decideRequest(heard, otherDecider, { outcome: 'approve', text: '' }, circumstances)).request.state).not.toBe('in_review');
  });
});
