import { features } from './ladder.js';
import type { ReadTree } from './tree.ts';

/** The top level is fixed; all other tool configuration lives in the room it serves. */
const topLevel = [
  ...['package.json', 'tsconfig.json', 'server', 'client', 'db', 'migrations', 'tests', 'README.md'],
  ...['package-lock.json', 'eslint.config.js', '.gitignore', '.npmrc', '.ci', 'LICENSE', '.git'],
];

const rooms: Readonly<Record<string, readonly string[]>> = {
  server: ['commands', 'contract', 'demo', 'domain', 'features', 'http', 'maintenance', 'platform', 'records', 'spreadsheets'],
  'server/features': features,
  client: ['app', 'features', 'parts', 'ui', 'lib', 'i18n'],
  db: ['schema', 'statements'],
  tests: ['domain', 'api', 'screens', 'e2e', 'bench', 'faults', 'data', 'fixtures', 'builders', 'support', 'architecture'],
};

/** Rooms whose README says what they are for; the folders of single features of the client belong to the room above them. */
const withReadme = [
  ...Object.keys(rooms),
  ...['contract', 'domain', 'http', 'platform', 'records', 'maintenance', 'spreadsheets', 'demo', 'commands'].map(
    (room) => `server/${room}`,
  ),
  ...features.map((feature) => `server/features/${feature}`),
  'migrations',
  ...['client/app', 'client/features', 'client/parts', 'client/ui', 'client/lib', 'client/i18n'],
  ...(rooms['tests'] ?? []).map((room) => `tests/${room}`),
];

const longestReadme = 60;

/** Generated and private folders are named in .gitignore, so that the list is kept in one place. */
function ignored(tree: ReadTree): string[] {
  const lines = tree.top().includes('.gitignore') ? tree.text('.gitignore').split('\n') : [];
  return lines.map((line) => line.trim().replaceAll(/^\/|\/$/g, '')).filter((line) => line !== '' && !line.startsWith('#'));
}

export function strangersAtTop(tree: ReadTree): string[] {
  const known = new Set([...topLevel, ...ignored(tree)]);
  return tree.top().filter((name) => !known.has(name));
}

export function unknownRooms(tree: ReadTree): string[] {
  return Object.entries(rooms).flatMap(([room, known]) =>
    tree.folders(room).filter((folder) => !known.includes(folder.slice(room.length + 1))),
  );
}

/** A room that is listed and does not stand: its rules and READMEs would speak of nothing. */
export function emptyRooms(tree: ReadTree): string[] {
  return Object.entries(rooms).flatMap(([room, known]) =>
    known.map((name) => `${room}/${name}`).filter((path) => tree.files(path).length === 0),
  );
}

export function faultyReadmes(tree: ReadTree): string[] {
  return withReadme.flatMap((room) => {
    const files = tree.files(room);
    if (files.length === 0) return [];
    if (!files.includes(`${room}/README.md`)) return [`${room} has no README.md`];
    const lines = tree.text(`${room}/README.md`).trimEnd().split('\n').length;
    return lines > longestReadme ? [`${room}/README.md has ${lines} lines, more than ${longestReadme}`] : [];
  });
}

const vague = /(^|-)(utils?|helpers?|managers?|services?|dtos?|misc|stuff)$/;

/** Files are kebab-case and say what they hold; drizzle-kit names its own in migrations. */
export function badNames(tree: ReadTree): string[] {
  const ours = ['server', 'client', 'db', 'tests'].flatMap((room) => tree.files(room));
  return ours.filter((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name === 'README.md' || path === 'server/domain/RULES.md') return false;
    const [stem = '', ...endings] = name.split('.');
    return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) || endings.length === 0 || vague.test(stem);
  });
}
