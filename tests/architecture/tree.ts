import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the tree below `root` as the checks see it: paths with forward slashes, relative to the root. */
export function readTree(root: string) {
  const entries = (path: string) => (existsSync(join(root, path)) ? readdirSync(join(root, path), { withFileTypes: true }) : []);
  const below = (path: string): string[] =>
    entries(path).flatMap((entry) => {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      return entry.isDirectory() ? below(child) : [child];
    });
  return {
    top: () => entries('').map((entry) => entry.name),
    folders: (path: string) => entries(path).flatMap((entry) => (entry.isDirectory() ? [`${path}/${entry.name}`] : [])),
    files: (path: string) => below(path).sort(),
    text: (path: string) => readFileSync(join(root, path), 'utf8'),
  };
}
export type ReadTree = ReturnType<typeof readTree>;
