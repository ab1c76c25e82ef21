import { expect, test } from 'vitest';
import { hazards, hazardsIn } from './hazards.ts';
import { root, withTree } from './plant.ts';
import { readTree } from './tree.ts';

const offences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ledger written past its door': {
    'server/features/grants/store.ts': "tx.$client.prepare('UPDATE holdings SET to_at = ? WHERE grant_id = ?')",
    'server/features/requests/request-store.ts': 'tx.insert(suspensions).values(row).run()',
  },
  'cascading delete': {
    'migrations/0001_a.sql': 'FOREIGN KEY (`a`) REFERENCES `b`(`id`) ON UPDATE no action ON DELETE cascade',
    'db/schema/grants.ts': "references(() => people.id, { onDelete: 'cascade' })",
  },
  'asynchronous transaction': {
    'server/features/grants/store.ts': 'db.transaction(async (tx) => {})',
    'server/records/change.ts': 'unitOfWork.transact( async () => {})',
  },
  'table dropped without review': { 'migrations/0002_b.sql': '-- reviewed:\nDROP TABLE `grants`;' },
  'silenced compiler': { 'client/lib/call.ts': '// @ts-ignore\nconst a: number = "";' },
  'silenced lint': { 'client/lib/call.ts': '// eslint-disable-next-line no-console\nconsole.log(1)' },
};

test('the project holds none of the known hazards', () => expect(hazardsIn(readTree(root))).toEqual([]));

test.each(hazards.map((hazard) => hazard.name))('a planted %s is found', async (name) => {
  const tree = offences[name] ?? {};
  const found = await withTree(tree, async (folder) => hazardsIn(readTree(folder)));
  expect(found.sort()).toEqual(
    Object.keys(tree)
      .map((path) => `${path}: ${name}`)
      .sort(),
  );
  expect(found.length).toBeGreaterThan(0);
});

test('what is reviewed, explained or harmless passes', async () => {
  const tree = {
    'server/features/grants/ledger/ledger-store.ts': "prepare('INSERT INTO holdings (grant_id) VALUES (?)')",
    'migrations/0003_c.sql': '-- reviewed: rebuilt for a new default; counts compared before and after\nDROP TABLE `grants`;',
    'migrations/0004_d.sql': 'ON DELETE restrict',
    'server/records/change.ts': 'unitOfWork.transact((tx) => save(tx))',
    'client/lib/call.ts': '// eslint-disable-next-line no-console -- the one place that may\nconsole.log(1)',
  };
  expect(await withTree(tree, async (folder) => hazardsIn(readTree(folder)))).toEqual([]);
});
