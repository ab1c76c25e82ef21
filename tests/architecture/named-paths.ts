import { posix } from 'node:path';
import { sourcesOf } from './import-graph.ts';
import type { ReadTree } from './tree.ts';

const rooms = ['server', 'client', 'db', 'migrations', 'tests'] as const;
const ofSource = '(?:ts|tsx|js|mjs|md|css|html|sql)';
const aFile = new RegExp(`\\.${ofSource}$`);
const aPath = new RegExp(`^(${rooms.join('|')})/[\\w./*-]+$|^[\\w./*-]+\\.${ofSource}$|^[\\w./-]+/$`);
const inSource = new RegExp(`(?<![\\w/.-])(?:${rooms.join('|')})/[\\w./-]+\\.${ofSource}\\b`, 'g');

/** The files of one feature that every feature has. */
const ofEveryFeature = new Set(['routes.ts', 'store.ts', 'queries.ts', 'present.ts', 'index.ts']);

/** Files and folders, with what a README may leave out of a path: the folders above its own room, those of all features, those below it. */
function places(tree: ReadTree) {
  const files = ['README.md', ...rooms.flatMap((room) => tree.files(room))];
  const folders = new Set(files.flatMap((path) => parentsOf(posix.dirname(path))));
  const known = [...files, ...folders];
  return (readme: string, said: string): boolean => {
    const path = said.replace(/\/$/, '');
    const room = posix.dirname(readme);
    if (/^[\w.-]+\.\w+$/.test(path) && (ofEveryFeature.has(path) || tree.files(room).some((one) => one.endsWith(`/${path}`)))) return true;
    const exact = [...parentsOf(room), '.', 'server/features'].map((base) => posix.join(base, path));
    if (!path.includes('*')) return exact.some((one) => folders.has(one) || files.includes(one));
    const like = exact.map((one) => new RegExp(`^${one.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`));
    return known.some((one) => like.some((pattern) => pattern.test(one)));
  };
}

const parentsOf = (folder: string): string[] => (folder === '.' ? [] : [folder, ...parentsOf(posix.dirname(folder))]);

/** What stands in backticks and looks like a path of the project; what is crossed out, built, or has a gap to be filled in does not. */
function saidIn(text: string): string[] {
  const standing = text.replaceAll(/~~[\s\S]*?~~/g, '').replaceAll(/```[\s\S]*?```/g, '');
  const quoted = [...standing.matchAll(/`([^`\n]+)`/g)].map(([, said = '']) => said);
  const linked = [...standing.matchAll(/\]\(([^)#:\s]+)\)/g)].map(([, said = '']) => said);
  return [...quoted.filter((said) => aPath.test(said) && !/^(\.\.|\/|dist\/)/.test(said)), ...linked.filter((said) => aFile.test(said))];
}

export function deadPaths(tree: ReadTree): string[] {
  const exists = places(tree);
  const readmes = ['README.md', ...rooms.flatMap((room) => tree.files(room))].filter((path) => /(^|\/)README\.md$/.test(path));
  const inReadmes = readmes
    .filter((path) => path !== 'README.md' || tree.top().includes(path))
    .flatMap((path) =>
      saidIn(tree.text(path))
        .filter((said) => !exists(path, said))
        .map((said) => `${path}: ${said}`),
    );
  // Trees planted by these tests are no part of the project.
  const sources = sourcesOf(tree).filter((path) => !path.startsWith('tests/architecture/'));
  const inSources = sources.flatMap((path) =>
    [...tree.text(path).matchAll(inSource)].filter(([said]) => !exists('README.md', said)).map(([said]) => `${path}: ${said}`),
  );
  return [...inReadmes, ...inSources];
}
