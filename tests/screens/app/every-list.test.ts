import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const client = join(import.meta.dirname, '../../../client');
const screens = ['features', 'parts']
  .flatMap((room) => readdirSync(join(client, room), { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)))
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), source: readFileSync(join(client, path), 'utf8') }));

/** Its file is of another kind: the public register's is CSV, the findings' has a sentence for each. */
const otherwise = ['features/imports/parts/import-findings.tsx', 'features/register/screens/search-screen.tsx'];

test('every list that has pages can be exported (RULES.md 8.6)', () => {
  const paged = screens.filter(({ source }) => /<FoundList\b|\bpages=\{/.test(source));
  expect(paged.length).toBeGreaterThan(20);
  const without = paged.filter(({ source }) => !source.includes('<ExportButton')).map(({ path }) => path);
  expect(without.sort()).toEqual(otherwise);
});
