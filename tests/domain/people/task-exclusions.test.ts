import { describe, expect, it } from 'vitest';
import { isForColleague } from '#server/domain/people/task-exclusions.ts';
import { peopleExcluded } from '#server/domain/requests/request.ts';
import { decider, lead, legalReviewer, person, request, reviewer, township } from '#tests/domain/given.ts';

const substitute = { ...legalReviewer, accountId: 'substitute', onBehalfOf: { accountId: 'legal-reviewer', name: '' } };
const both = person('both', 'reviewer', 'department-1', township);

describe('a task is for a colleague', () => {
  it.each([
    ['of who acted on it before', reviewer, 'legal_review', ['reviewer'], true],
    ['of who stands in for somebody who did', substitute, 'county_decision', ['legal-reviewer'], true],
    ['of who belongs to the township', both, 'department_opinion', [], true],
    ['not of others', decider, 'county_decision', ['reviewer', 'legal-reviewer'], false],
    ['not of the township itself, where it is owed by it', lead, 'meet_prerequisites', [], false],
    ['not of the township itself, though it wrote it', lead, 'supplement', [], false],
  ] as const)('%s', (_, actor, kind, excluded, is) => expect(isForColleague(actor, { kind, excluded, townshipId: township })).toBe(is));
});

describe('people excluded from the next step of a request', () => {
  const acts = [
    { kind: 'opinion', stage: 'department', people: ['reviewer'] },
    { kind: 'sent_back', stage: 'legal', people: ['legal-reviewer'] },
  ] as const;
  it.each([
    ['those who wrote it, from the first on', request('in_review', 'department'), ['clerk', 'lead']],
    ['those of other stages, not those of its own', request('in_review', 'legal', { acts }), ['clerk', 'lead', 'reviewer']],
    ['all before the decision', request('in_review', 'county', { acts }), ['clerk', 'lead', 'reviewer', 'legal-reviewer']],
    [
      'those who decided before, on a reconsideration',
      request('in_review', 'county', { acts: [{ kind: 'decision', stage: 'county', people: ['decider'] }], isReconsidered: true }),
      ['clerk', 'lead', 'decider'],
    ],
    ['none once it is decided', request('approved', null, { acts }), []],
  ] as const)('%s', (_, file, people) => expect(peopleExcluded(file)).toEqual(people));
});
