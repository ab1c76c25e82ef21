import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const features = join(import.meta.dirname, '../../../client/features');
const screens = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), source: readFileSync(join(features, path), 'utf8') }));

/** Its file is of another kind: the public register's is CSV, the findings' has a sentence for each. */
const otherwise = ['imports/parts/import-findings.tsx', 'register/screens/search-screen.tsx'];

test('every list that has pages can be exported (experience.md, rule 11)', () => {
  const paged = screens.filter(({ source }) => /<FoundList\b|\bpages=\{/.test(source));
  expect(paged.length).toBeGreaterThan(20);
  const without = paged.filter(({ source }) => !source.includes('<ExportButton')).map(({ path }) => path);
  expect(without.sort()).toEqual(otherwise);
});
