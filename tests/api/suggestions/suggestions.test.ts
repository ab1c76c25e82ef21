import { describe, expect, test } from 'vitest';
import type { Tx } from '#db/connection.ts';
import { organisations } from '#db/schema/organisations.ts';
import { seedCounty, itemOf } from '#tests/builders/county.ts';
import { granted, placeOrder } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

/** The small county with two more towns like the eastern one, and what they hold. */
function seedPeers(tx: Tx): void {
  seedCounty(tx);
  const east = tx
    .select()
    .from(organisations)
    .all()
    .find(({ id }) => id === 'east');
  if (!east) throw new Error('the small county has no east');
  for (const [id, name] of [
    ['north', '北山镇'],
    ['south', '南湖镇'],
  ] as const) {
    tx.insert(organisations)
      .values({ ...east, id, name: `${name}人民政府`, shortName: name, divisionCode: id === 'north' ? '990101103' : '990101102' })
      .run();
  }
}

const app = useApp({ seed: seedPeers });
const codesOf = (items: readonly { readonly code: string }[]): string[] => items.map(({ code }) => code);

describe('the six questions', () => {
  test('come with what profile and roster say', async () => {
    const { fields, answers } = await app().as('eastclerk').ok('GET /suggestions/questions');
    expect(fields).toEqual([{ field: '综合', count: 9 }]);
    expect(answers).toEqual({
      ...{ problems: [], certifiedNow: 2, certifiedSoon: 0, distance: 'near' },
      ...{ areas: ['suburb'], capacity: 'both', appetite: 'steady' },
    });
  });

  test('are answered by a set with reasons, the same each time, and never more than can be ordered', async () => {
    const query = { problems: '综合', capacity: 'team', most: '5' } as const;
    const ask = () => app().as('eastclerk').ok('GET /suggestions/guided-order', { query });
    const first = await ask();
    // The fine is useless without its inspection, so both or none; services and the risky licence are not for a patrol.
    expect(codesOf(first.items)).toEqual(expect.arrayContaining(['CG-CF-001', 'CG-JC-001']));
    expect(first.items.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(first.answers).toMatchObject({ capacity: 'team', certifiedNow: 2 });
    expect(await ask()).toEqual(first);
    await placeOrder(app(), ['fine']);
    expect(codesOf((await ask()).items)).not.toContain('CG-CF-001');
    expect(
      await app()
        .as('eastclerk')
        .refusal('GET /suggestions/guided-order', { query: { areas: 'moon' } }),
    ).toBe('400 invalid_input');
  });
});

test('readiness follows the roster: the fine needs two certified people, whom the west lacks', async () => {
  const east = await app().as('eastlead').ok('GET /suggestions/ready');
  expect(codesOf(east.items)).toContain('CG-CF-001');
  expect(east.items.find(({ code }) => code === 'CG-CF-001')).toMatchObject({
    itemId: itemOf('fine'),
    reasons: [{ kind: 'certified', have: 2, need: 2 }],
    companions: [{ code: 'CG-JC-001' }],
  });
  expect(east.items.find(({ code }) => code === 'SL-XK-001')?.reasons).toEqual([
    { kind: 'nothing_needed' },
    { kind: 'attest', text: '有独立受理窗口' },
  ]);
  const west = await app().as('westlead').ok('GET /suggestions/ready');
  expect(codesOf(west.items)).not.toContain('CG-CF-001');
  const page = await app()
    .as('eastlead')
    .ok('GET /suggestions/ready', { query: { limit: '2' } });
  const next = await app()
    .as('eastlead')
    .ok('GET /suggestions/ready', { query: { limit: '2', cursor: page.nextCursor ?? '' } });
  expect([...codesOf(page.items), ...codesOf(next.items)]).toEqual(codesOf(east.items).slice(0, 4));
});

test('what towns alike hold is suggested with how many and since when; nothing of their people is told', async () => {
  await granted(app(), 'relief');
  app().arrange((tx) => {
    // The same grant again, held by the two towns alike.
    for (const township of ['north', 'south']) {
      tx.$client
        .exec(`INSERT INTO grants SELECT 'g-${township}', NULL, item_id, power_id, '${township}', department_id, carrier, prerequisites, document_number || '-${township}',
        ${columnsAfterDocument(tx)} FROM grants LIMIT 1`);
      tx.$client.exec(
        `INSERT INTO holdings (grant_id, power_id, township_id, from_at, to_at) SELECT 'g-${township}', power_id, '${township}', from_at, to_at FROM holdings LIMIT 1`,
      );
    }
  });
  const east = await app().as('eastlead').ok('GET /suggestions/similar');
  const alike = { isSameKind: true, sharedTags: ['城郊'], hasCloseResidents: true, hasCloseStaff: true };
  expect(east.similar).toEqual([
    { townshipId: 'south', name: '南湖镇', ...alike },
    { townshipId: 'north', name: '北山镇', ...alike },
  ]);
  // East holds it itself, and the west is like none of them until it becomes one.
  expect(east.items).toEqual([]);
  expect((await app().as('westlead').ok('GET /suggestions/similar')).similar).toEqual([]);
  app().arrange((tx) => {
    tx.$client.exec(
      `UPDATE organisations SET township_kind = 'town', profile = (SELECT profile FROM organisations WHERE id = 'east') WHERE id = 'west'`,
    );
  });
  const west = await app().as('westlead').ok('GET /suggestions/similar');
  expect(west.similar).toHaveLength(3);
  expect(west.items).toMatchObject([
    {
      code: 'SL-JF-001',
      reasons: [
        { kind: 'held_by_similar', held: 3, of: 3, townships: ['东河镇', '北山镇', '南湖镇'], sinceOn: expect.any(String) as string },
      ],
    },
  ]);
});

/** The columns of a grant behind its document number, in their order. */
function columnsAfterDocument(tx: Tx): string {
  const names = (tx.$client.pragma('table_info(grants)') as { name: string }[]).map(({ name }) => name);
  return names.slice(names.indexOf('document_number') + 1).join(', ');
}

describe('suggestions are for townships', () => {
  test.each(['decider', 'admin', 'urbanreviewer', 'auditor'] as const)('not for %s', async (person) => {
    for (const route of [
      'GET /suggestions/questions',
      'GET /suggestions/guided-order',
      'GET /suggestions/similar',
      'GET /suggestions/ready',
    ] as const)
      expect(await app().as(person).refusal(route)).toBe('403 forbidden');
  });
});
