import { describe, expect, test } from 'vitest';
import { type ImportGraph, readImports } from './import-graph.ts';
import { approval, chainLimit, decision, folderLimit, reachLimit } from './limits.ts';
import { castsIn, filesLongerThan, filesPerFolder, longestChain, openedFor, reachedFrom } from './measures.ts';
import { root, withTree } from './plant.ts';
import { readTree, type ReadTree } from './tree.ts';

const project = readTree(root);
const graph = readImports(project);
const planted = <T>(tree: Readonly<Record<string, string>>, look: (tree: ReadTree) => T) =>
  withTree(tree, async (folder) => look(readTree(folder)));
const plantedGraph = <T>(tree: Readonly<Record<string, string>>, look: (graph: ImportGraph) => T) =>
  planted(tree, (read) => look(readImports(read)));

describe('the project', () => {
  test('has no folder of several words', () => expect(filesPerFolder(project).filter(({ count }) => count > folderLimit)).toEqual([]));

  test('has no long chain of files that load each other', () => {
    const chain = longestChain(graph);
    expect(chain.length, chain.join('\n')).toBeLessThan(chainLimit);
    // A graph that leads nowhere would keep every limit.
    expect(chain.length).toBeGreaterThan(5);
  });

  test('loads few files for one decision', () => {
    const reached = reachedFrom(graph, decision);
    expect(reached.length).toBeLessThan(reachLimit);
    expect(reached.length).toBeGreaterThan(20);
  });

  test('shows the way of an approval from its contract to its table', () => {
    const opened = openedFor(graph, approval);
    for (const path of [...Object.values({ ...approval }), 'server/domain/requests/decision.ts']) expect(opened).toContain(path);
    expect(opened.some((path) => path.startsWith('server/contract/'))).toBe(true);
  });
});

describe('the measures count', () => {
  test('files that stand directly in a folder', async () => {
    const tree = { 'server/domain/a.ts': '', 'server/domain/b.ts': '', 'server/domain/law/c.ts': '', 'migrations/meta/1.json': '{}' };
    expect(await planted(tree, filesPerFolder)).toEqual([
      { folder: 'server/domain', count: 2 },
      { folder: 'server/domain/law', count: 1 },
    ]);
  });

  const chain = {
    'server/main.ts': "import { b } from '#server/b.ts'; import type { T } from './types.ts'; export const a: T = b;",
    'server/b.ts': "import { type T, c } from '#contract/c.ts'; export const b: T = c;",
    'server/contract/c.ts': "import './d.ts'; export type T = number; export const c = 1;",
    'server/contract/d.ts': "export const late = () => import('#server/types.ts');",
    'server/types.ts': "import { d } from './contract/d.ts'; import './main.ts'; export type T = typeof d;",
    'tests/api/a.test.ts': "import '#server/types.ts';",
  };

  test('chains of values, not of types, and stop at a circle', async () => {
    const found = await plantedGraph(chain, longestChain);
    expect(found).toEqual(['server/types.ts', 'server/main.ts', 'server/b.ts', 'server/contract/c.ts', 'server/contract/d.ts']);
  });

  test('what one file loads', async () => {
    const found = await plantedGraph(chain, (read) => reachedFrom(read, 'server/b.ts'));
    expect(found).toEqual(['server/contract/c.ts', 'server/contract/d.ts']);
  });

  test('the files of an act: what it calls, through which index, down to the store', async () => {
    const act = { routes: 'server/features/a/routes.ts', useCase: 'server/features/a/act.ts', store: 'server/features/b/store.ts' };
    const tree = {
      'server/contract/a.ts': 'export const a = 1;',
      [act.routes]: "import { act } from './act.ts'; export const routes = [act];",
      [act.useCase]:
        "import type { a } from '#contract/a.ts'; import { change } from '#server/features/b/index.ts'; export const act: typeof a = change;",
      'server/features/b/index.ts': "export { write as change } from './change.ts'; export { unused } from './unused.ts';",
      'server/features/b/change.ts': "import { save } from './store.ts'; export const write = save;",
      'server/features/b/unused.ts': 'export const unused = 1;',
      [act.store]: 'export const save = 1;',
    };
    const found = await plantedGraph(tree, (read) => openedFor(read, act));
    expect([...found].sort()).toEqual(
      Object.keys(tree)
        .filter((path) => !path.endsWith('/unused.ts'))
        .sort(),
    );
  });

  test('casts, but neither constants nor the names of imports', async () => {
    const tree = { 'db/a.ts': "import { a as b } from './b.ts'; export const c = [b as string, <number>b, ['x'] as const] as unknown[];" };
    expect(await planted(tree, castsIn)).toEqual([{ path: 'db/a.ts', count: 3 }]);
  });

  test('lines, without the one that ends a file', async () => {
    const tree = { 'db/a.ts': '//\n'.repeat(3), 'db/b.ts': '//\n'.repeat(4) };
    expect(await planted(tree, (read) => filesLongerThan(read, 3))).toEqual(['db/b.ts']);
  });
});
