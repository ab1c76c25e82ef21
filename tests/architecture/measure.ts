// Prints the measures of the house from the code as it stands: npm run measure.
import { readImports } from './import-graph.ts';
import { castsIn, filesLongerThan, filesPerFolder, longestChain, openedFor, reachedFrom } from './measures.ts';
import { approval, decision, folderGoal } from './limits.ts';
import { root } from './plant.ts';
import { readTree } from './tree.ts';

const tree = readTree(root);
const graph = readImports(tree);
const isTest = (path: string): boolean => path.startsWith('tests/');

function print(title: string, lines: readonly string[]): void {
  console.log([title, ...lines.map((line) => `  ${line}`), ''].join('\n'));
}

const folders = filesPerFolder(tree);
print(
  `Folders with more than ${folderGoal} files, of ${folders.length}`,
  folders.filter(({ count }) => count > folderGoal).map(({ folder, count }) => `${count} ${folder}`),
);
const chain = longestChain(graph);
print(`Longest chain of value imports: ${chain.length} files`, chain);
print(`${decision} loads ${reachedFrom(graph, decision).length} files`, []);
const opened = openedFor(graph, approval);
print(`Files to open in order to follow "approve": ${opened.length}`, opened);
const casts = castsIn(tree);
const total = (found: typeof casts): number => found.reduce((sum, { count }) => sum + count, 0);
print(
  `Casts: ${total(casts.filter(({ path }) => !isTest(path)))} in the product, ${total(casts.filter(({ path }) => isTest(path)))} in tests`,
  casts.slice(0, 10).map(({ path, count }) => `${count} ${path}`),
);
print(`Files over 200 lines: ${filesLongerThan(tree, 200).length}, over 300: ${filesLongerThan(tree, 300).length}`, [
  ...filesLongerThan(tree, 300),
]);
