import { importerOf, type Importer } from '#server/spreadsheets/importing.ts';
import { cellsOfEntry, directoryColumns, placelessDirectoryColumns } from './sheets/directory-sheet.ts';
import { everyEntry, linkedPowers, statutesInForce } from './queries.ts';
import { readDirectory, type DirectoryRecord, type DirectoryReference } from './sheets/read-directory.ts';
import { addEntry, changeEntry } from './write-entry.ts';

const importer: Importer<DirectoryReference, DirectoryRecord> = {
  kind: 'directory',
  roles: ['admin'],
  readers: ['auditor', 'legal_reviewer', 'decider', 'reviewer'],
  scopeKeys: [],
  columns: directoryColumns,
  placeless: placelessDirectoryColumns,
  loadReference: (db) => ({ powers: linkedPowers(db), entries: [...everyEntry(db)], statutes: statutesInForce(db) }),
  read: readDirectory,
  apply(act, rows) {
    for (const { record } of rows) {
      const { before, fields } = record;
      if (!before) addEntry(act, fields);
      else if (!changeEntry(act, before, fields)) throw new Error(`entry ${before.id} changed inside its own transaction`);
    }
  },
  *exported(db) {
    const codes = new Map(linkedPowers(db).map(({ id, code }) => [id, code]));
    for (const entry of everyEntry(db)) yield cellsOfEntry(entry, codes.get(entry.powerId ?? '') ?? '');
  },
};

/** The province's list of powers that may be passed down. */
export const directoryImporter = importerOf(importer);
