import { expect, test } from 'vitest';
import { features } from './ladder.js';
import { deadPaths } from './named-paths.ts';
import { root, withTree } from './plant.ts';
import { readTree } from './tree.ts';

const project = readTree(root);

test('READMEs and comments name only paths that exist', () => expect(deadPaths(project)).toEqual([]));

test('the map of the README leads to every feature', () => {
  const map = project.text('README.md');
  expect(features.filter((feature) => !map.includes(`\`${feature}\``))).toEqual([]);
});

test('a path that is gone is found, wherever it is named', async () => {
  const tree = {
    'README.md': 'See `server/old/`, [db](db/README.md), `grants/returns`, `npm run x`, `dist/server/` and ~~`server/past.ts`~~.',
    'db/README.md': '`gone.ts`, `store.ts`, `connection.ts`, `server/domain/law.ts`, `schema/*.ts`, `schema/*.js`, `<verb-noun>.ts`',
    'db/connection.ts': '// as db/schema/power.ts and db/schema/menu.ts say',
    'db/schema/power.ts': "import '#db/schema/power.ts';",
    'server/features/grants/returns/file.ts': '',
  };
  expect(await withTree(tree, async (folder) => deadPaths(readTree(folder)))).toEqual([
    'README.md: server/old/',
    ...['gone.ts', 'server/domain/law.ts', 'schema/*.js'].map((said) => `db/README.md: ${said}`),
    'db/connection.ts: db/schema/menu.ts',
  ]);
});
