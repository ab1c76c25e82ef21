import { describe, expect, test } from 'vitest';
import { citationsWithoutRule, faultyRules, pagesElsewhere } from './citations.ts';
import { root, withTree } from './plant.ts';
import { readTree, type ReadTree } from './tree.ts';

const project = readTree(root);
const planted = (tree: Readonly<Record<string, string>>, look: (tree: ReadTree) => string[]) =>
  withTree(tree, async (folder) => look(readTree(folder)));

const rules = [
  '# The rules',
  '**1.1** A county publishes a menu. [行政处罚法 24]',
  '**1.2** It grants step by step. [rule of this portal]',
  '**R1** What was acknowledged survives. [rule of this portal]',
];
const page = rules.join('\n\n');

describe('the project', () => {
  test('cites only rules that RULES.md has', () => expect(citationsWithoutRule(project)).toEqual([]));
  test('names only pages that it holds', () => expect(pagesElsewhere(project)).toEqual([]));
  test('numbers its rules in order, each with its law', () => expect(faultyRules(project)).toEqual([]));
  test('cites hundreds of them, so the checks do look', () => {
    const without = { ...project, files: (path: string) => project.files(path).filter((one) => !one.endsWith('RULES.md')) };
    expect(citationsWithoutRule(without).length).toBeGreaterThan(300);
  });
});

describe('the checks bite', () => {
  test('on a rule that is not there, in a comment, a query and a README', async () => {
    const tree = {
      'server/domain/RULES.md': page,
      'server/domain/grant.ts': '/** One holder (RULES.md 1.1, 7.1; 行政处罚法 38). */\n// RULES.md R1 and R16: both.',
      'db/schema/grants.ts': '// RULES.md 1.2.3 is no number',
      'migrations/0099_more.sql': '-- RULES.md 1.3: planted',
      'server/README.md': 'See RULES.md 1.2 and 1.9.',
    };
    expect((await planted(tree, citationsWithoutRule)).sort()).toEqual([
      'db/schema/grants.ts:1: no rule 1.2.3',
      'migrations/0099_more.sql:1: no rule 1.3',
      'server/README.md:1: no rule 1.9',
      'server/domain/grant.ts:1: no rule 7.1',
      'server/domain/grant.ts:2: no rule R16',
    ]);
  });

  test('on a comment that cites no rule in particular', async () => {
    const tree = {
      'server/domain/RULES.md': page,
      'client/lib/call.ts': '// RULES.md section 1',
      'tests/README.md': 'Written from RULES.md.',
    };
    expect(await planted(tree, citationsWithoutRule)).toEqual(['client/lib/call.ts:1: names no rule']);
  });

  test('on a page that lies elsewhere, but not on one that is here', async () => {
    const tree = {
      'server/domain/RULES.md': page,
      'server/contract/access.md': '',
      'server/domain/grant.ts': '/** A power (domain.md section 2, RULES.md 1.1). */',
      'server/domain/README.md': 'The design is ../shared/design/house.md, [rules](RULES.md), `server/contract/access.md`.',
      'tests/api/README.md': 'server/http/access.md',
      'migrations/0001_invariants.sql': '-- domain.md section 7, 1',
      'migrations/0002_more.sql': '-- trust.md R7',
    };
    expect((await planted(tree, pagesElsewhere)).sort()).toEqual([
      'migrations/0002_more.sql:1: trust.md',
      'server/domain/README.md:1: shared/design/house.md',
      'server/domain/grant.ts:1: domain.md',
      'tests/api/README.md:1: server/http/access.md',
    ]);
  });

  test('on numbers given twice or out of order, and on a rule without its law', async () => {
    const faulty = [
      ...rules,
      '**R1** Again. [行政处罚法 24]',
      '**2.2** Later. [行政处罚法 24]',
      '**2.10** After. No law.',
      '**2.3** Before. [rule of this portal]',
    ];
    expect(await planted({ 'server/domain/RULES.md': faulty.join('\n\n') }, faultyRules)).toEqual([
      'R1 stands after R1',
      '2.2 stands after R1',
      '2.10 names no law',
      '2.3 stands after 2.10',
    ]);
    expect(await planted({ 'server/domain/RULES.md': page }, faultyRules)).toEqual([]);
  });
});
