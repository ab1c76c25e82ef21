import { beforeAll, describe, expect, test } from 'vitest';
import configuration from './dependency-cruiser.js';
import { goodTree } from './good-tree.ts';
import { offences } from './offences.ts';
import { cruiseTree, root, withTree } from './plant.ts';

const rooms = (tree: Readonly<Record<string, string>>) => [...new Set(Object.keys(tree).map((path) => path.split('/')[0] ?? path))];

describe('the project', () => {
  let project: Awaited<ReturnType<typeof cruiseTree>>;
  // One look at some 1,400 files, which a busy machine takes its time for.
  beforeAll(async () => {
    project = await cruiseTree(root, ['server', 'client', 'db', 'tests']);
  }, 240_000);

  test('keeps every import rule, and was really looked at', () => {
    const { modules, violations } = project;
    expect(violations).toEqual([]);
    // With a compiler that it cannot read, the tool is content with zero modules.
    expect(modules.filter((module) => /^(server|client|db|tests)\//.test(module.source)).length).toBeGreaterThan(20);
  });

  test('has its aliases followed: a client file leads to the contract', () => {
    const edges = project.modules.flatMap((module) =>
      module.dependencies.map((to) => ({ from: module.source, alias: to.module, to: to.resolved })),
    );
    const throughAlias = edges.filter((edge) => edge.alias.startsWith('#contract/') && edge.from.startsWith('client/'));
    expect(throughAlias.length).toBeGreaterThan(0);
    expect(throughAlias.filter((edge) => !edge.to.startsWith('server/contract/'))).toEqual([]);
  });
});

describe('the rules', () => {
  test('each has a planted offence', () => {
    const names = (configuration.forbidden ?? []).map((rule) => rule.name ?? '');
    expect(new Set(names).size).toBe(names.length);
    expect([...new Set(offences.map((offence) => offence.rule))].sort()).toEqual([...names].sort());
  });

  test('let a well-behaved project through', async () => {
    const { modules, violations } = await withTree(goodTree, (folder) => cruiseTree(folder, rooms(goodTree)));
    expect(violations).toEqual([]);
    expect(modules.length).toBeGreaterThanOrEqual(Object.keys(goodTree).length);
  });

  test.each(offences.map((offence) => ({ ...offence, shown: Object.values(offence.tree).at(-1) ?? '' })))(
    '$rule bites: $from: $shown',
    async ({ rule, from, tree }) => {
      const { violations } = await withTree(tree, (folder) => cruiseTree(folder, rooms(tree)));
      expect(violations.map((violation) => ({ rule: violation.rule, from: violation.from }))).toContainEqual({ rule, from });
    },
  );
});
