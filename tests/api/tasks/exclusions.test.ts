import { describe, expect, test } from 'vitest';
import { memberships } from '#db/schema/accounts.ts';
import type { Person } from '#tests/builders/county.ts';
import { reviewed, submitted, supported } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';
import { givenGrant } from '#tests/api/grants/given.ts';

const app = useApp();
const alsoIs = (accountId: Person, role: 'reviewer' | 'legal_reviewer' | 'decider', organisationId: string) =>
  app().arrange((tx) => tx.insert(memberships).values({ accountId, organisationId, role }).run());
const marked = async (person: Person) =>
  (await app().as(person).ok('GET /tasks')).items.map(({ kind, isForColleague }) => `${kind} ${isForColleague ? 'colleague' : 'own'}`);

describe('what is in the inbox of a role, but not for the person', () => {
  test('who gave the opinion of the department does not review legally; a colleague does', async () => {
    alsoIs('urbanreviewer', 'legal_reviewer', 'justice');
    await supported(app(), 'litter');
    expect(await marked('urbanreviewer')).toEqual(['legal_review colleague']);
    expect(await marked('legal')).toEqual(['legal_review own']);
  });

  test('even when they took the role later', async () => {
    await reviewed(app(), 'litter');
    expect(await marked('decider')).toEqual(['county_decision own']);
    alsoIs('legal', 'decider', 'county');
    expect(await marked('legal')).toEqual(['county_decision colleague']);
  });

  test('who wrote the request, or belongs to its township, does not judge it', async () => {
    alsoIs('eastlead', 'reviewer', 'urban');
    alsoIs('westclerk', 'reviewer', 'urban');
    await submitted(app(), 'litter');
    expect(await marked('eastlead')).toEqual(['department_opinion colleague']);
    expect(await marked('westclerk')).toEqual(['department_opinion own']);
    await submitted(app(), 'litter', { by: 'westlead' });
    expect((await marked('westclerk')).sort()).toEqual(['department_opinion colleague', 'department_opinion own']);
  });

  test('who opened a recall does not decide it', async () => {
    const grantId = await givenGrant(app(), 'litter');
    const body = { reasonCode: 'not_used' as const, basis: '县政府决定', notice: '一年没有办件', isUrgent: false };
    await app().as('decider').ok('POST /grants/{grantId}/recall', { params: { grantId }, version: 1, body });
    expect(await marked('decider')).toEqual(['decide_recall colleague']);
    expect(await marked('decider2')).toEqual(['decide_recall own']);
  });
});
