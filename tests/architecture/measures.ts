import { posix } from 'node:path';
import ts from 'typescript';
import { type ImportGraph, parse, sourceRooms, sourcesOf } from './import-graph.ts';
import type { ReadTree } from './tree.ts';

const isTest = (path: string): boolean => path.startsWith('tests/');

/** Files that stand directly in each folder, the fullest first. drizzle-kit keeps a snapshot of each migration beside the others. */
export function filesPerFolder(tree: ReadTree): { readonly folder: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const path of [...sourceRooms, 'migrations'].flatMap((room) => tree.files(room))) {
    const folder = posix.dirname(path);
    if (!path.startsWith('migrations/meta/')) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].map(([folder, count]) => ({ folder, count })).sort((one, other) => other.count - one.count);
}

/** The files that must be loaded for a file to run: imports of types cost nothing and are left out. */
function loadedBy(graph: ImportGraph, path: string): readonly string[] {
  return [...new Set((graph.get(path) ?? []).filter(({ isType }) => !isType).map(({ to }) => to))];
}

/** The longest chain of files each of which loads the next one; the product alone, since tests stand on top of everything. */
export function longestChain(graph: ImportGraph): readonly string[] {
  const known = new Map<string, readonly string[]>();
  const chainFrom = (path: string): readonly string[] => {
    const found = known.get(path);
    if (found) return found;
    // Counts as an end while it is walked, so that a circle, which has a rule of its own, is not walked for ever.
    known.set(path, [path]);
    const chain = [path, ...longest(loadedBy(graph, path).map(chainFrom))];
    known.set(path, chain);
    return chain;
  };
  return longest([...graph.keys()].filter((path) => !isTest(path)).map(chainFrom));
}

const longest = (chains: readonly (readonly string[])[]): readonly string[] =>
  chains.reduce<readonly string[]>((best, chain) => (chain.length > best.length ? chain : best), []);

/** Every file that is loaded for the sake of one, itself apart. */
export function reachedFrom(graph: ImportGraph, start: string): readonly string[] {
  const reached = new Set([start]);
  for (const path of reached) for (const next of loadedBy(graph, path)) reached.add(next);
  return [...reached].slice(1);
}

/** Where a name is written down, with the indexes that it passes on the way. */
function wayTo(graph: ImportGraph, path: string, name: string): readonly string[] {
  const next = (graph.get(path) ?? []).find(({ passedOnAs }) => passedOnAs === name);
  return next ? [path, ...wayTo(graph, next.to, next.name)] : [path];
}

/** The ways to everything that a file calls: one for each name that it takes as a value. */
function callsOf(graph: ImportGraph, path: string): readonly (readonly string[])[] {
  return (graph.get(path) ?? []).filter(({ isType }) => !isType).map(({ to, name }) => wayTo(graph, to, name));
}

export interface FollowedAct {
  readonly routes: string;
  readonly useCase: string;
  readonly store: string;
}

/**
 * The files to open in order to follow an act: its contract, its binding, the use case, all that the use case calls, and the shortest
 * way of calls from there to the store that writes. An index between two features is a file to open as well.
 */
export function openedFor(graph: ImportGraph, { routes, useCase, store }: FollowedAct): readonly string[] {
  const contracts = (graph.get(useCase) ?? []).map(({ to }) => to).filter((path) => path.startsWith('server/contract/'));
  return [...new Set([...contracts, routes, useCase, ...callsOf(graph, useCase).flat(), ...shortestCalls(graph, useCase, store)])];
}

function shortestCalls(graph: ImportGraph, start: string, end: string): readonly string[] {
  const ways = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [path, way] of ways) {
    if (path === end) return way;
    for (const call of callsOf(graph, path)) {
      const last = call.at(-1);
      if (last !== undefined && !ways.has(last)) ways.set(last, [...way, ...call]);
    }
  }
  throw new Error(`no way of calls from ${start} to ${end}`);
}

/** Casts in each file that has some; `as const` narrows and is none. */
export function castsIn(tree: ReadTree): { readonly path: string; readonly count: number }[] {
  return sourcesOf(tree)
    .map((path) => ({ path, count: countCasts(parse(path, tree.text(path))) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

function countCasts(node: ts.Node): number {
  let count = ts.isTypeAssertionExpression(node) || (ts.isAsExpression(node) && !isConst(node.type)) ? 1 : 0;
  ts.forEachChild(node, (child) => {
    count += countCasts(child);
  });
  return count;
}

const isConst = (type: ts.TypeNode): boolean =>
  ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text === 'const';

export function filesLongerThan(tree: ReadTree, lines: number): readonly string[] {
  return sourcesOf(tree).filter((path) => tree.text(path).trimEnd().split('\n').length > lines);
}
