import { describe, expect, test } from 'vitest';
import { badNames, emptyRooms, faultyReadmes, strangersAtTop, unknownRooms } from './house.ts';
import { root, withTree } from './plant.ts';
import { readTree, type ReadTree } from './tree.ts';

const project = readTree(root);
const planted = (tree: Readonly<Record<string, string>>, look: (tree: ReadTree) => string[]) =>
  withTree(tree, async (folder) => look(readTree(folder)));

describe('the project', () => {
  test('has nothing at the top but what is fixed', () => expect(strangersAtTop(project)).toEqual([]));
  test('has no room that the map does not know', () => expect(unknownRooms(project)).toEqual([]));
  test('has every room that the rules and the ladder name', () => expect(emptyRooms(project)).toEqual([]));
  test('says in each room, in at most 60 lines, what it is for', () => expect(faultyReadmes(project)).toEqual([]));
  test('names its files in kebab-case and by what they hold', () => expect(badNames(project)).toEqual([]));
});

describe('the checks bite', () => {
  test('on a stranger at the top, but not on what is ignored', async () => {
    const tree = { '.prettierrc': '{}', 'docs/plan.md': '', '.gitignore': 'dist/\n', 'dist/build.json': '{}', 'node_modules/x/y': '' };
    expect(await planted(tree, strangersAtTop)).toEqual(expect.arrayContaining(['.prettierrc', 'docs']));
    expect(await planted(tree, strangersAtTop)).not.toContain('dist');
  });

  test('on a room that is not in the plan', async () => {
    const tree = { 'server/utils/date.ts': '', 'server/features/gossip/index.ts': '', 'server/features/grants/index.ts': '' };
    expect(await planted(tree, unknownRooms)).toEqual(['server/utils', 'server/features/gossip']);
  });

  test('on a room that is named and does not stand', async () => {
    const found = await planted({ 'server/features/grants/index.ts': '', 'db/schema/grants.ts': '' }, emptyRooms);
    expect(found).toEqual(expect.arrayContaining(['server/records', 'server/features/orders', 'client/parts']));
    expect(found.filter((path) => path === 'db/schema' || path === 'server/features/grants')).toEqual([]);
  });

  test('on a missing and on a long README', async () => {
    const tree = { 'server/domain/grants/grant.ts': '', 'tests/api/README.md': 'line\n'.repeat(61), 'db/README.md': 'line\n'.repeat(60) };
    const found = await planted(tree, faultyReadmes);
    expect(found).toContain('server/domain has no README.md');
    expect(found).toContain('tests/api/README.md has 61 lines, more than 60');
    expect(found.filter((line) => line.startsWith('db'))).toEqual([]);
  });

  test('on names that are not kebab-case, or say nothing', async () => {
    const bad = ['client/ui/StatusTag.tsx', 'server/domain/date-utils.ts', 'server/http/session_store.ts', 'db/Makefile', 'db/RULES.md'];
    const good = [
      'server/contract/words.ts',
      'tests/api/open-recall.test.ts',
      'server/features/register/export.worker.ts',
      'db/README.md',
      'server/domain/RULES.md',
    ];
    const found = await planted(Object.fromEntries([...bad, ...good].map((path) => [path, ''])), badNames);
    expect(found.sort()).toEqual(bad.sort());
  });
});
