import { expect, test } from 'vitest';
import type { Person } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { penaltyVersion, repealed } from './given.ts';

const app = useApp();

test('what rests on a law tells of a draft only to those who may see drafts, both in lines and in counts', async () => {
  await repealed(app());
  await app()
    .as('admin')
    .ok('POST /editions', { body: { title: '第二版' } });
  const params = { versionId: penaltyVersion };
  const seen = async (person: Person) => {
    const query = { kind: 'menu_item', limit: '200' } as const;
    const { items, total } = await app().as(person).ok('GET /statute-versions/{versionId}/lines', { params, query });
    const { left } = await app().as(person).ok('GET /statute-versions/{versionId}', { params });
    const [change] = (await app().as(person).ok('GET /law-changes')).items;
    const states = [...new Set(items.map(({ edition }) => edition?.state))].sort();
    return { states, total, isSame: items.length === total && left.menu_item === total && change?.left.menu_item === total };
  };
  const all = await seen('legal');
  expect(all).toMatchObject({ states: ['draft', 'published'], isSame: true });
  expect(await seen('auditor')).toEqual(all);
  for (const person of ['urbanreviewer', 'decider'] as const)
    expect(await seen(person)).toEqual({ states: ['published'], total: all.total / 2, isSame: true });
});
