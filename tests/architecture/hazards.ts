import type { ReadTree } from './tree.ts';

/** Something that compiles, looks harmless, and has lost data or hidden a failure elsewhere. */
export interface Hazard {
  readonly name: string;
  readonly rooms: readonly string[];
  readonly isFound: (source: string) => boolean;
  /** Where it is no hazard but the one place that may. */
  readonly except?: RegExp;
}

const code = /\.(ts|tsx|js|mjs)$/;

const ledgerTable = /\b(insert\s+into|update|delete\s+from)\s+["`]?(holdings|suspensions|ledger_entries)\b/i;
const ledgerSchema = /\.(insert|update|delete)\(\s*(holdings|suspensions|ledgerEntries)\b/;

export const hazards: readonly Hazard[] = [
  // What must follow a change of the ledger follows only behind its one door (server/features/grants/change-ledger.ts).
  {
    name: 'ledger written past its door',
    rooms: ['server', 'db'],
    isFound: (source) => ledgerTable.test(source) || ledgerSchema.test(source),
    except: /\/grants\/ledger\/ledger-store\.ts$/,
  },
  // A drizzle table rebuild drops the parent table, and the cascade empties the children (RULES.md R7).
  {
    name: 'cascading delete',
    rooms: ['db', 'migrations'],
    isFound: (source) => /on\s+delete\s+cascade|onDelete['"]?\s*:\s*['"`]cascade/i.test(source),
  },
  // The part after the first await runs outside of the transaction and is committed.
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
  return hazards.flatMap(({ name, rooms, isFound, except }) =>
    rooms
      .flatMap((room) => tree.files(room))
      .filter(
        (path) => (code.test(path) || path.endsWith('.sql')) && !speaksOfThem.test(path) && !except?.test(path) && isFound(tree.text(path)),
      )
      .map((path) => `${path}: ${name}`),
  );
}
