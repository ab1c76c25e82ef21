import type { ReadTree } from './tree.ts';

/** Something that compiles, looks harmless, and has lost data or hidden a failure elsewhere. */
export interface Hazard {
  readonly name: string;
  readonly rooms: readonly string[];
  readonly isFound: (source: string) => boolean;
}

const code = /\.(ts|tsx|js|mjs)$/;

export const hazards: readonly Hazard[] = [
  // A drizzle table rebuild drops the parent table, and the cascade empties the children (trust.md R7).
  {
    name: 'cascading delete',
    rooms: ['db', 'migrations'],
    isFound: (source) => /on\s+delete\s+cascade|onDelete['"]?\s*:\s*['"`]cascade/i.test(source),
  },
  // The part after the first await runs outside of the transaction and is committed (house.md).
  {
    name: 'asynchronous transaction',
    rooms: ['server', 'db', 'tests'],
    isFound: (source) => /\.(transaction|transact)\s*\(\s*async\b/.test(source),
  },
  {
    name: 'table dropped without review',
    rooms: ['migrations'],
    isFound: (source) => /drop\s+table/i.test(source) && !/^--[ \t]*reviewed:[ \t]*\S/im.test(source),
  },
  { name: 'silenced compiler', rooms: ['server', 'client', 'db', 'tests'], isFound: (source) => /@ts-(ignore|nocheck)\b/.test(source) },
  { name: 'silenced lint', rooms: ['server', 'client', 'db', 'tests'], isFound: (source) => /eslint-disable(?!.* -- \S)/.test(source) },
];

/** These files speak of the hazards themselves. */
const speaksOfThem = /^tests\/architecture\/(hazards|hazards\.test|lint\.test)\.ts$/;

export function hazardsIn(tree: ReadTree): string[] {
  return hazards.flatMap(({ name, rooms, isFound }) =>
    rooms
      .flatMap((room) => tree.files(room))
      .filter((path) => (code.test(path) || path.endsWith('.sql')) && !speaksOfThem.test(path) && isFound(tree.text(path)))
      .map((path) => `${path}: ${name}`),
  );
}
